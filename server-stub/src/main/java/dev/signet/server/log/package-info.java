/**
 * The form of the log's lines: one for each event, whatever the event says. Knows logback and
 * {@code settings}.
 */
package dev.signet.server.log;

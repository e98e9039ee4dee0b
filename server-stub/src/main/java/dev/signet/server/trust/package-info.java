/**
 * The trust anchors that the administrator names, read from PEM files. Depends on nothing else of
 * the server.
 */
package dev.signet.server.trust;

/**
 * The trust anchors that the administrator names, read from PEM files. Depends on {@code reload}.
 */
package dev.signet.server.trust;

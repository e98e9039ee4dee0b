/**
 * The server's own certificate and key: read from PEM, checked, renewed while connections stand.
 * Depends on {@code settings} and {@code reload}, and on Bouncy Castle for the older forms of keys.
 */
package dev.signet.server.tls;

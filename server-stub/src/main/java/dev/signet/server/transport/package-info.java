/**
 * Connections: listening over TCP and TLS, HTTP/1.1 and HTTP/2, limits and time-outs, and what is
 * said to those whom the parser refuses. Depends on {@code settings} and {@code tls}.
 */
package dev.signet.server.transport;

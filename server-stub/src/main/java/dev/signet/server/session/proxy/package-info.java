/**
 * Sign-in by a reverse proxy that names the user in a header. Depends on {@code session}, {@code
 * store}, {@code http} and {@code settings}.
 */
package dev.signet.server.session.proxy;

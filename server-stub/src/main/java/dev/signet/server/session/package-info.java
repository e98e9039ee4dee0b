/**
 * Who is asking: sessions, their cookie and CSRF token, signing in and out, and the limit on
 * guessing. Depends on {@code accounts}, {@code store}, {@code http}, {@code settings} and {@code
 * digest}.
 */
package dev.signet.server.session;

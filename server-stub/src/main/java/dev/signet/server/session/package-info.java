/**
 * Who is asking: sessions, their cookie and CSRF token, signing in by password and signing out, and
 * the limit on guessing. Depends on {@code accounts}, {@code audit}, {@code store}, {@code http},
 * {@code settings} and {@code digest}; the packages below it, for the other ways to sign in, on it.
 */
package dev.signet.server.session;

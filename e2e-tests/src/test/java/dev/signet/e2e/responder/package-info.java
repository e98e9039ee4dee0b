/**
 * Revocation by real responders: {@code openssl ocsp} and some that fail, the relay that {@code
 * http.md} describes, and the SDK's own way to it. Of the other packages this one uses {@code
 * stage}, {@code browser} and {@code world}.
 */
package dev.signet.e2e.responder;

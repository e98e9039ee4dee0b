/**
 * Whether a certificate was revoked, from what is at hand (answers and lists that the caller or the
 * message brought, answers remembered) and from its responder. Everything is verified here; whoever
 * brings it need not be trusted. {@code ocsp} and {@code crl} are the two sources.
 */
package dev.signet.engine.revocation;

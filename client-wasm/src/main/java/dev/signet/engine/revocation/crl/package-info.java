/**
 * Certificate revocation lists (RFC 5280 section 5 and 6.3): full and delta, of the issuer and
 * indirect, for distribution points and for reasons. Lists are brought, never fetched, and {@link
 * dev.signet.engine.revocation.crl.CrlSource} has the bounds on them.
 */
package dev.signet.engine.revocation.crl;

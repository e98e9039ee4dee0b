/** Certificate revocation lists (RFC 5280 section 5 and 6.3). Lists are brought, never fetched. */
package dev.signet.engine.revocation.crl;

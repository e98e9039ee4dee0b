/**
 * Judges a PKCS#12 file (RFC 7292) from outside, without its passphrase: is it one, whole,
 * authenticated, and is every private key in it encrypted? Knows Bouncy Castle's ASN.1 and its
 * bounds, and nothing else of the server.
 */
package dev.signet.server.pkcs12;

/**
 * Bounds that ASN.1 (X.690) from outside has to keep before a parser meets it. Depends on nothing
 * else of the server.
 */
package dev.signet.server.asn1;

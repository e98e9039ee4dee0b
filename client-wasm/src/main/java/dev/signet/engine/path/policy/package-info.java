/**
 * Certificate policies along a path (RFC 5280 section 6.1 by way of the graph of RFC 9618, whose
 * size grows with that of the certificates and no faster). Qualifiers are ignored. May depend on
 * {@code cert}, {@code report} and {@code asn1}.
 */
package dev.signet.engine.path.policy;

/**
 * Name constraints (RFC 5280 section 4.2.1.10, RFC 9598 section 6): names as certificates have
 * them, the parts of the space of names that an authority is held to, and whether the ones lie
 * within the others. What cannot be read or compared is not permitted. May depend on {@code cert},
 * {@code report} and {@code asn1}.
 */
package dev.signet.engine.path.name;

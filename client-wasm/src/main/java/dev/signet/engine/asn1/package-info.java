/**
 * Reading BER structure (ITU-T X.690) over bulk content within bounds, so that a large message is
 * walked without being copied, and hostile nesting ends before Bouncy Castle's recursive parser
 * meets it.
 */
package dev.signet.engine.asn1;

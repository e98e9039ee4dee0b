/**
 * Certification paths for mail: building (RFC 4158) and validating (RFC 5280 section 6.1 with the
 * profile of RFC 8550). Time, anchors, purpose and policy are arguments; nothing is remembered,
 * nothing fetched, and revocation is somebody else's ({@link dev.signet.engine.revocation}). May
 * depend on {@code cert}, {@code report}, {@code algorithm}, {@code asn1} and {@code port}.
 */
package dev.signet.engine.path;

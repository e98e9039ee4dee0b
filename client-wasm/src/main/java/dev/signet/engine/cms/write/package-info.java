/**
 * Encoding CMS (RFC 5652) in DER: the structure is small and made here, the content stays with the
 * host and is only framed, with definite lengths, so that no mail passes through Java's heap.
 *
 * <p>It encodes what it is told and judges nothing. Depends on {@link dev.signet.engine.asn1},
 * {@link dev.signet.engine.cert}, {@link dev.signet.engine.algorithm} and {@link
 * dev.signet.engine.port}.
 */
package dev.signet.engine.cms.write;

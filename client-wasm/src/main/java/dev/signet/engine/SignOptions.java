package dev.signet.engine;

import dev.signet.engine.algorithm.DigestAlgorithm;

/**
 * How to sign.
 *
 * @param keyId handle of an unlocked key
 * @param opaque {@code application/pkcs7-mime} rather than {@code multipart/signed}
 * @param digest null: the policy's. Keys that prescribe a hash (EdDSA, ML-DSA, an RSA key that is
 *     restricted to one) sign with theirs
 * @param at signing time, milliseconds since 1970
 * @param padding of RSA; null: PSS where the certificate's key is for nothing else, else PKCS#1
 *     v1.5, which every reader knows. Other keys have none, and it is not looked at
 */
public record SignOptions(
    String keyId, boolean opaque, DigestAlgorithm digest, long at, Padding padding) {

  /** Paddings of RSA signatures (RFC 8017 section 8). */
  public enum Padding {
    PKCS1,
    PSS
  }

  /** Without a wish for the padding. */
  public SignOptions(String keyId, boolean opaque, DigestAlgorithm digest, long at) {
    this(keyId, opaque, digest, at, null);
  }
}

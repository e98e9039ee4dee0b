package dev.signet.engine.algorithm;

import dev.signet.engine.algorithm.SignatureScheme.Algorithm;

/**
 * Which hash over the content goes with an algorithm that signs the attributes themselves: one as
 * strong as the signature, so that it is not the weak place.
 */
final class MessageDigests {
  private static final int BYTES_AT_128_BITS = 32;
  private static final int BYTES_AT_192_BITS = 48;
  private static final int BYTES_AT_256_BITS = 64;

  private MessageDigests() {}

  /**
   * RFC 8419 section 3 (one hash each), RFC 9882 section 3.3 (the table), RFC 9814 section 4.
   *
   * @param algorithm one that {@link Algorithm#takesMessage()}
   */
  static boolean goWith(Algorithm algorithm, DigestAlgorithm digest) {
    return switch (algorithm) {
      case ED25519 -> digest == DigestAlgorithm.SHA512;
      case ED448 -> digest == DigestAlgorithm.SHAKE256;
      case ML_DSA_44, SLH_DSA -> digest.bytes() >= BYTES_AT_128_BITS;
      case ML_DSA_65 -> digest.bytes() >= BYTES_AT_192_BITS;
      case ML_DSA_87 -> digest.bytes() >= BYTES_AT_256_BITS;
      case RSA_PKCS1, RSA_PSS, ECDSA, DSA -> true;
    };
  }
}

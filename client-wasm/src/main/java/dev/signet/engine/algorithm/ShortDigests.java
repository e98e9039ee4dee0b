package dev.signet.engine.algorithm;

import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;

/**
 * Hashes of a few octets, made at once because asking would take longer: by which certificates,
 * names and keys are told apart, and of short content. The hash of more content is asked for.
 */
public final class ShortDigests {
  private ShortDigests() {}

  /** Whether the hash is one of them. */
  public static boolean has(DigestAlgorithm algorithm) {
    return switch (algorithm) {
      case SHA1, SHA256, SHA384, SHA512 -> true;
      default -> false;
    };
  }

  /**
   * The hash.
   *
   * @throws IllegalArgumentException for an algorithm other than SHA-1, SHA-256, SHA-384 and
   *     SHA-512
   */
  public static byte[] of(DigestAlgorithm algorithm, byte[] octets) {
    Digest digest =
        switch (algorithm) {
          case SHA1 -> new SHA1Digest();
          case SHA256 -> new SHA256Digest();
          case SHA384 -> new SHA384Digest();
          case SHA512 -> new SHA512Digest();
          default -> throw new IllegalArgumentException("no name is made with this hash");
        };
    digest.update(octets, 0, octets.length);
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return hash;
  }
}

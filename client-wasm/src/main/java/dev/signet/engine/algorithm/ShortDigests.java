package dev.signet.engine.algorithm;

import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;

/**
 * Hashes by which certificates, names and keys are told apart, made at once: of a few octets, for
 * which asking would take longer. The hash of content, and every hash that proves anything, is
 * asked for.
 */
public final class ShortDigests {
  private ShortDigests() {}

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

package dev.signet.engine.bc;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.port.Bulk;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.Xof;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA3Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.digests.SHA512tDigest;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** Hashes and HMAC. */
public final class Digests {
  /** Octets of bulk content that are copied into the heap at once. */
  static final int CHUNK = 1 << 18;

  private Digests() {}

  static Digest of(DigestAlgorithm algorithm) {
    return switch (algorithm) {
      case MD5 -> new MD5Digest();
      case SHA1 -> new SHA1Digest();
      case SHA224 -> new SHA224Digest();
      case SHA256 -> new SHA256Digest();
      case SHA384 -> new SHA384Digest();
      case SHA512 -> new SHA512Digest();
      case SHA512_224 -> new SHA512tDigest(224);
      case SHA512_256 -> new SHA512tDigest(256);
      case SHA3_224 -> new SHA3Digest(224);
      case SHA3_256 -> new SHA3Digest(256);
      case SHA3_384 -> new SHA3Digest(384);
      case SHA3_512 -> new SHA3Digest(512);
      case SHAKE128 -> new SHAKEDigest(128);
      case SHAKE256 -> new SHAKEDigest(256);
      default -> throw SmimeException.unsupported(algorithm.oid());
    };
  }

  public static byte[] digest(DigestAlgorithm algorithm, Bulk content) {
    Digest digest = of(algorithm);
    for (int from = 0; from < content.length(); from += CHUNK) {
      byte[] chunk = content.read(from, Math.min(content.length(), from + CHUNK));
      digest.update(chunk, 0, chunk.length);
    }
    return result(digest);
  }

  public static byte[] digest(DigestAlgorithm algorithm, byte[] content) {
    Digest digest = of(algorithm);
    digest.update(content, 0, content.length);
    return result(digest);
  }

  /**
   * MGF1 (RFC 8017 appendix B.2.1); for an extendable hash its own output (RFC 8702 section 3.2.1).
   */
  static byte[] mask(DigestAlgorithm algorithm, byte[] seed, int length) {
    Digest digest = of(algorithm);
    byte[] mask = new byte[length];
    if (digest instanceof Xof shake) {
      shake.update(seed, 0, seed.length);
      shake.doFinal(mask, 0, length);
      return mask;
    }
    byte[] block = new byte[digest.getDigestSize()];
    for (int counter = 0, at = 0; at < length; counter++, at += block.length) {
      digest.update(seed, 0, seed.length);
      for (int shift = 24; shift >= 0; shift -= 8) {
        digest.update((byte) (counter >>> shift));
      }
      digest.doFinal(block, 0);
      System.arraycopy(block, 0, mask, at, Math.min(block.length, length - at));
    }
    return mask;
  }

  private static byte[] result(Digest digest) {
    byte[] value = new byte[digest.getDigestSize()];
    digest.doFinal(value, 0);
    return value;
  }

  static byte[] hmac(DigestAlgorithm algorithm, byte[] key, Bulk content) {
    return hmac(of(algorithm), key, content);
  }

  /** HMAC with any hash. */
  public static byte[] hmac(Digest digest, byte[] key, Bulk content) {
    HMac hmac = new HMac(digest);
    hmac.init(new KeyParameter(key));
    for (int from = 0; from < content.length(); from += CHUNK) {
      byte[] chunk = content.read(from, Math.min(content.length(), from + CHUNK));
      hmac.update(chunk, 0, chunk.length);
    }
    return result(hmac);
  }

  static byte[] hmac(DigestAlgorithm algorithm, byte[] key, byte[] content) {
    HMac hmac = new HMac(of(algorithm));
    hmac.init(new KeyParameter(key));
    hmac.update(content, 0, content.length);
    return result(hmac);
  }

  private static byte[] result(HMac hmac) {
    byte[] value = new byte[hmac.getMacSize()];
    hmac.doFinal(value, 0);
    return value;
  }
}

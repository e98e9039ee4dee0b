package dev.signet.engine.bc.rare;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.Blake2bDigest;
import org.bouncycastle.crypto.digests.Blake2sDigest;
import org.bouncycastle.crypto.digests.GOST3411Digest;
import org.bouncycastle.crypto.digests.GOST3411_2012_256Digest;
import org.bouncycastle.crypto.digests.GOST3411_2012_512Digest;
import org.bouncycastle.crypto.digests.MD2Digest;
import org.bouncycastle.crypto.digests.MD4Digest;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.digests.RIPEMD128Digest;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;
import org.bouncycastle.crypto.digests.RIPEMD256Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.digests.TigerDigest;
import org.bouncycastle.crypto.digests.WhirlpoolDigest;

/** Hashes that are met in key files alone, and those that PBKDF1 has besides. */
final class KeyFileDigests {
  private KeyFileDigests() {}

  static Digest of(DigestAlgorithm algorithm) {
    return switch (algorithm) {
      case MD2 -> new MD2Digest();
      case MD4 -> new MD4Digest();
      case MD5 -> new MD5Digest();
      case SHA1 -> new SHA1Digest();
      case RIPEMD128 -> new RIPEMD128Digest();
      case RIPEMD160 -> new RIPEMD160Digest();
      case RIPEMD256 -> new RIPEMD256Digest();
      case TIGER -> new TigerDigest();
      case WHIRLPOOL -> new WhirlpoolDigest();
      case SM3 -> new SM3Digest();
      case BLAKE2B_512 -> new Blake2bDigest(512);
      case BLAKE2S_256 -> new Blake2sDigest(256);
      case GOST94 -> new GOST3411Digest();
      case STREEBOG_256 -> new GOST3411_2012_256Digest();
      case STREEBOG_512 -> new GOST3411_2012_512Digest();
      default -> throw SmimeException.unsupported(algorithm.oid());
    };
  }
}

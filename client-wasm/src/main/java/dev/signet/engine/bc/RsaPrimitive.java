package dev.signet.engine.bc;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.key.PrivateKey;
import java.math.BigInteger;
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;

/** RSA without padding (RFC 8017 section 5): octets as long as the modulus, in and out. */
public final class RsaPrimitive {
  private RsaPrimitive() {}

  /**
   * The RSA key in it.
   *
   * @throws SmimeException {@code KEY_UNUSABLE} for a key of another kind
   */
  public static RSAPrivateCrtKeyParameters rsa(PrivateKey key) {
    if (key.parameters() instanceof RSAPrivateCrtKeyParameters rsa) {
      return rsa;
    }
    throw new SmimeException(ErrorCode.KEY_UNUSABLE, "this needs an RSA key");
  }

  /** Octets of the modulus. */
  public static int bytes(RSAKeyParameters key) {
    return (key.getModulus().bitLength() + 7) / 8;
  }

  /** Whether the octets are a number below the modulus, in the modulus's length. */
  public static boolean inRange(RSAKeyParameters key, byte[] block) {
    return block.length == bytes(key) && new BigInteger(1, block).compareTo(key.getModulus()) < 0;
  }

  /** The private operation, blinded; the block must be in range. */
  public static byte[] withPrivateKey(
      RSAPrivateCrtKeyParameters key, byte[] block, HostSecureRandom random) {
    RSABlindedEngine engine = new RSABlindedEngine();
    // In the direction of "encryption" the result keeps its leading zero octets.
    engine.init(true, new ParametersWithRandom(key, random));
    return engine.processBlock(block, 0, block.length);
  }

  /** The public operation; the block must be in range. */
  public static byte[] withPublicKey(RSAKeyParameters key, byte[] block) {
    RSABlindedEngine engine = new RSABlindedEngine();
    engine.init(true, key);
    return engine.processBlock(block, 0, block.length);
  }
}

package dev.signet.engine.bc;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.bc.key.RsaKeys;
import dev.signet.engine.bc.rsa.PublicOperation;
import dev.signet.engine.bc.rsa.RsaPrivateKey;
import dev.signet.engine.key.PrivateKey;
import java.math.BigInteger;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.util.BigIntegers;

/** RSA without padding (RFC 8017 section 5): octets as long as the modulus, in and out. */
public final class RsaPrimitive {
  private RsaPrimitive() {}

  /**
   * The RSA key in it.
   *
   * @throws SmimeException {@code KEY_UNUSABLE} for a key of another kind
   */
  public static RsaPrivateKey rsa(PrivateKey key) {
    if (key.kind() == PrivateKey.Kind.RSA) {
      return RsaKeys.of(key);
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
  public static byte[] withPrivateKey(RsaPrivateKey key, byte[] block, HostSecureRandom random) {
    return BigIntegers.asUnsignedByteArray(bytes(key), key.apply(new BigInteger(1, block), random));
  }

  /** The public operation; the block must be in range. */
  public static byte[] withPublicKey(RSAKeyParameters key, byte[] block) {
    return BigIntegers.asUnsignedByteArray(
        bytes(key),
        PublicOperation.apply(key.getModulus(), key.getExponent(), new BigInteger(1, block)));
  }
}

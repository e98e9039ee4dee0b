package dev.signet.engine.bc.key;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.bc.rsa.RsaPrivateKey;
import dev.signet.engine.key.PrivateKey;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Map;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;

/** RSA keys (RFC 8017 appendix A.1.2), with two primes; others are refused by name. */
public final class RsaKeys {
  /** Above this one operation takes seconds in a browser. */
  private static final int MAX_MODULUS_BITS = 8192;

  private static final int MAX_EXPONENT_BITS = 64;

  private RsaKeys() {}

  /**
   * The key's numbers.
   *
   * @throws SmimeException {@code DAMAGED_PKCS12} when they do not fit together, {@code
   *     UNSUPPORTED_ALGORITHM} for more than two primes, {@code REFUSED_PARAMETERS} for a key
   *     beyond measure
   */
  public static RsaPrivateKey of(PrivateKey key) {
    return key.computed(RsaKeys::read);
  }

  private static RsaPrivateKey read(PrivateKeyInfo info) throws IOException {
    RSAPrivateKey key = RSAPrivateKey.getInstance(info.parsePrivateKey());
    if (key.getModulus().bitLength() > MAX_MODULUS_BITS) {
      throw new SmimeException(
          ErrorCode.REFUSED_PARAMETERS,
          "an RSA key is longer than the engine computes with",
          Map.of("bits", Integer.toString(key.getModulus().bitLength())));
    }
    if (key.getVersion().signum() != 0) {
      throw new SmimeException(
          ErrorCode.UNSUPPORTED_ALGORITHM,
          "an RSA key of more than two primes",
          Map.of("name", "RSA with more than two primes"));
    }
    if (!consistent(key)) {
      throw new IllegalArgumentException("the parts of an RSA key do not fit together");
    }
    return new RsaPrivateKey(
        key.getModulus(),
        key.getPublicExponent(),
        key.getPrivateExponent(),
        key.getPrime1(),
        key.getPrime2(),
        key.getExponent1(),
        key.getExponent2(),
        key.getCoefficient());
  }

  /** RFC 8017 section 3.2, second representation; with two primes. */
  private static boolean consistent(RSAPrivateKey key) {
    BigInteger e = key.getPublicExponent();
    BigInteger p = key.getPrime1();
    BigInteger q = key.getPrime2();
    return e.signum() > 0
        && e.testBit(0)
        && e.bitLength() > 1
        && e.bitLength() <= MAX_EXPONENT_BITS
        && odd(p)
        && odd(q)
        && !p.equals(q)
        // Before they are multiplied: nobody bounds them else.
        && p.bitLength() + q.bitLength() <= key.getModulus().bitLength() + 1
        && p.multiply(q).equals(key.getModulus())
        && inverse(e, key.getExponent1(), p.subtract(BigInteger.ONE))
        && inverse(e, key.getExponent2(), q.subtract(BigInteger.ONE))
        && inverse(q, key.getCoefficient(), p)
        && key.getPrivateExponent().signum() > 0
        && key.getPrivateExponent().bitLength() <= key.getModulus().bitLength();
  }

  private static boolean odd(BigInteger prime) {
    return prime.signum() > 0 && prime.testBit(0) && prime.bitLength() > 1;
  }

  private static boolean inverse(BigInteger value, BigInteger inverse, BigInteger modulus) {
    return inverse.signum() > 0
        && inverse.compareTo(modulus) < 0
        && value.multiply(inverse).mod(modulus).equals(BigInteger.ONE);
  }
}

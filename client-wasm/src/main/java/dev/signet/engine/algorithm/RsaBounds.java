package dev.signet.engine.algorithm;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Which RSA public keys are used at all, by whoever computes with them. */
public final class RsaBounds {
  /** Above this a verification takes seconds in a browser. */
  private static final int MAX_MODULUS_BITS = 8192;

  /** As other libraries have it; no key in use comes near. */
  private static final int MAX_EXPONENT_BITS = 64;

  private RsaBounds() {}

  /**
   * Whether modulus and exponent are such that a key is one (RFC 8017 section 3.1), within bounds.
   */
  public static boolean hold(BigInteger modulus, BigInteger exponent) {
    return modulus.signum() > 0
        && modulus.testBit(0)
        && modulus.bitLength() <= MAX_MODULUS_BITS
        && exponent.compareTo(BigInteger.TWO) > 0
        && exponent.testBit(0)
        && exponent.bitLength() <= MAX_EXPONENT_BITS;
  }

  /**
   * The same of a SubjectPublicKeyInfo whose algorithm is RSA's; false where it holds no RSA key.
   */
  public static boolean hold(byte[] publicKey) {
    try {
      SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(publicKey);
      RSAPublicKey key = RSAPublicKey.getInstance(info.parsePublicKey());
      return key != null && hold(key.getModulus(), key.getPublicExponent());
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      return false;
    }
  }
}

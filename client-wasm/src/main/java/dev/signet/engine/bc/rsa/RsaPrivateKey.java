package dev.signet.engine.bc.rsa;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;

/** A private key that keeps what was computed for it. */
public final class RsaPrivateKey extends RSAPrivateCrtKeyParameters {
  private PrivateOperation operation;

  /** A key whose parts fit together: that is not looked at again. */
  public RsaPrivateKey(
      BigInteger modulus,
      BigInteger publicExponent,
      BigInteger exponent,
      BigInteger p,
      BigInteger q,
      BigInteger dp,
      BigInteger dq,
      BigInteger coefficient) {
    super(modulus, publicExponent, exponent, p, q, dp, dq, coefficient, true);
  }

  /** See {@link PrivateOperation#apply}. */
  public BigInteger apply(BigInteger number, SecureRandom random) {
    if (operation == null) {
      operation = new PrivateOperation(this);
    }
    return operation.apply(number, random);
  }
}

package dev.signet.engine.bc.rsa;

import java.math.BigInteger;

/** RSA's public operation (RFC 8017 section 5.1.1). */
public final class PublicOperation {
  private PublicOperation() {}

  /**
   * @param modulus odd, above 1
   * @param exponent above 0
   * @param number below the modulus
   */
  public static BigInteger apply(BigInteger modulus, BigInteger exponent, BigInteger number) {
    Montgomery field = new Montgomery(modulus);
    return field.leave(Powers.open(field, field.enter(number), exponent));
  }
}

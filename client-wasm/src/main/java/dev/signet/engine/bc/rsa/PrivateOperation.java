package dev.signet.engine.bc.rsa;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;

/**
 * RSA's private operation (RFC 8017 section 5.1.2, second form), with what it needs of one key.
 *
 * <p>Neither the number nor the exponents are used as they are. The number is multiplied with a
 * secret one before, whose inverse is taken out afterwards; both are fresh at first and after every
 * {@value #USES} uses, and squared in between, as a fresh inverse costs as much as the operation.
 * The exponents have a fresh multiple of the group's order added each time. The result is tried
 * with the public exponent before it is given out, since a fault in one half would betray the
 * primes (Boneh, DeMillo, Lipton 1997).
 */
public final class PrivateOperation {
  private static final int USES = 32;
  private static final int MASK_BYTES = 4;

  private final BigInteger publicExponent;
  private final Montgomery whole;
  private final Half p;
  private final Half q;
  private final Limbs[] coefficient;

  private BigInteger blind;
  private BigInteger unblind;
  private int uses = USES;

  public PrivateOperation(RSAPrivateCrtKeyParameters key) {
    this.publicExponent = key.getPublicExponent();
    this.whole = new Montgomery(key.getModulus());
    this.p = new Half(key.getP(), key.getDP());
    this.q = new Half(key.getQ(), key.getDQ());
    this.coefficient = p.field.enter(key.getQInv());
  }

  /** One prime's side. */
  private static final class Half {
    private final Montgomery field;
    private final BigInteger order;
    private final BigInteger exponent;

    Half(BigInteger prime, BigInteger exponent) {
      this.field = new Montgomery(prime);
      this.order = prime.subtract(BigInteger.ONE);
      this.exponent = exponent;
    }

    Limbs[] power(BigInteger number, SecureRandom random) {
      byte[] mask = new byte[MASK_BYTES];
      random.nextBytes(mask);
      BigInteger masked = exponent.add(order.multiply(new BigInteger(1, mask)));
      return Powers.secret(
          field, field.enter(number), masked, order.bitLength() + 8 * MASK_BYTES + 1);
    }
  }

  /**
   * The number to the private exponent.
   *
   * @param number below the modulus
   * @throws IllegalStateException when the computation went wrong; nothing of it is given out
   */
  public BigInteger apply(BigInteger number, SecureRandom random) {
    nextBlinding(random);
    BigInteger modulus = whole.modulus();
    BigInteger blinded = number.multiply(blind).mod(modulus);
    BigInteger modP = p.field.leave(p.power(blinded, random));
    BigInteger modQ = q.field.leave(q.power(blinded, random));
    Limbs[] factor = p.field.enter(modP.subtract(modQ));
    p.field.multiply(factor, coefficient, factor);
    BigInteger result = p.field.leave(factor).multiply(q.field.modulus()).add(modQ);
    BigInteger tried = whole.leave(Powers.open(whole, whole.enter(result), publicExponent));
    if (!tried.equals(blinded)) {
      throw new IllegalStateException("the private operation went wrong");
    }
    return result.multiply(unblind).mod(modulus);
  }

  private void nextBlinding(SecureRandom random) {
    BigInteger modulus = whole.modulus();
    if (uses < USES) {
      blind = blind.multiply(blind).mod(modulus);
      unblind = unblind.multiply(unblind).mod(modulus);
      uses++;
      return;
    }
    byte[] octets = new byte[(modulus.bitLength() + 7) / 8 + 8];
    random.nextBytes(octets);
    BigInteger secret = new BigInteger(1, octets).mod(modulus);
    // Whoever meets a number without an inverse has found a factor; nobody does.
    unblind = secret.modInverse(modulus);
    blind = whole.leave(Powers.open(whole, whole.enter(secret), publicExponent));
    uses = 0;
  }
}

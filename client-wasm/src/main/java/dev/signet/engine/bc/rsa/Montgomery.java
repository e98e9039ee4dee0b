package dev.signet.engine.bc.rsa;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Arithmetic modulo an odd number, in Montgomery's form (Handbook of Applied Cryptography 14.3.2).
 *
 * <p>A number is an array of {@link Limbs}, the least first, in the modulus's length. A limb has a
 * sign and so few bits that a column of products fits into 64 bits: carries are taken once for each
 * column and not for each product. The number as a whole has a sign, too, and is less than the
 * modulus in magnitude; so is every product, without a subtraction at its end, because the radix is
 * more than twice the modulus. What is done to limbs depends on the modulus's length alone, never
 * on their values, as far as the compiler leaves it so.
 */
final class Montgomery {
  private final BigInteger modulus;
  private final int bits;

  /** In sixes of limbs. */
  private final int size;

  private final Limbs[] n;

  /** -1/n modulo the limb. */
  private final long inverse;

  private final Limbs[] one;
  private final Limbs[] square;

  /** Room for one product, so that none is made anew for each. */
  private final Limbs[] quotients;

  private final Limbs[] product;
  private final Columns columns = new Columns();

  /**
   * @param modulus odd, above 1
   */
  Montgomery(BigInteger modulus) {
    this.modulus = modulus;
    this.bits = limbBits(modulus.bitLength());
    // Two bits more, so that the radix is more than twice the modulus, with a sign.
    int six = bits * Limbs.COUNT;
    this.size = (modulus.bitLength() + 2 + six - 1) / six;
    this.n = limbs(modulus);
    this.inverse = inverse(n[0].l0);
    BigInteger radix = BigInteger.ONE.shiftLeft(six * size);
    this.one = limbs(radix.mod(modulus));
    this.square = limbs(radix.multiply(radix).mod(modulus));
    this.quotients = zero();
    this.product = zero();
  }

  /**
   * Two products of limbs, each of at most 2^(2 * bits - 2), for each limb, and the carry, have to
   * stay below 2^63: with 29 bits up to 63 limbs, with 28 up to 255, with 26 up to 4,095.
   */
  private static int limbBits(int modulusBits) {
    if (modulusBits <= 1100) {
      return 29;
    }
    return modulusBits <= 6000 ? 28 : 26;
  }

  /** Newton's iteration: each step doubles the bits that are right. */
  private static long inverse(long odd) {
    long x = odd;
    for (int i = 0; i < 5; i++) {
      x *= 2 - odd * x;
    }
    return -x;
  }

  BigInteger modulus() {
    return modulus;
  }

  /** Bits of a limb, its sign among them. */
  int bits() {
    return bits;
  }

  /** Nought, and room for any other number. */
  Limbs[] zero() {
    return Limbs.zero(size);
  }

  /** One in Montgomery's form. */
  Limbs[] one() {
    return Limbs.copy(one);
  }

  /** In Montgomery's form. */
  Limbs[] enter(BigInteger number) {
    Limbs[] result = limbs(number.mod(modulus));
    multiply(result, square, result);
    return result;
  }

  /** Out of Montgomery's form. */
  BigInteger leave(Limbs[] number) {
    Limbs[] unit = zero();
    unit[0].l0 = 1;
    Limbs[] result = zero();
    multiply(number, unit, result);
    return number(result);
  }

  /** The product; {@code result} may be one of the factors. */
  void multiply(Limbs[] a, Limbs[] b, Limbs[] result) {
    Columns columns = this.columns;
    long carry = 0;
    for (int i = 0; i < size; i++) {
      columns.set(carry);
      columns.add(a, b, i, 0, i);
      columns.addLow(a[i], b[0]);
      carry = reduce(i);
    }
    for (int i = size; i < 2 * size; i++) {
      columns.set(carry);
      columns.addHigh(a[i - size], b[size - 1]);
      columns.add(a, b, i, i - size + 1, size);
      carry = put(i);
    }
    give(result);
  }

  /**
   * The square; {@code result} may be the number. Of every two equal products one is made, and
   * counts twice.
   */
  void square(Limbs[] a, Limbs[] result) {
    Columns columns = this.columns;
    long carry = 0;
    for (int i = 0; i < 2 * size; i++) {
      int half = i / 2;
      columns.set(0);
      if (i - size >= 0 && i - size < half) {
        columns.addHigh(a[i - size], a[size - 1]);
      }
      columns.add(a, a, i, Math.max(0, i - size + 1), half);
      if (i % 2 == 0) {
        columns.twice();
        columns.addLow(a[half], a[half]);
      } else {
        if (half + 1 < size) {
          columns.addLow(a[half], a[half + 1]);
        }
        columns.twice();
        columns.addHigh(a[half], a[half]);
      }
      columns.s0 += carry;
      carry = i < size ? reduce(i) : put(i);
    }
    give(result);
  }

  private void give(Limbs[] result) {
    for (int i = 0; i < size; i++) {
      result[i].set(product[i]);
    }
  }

  /**
   * Adds the multiple of the modulus that makes the low columns at place i nought.
   *
   * @return the carry
   */
  private long reduce(int i) {
    Columns columns = this.columns;
    columns.add(quotients, n, i, 0, i);
    Limbs n = this.n[0];
    long n0 = n.l0;
    long n1 = n.l1;
    long n2 = n.l2;
    long n3 = n.l3;
    long n4 = n.l4;
    long m0 = limb(columns.s0 * inverse);
    long t1 = columns.s1 + m0 * n1 + (columns.s0 + m0 * n0 >> bits);
    long m1 = limb(t1 * inverse);
    long t2 = columns.s2 + m0 * n2 + m1 * n1 + (t1 + m1 * n0 >> bits);
    long m2 = limb(t2 * inverse);
    long t3 = columns.s3 + m0 * n3 + m1 * n2 + m2 * n1 + (t2 + m2 * n0 >> bits);
    long m3 = limb(t3 * inverse);
    long t4 = columns.s4 + m0 * n4 + m1 * n3 + m2 * n2 + m3 * n1 + (t3 + m3 * n0 >> bits);
    long m4 = limb(t4 * inverse);
    long t5 = columns.s5 + m0 * n.l5 + m1 * n4 + m2 * n3 + m3 * n2 + m4 * n1;
    t5 += t4 + m4 * n0 >> bits;
    long m5 = limb(t5 * inverse);
    quotients[i].set(m0, m1, m2, m3, m4, m5);
    return t5 + m5 * n0 >> bits;
  }

  /**
   * Makes six limbs of the product out of the high columns at place i.
   *
   * @return the carry
   */
  private long put(int i) {
    Columns columns = this.columns;
    columns.addHigh(quotients[i - size], n[size - 1]);
    columns.add(quotients, n, i, i - size + 1, size);
    long t0 = columns.s0;
    long t1 = columns.s1 + carry(t0);
    long t2 = columns.s2 + carry(t1);
    long t3 = columns.s3 + carry(t2);
    long t4 = columns.s4 + carry(t3);
    long t5 = columns.s5 + carry(t4);
    product[i - size].set(limb(t0), limb(t1), limb(t2), limb(t3), limb(t4), limb(t5));
    return carry(t5);
  }

  /** The low bits, the highest of them as a sign. */
  private long limb(long column) {
    return column << 64 - bits >> 64 - bits;
  }

  /** What {@link #limb} leaves, for the next column. */
  private long carry(long column) {
    return column + (1L << bits - 1) >> bits;
  }

  private Limbs[] limbs(BigInteger number) {
    byte[] octets = number.toByteArray();
    Limbs[] limbs = zero();
    long mask = (1L << bits) - 1;
    long window = 0;
    long carry = 0;
    int filled = 0;
    int at = octets.length;
    for (int i = 0; i < size * Limbs.COUNT; i++) {
      for (; filled < bits && at > 0; filled += 8) {
        window |= (octets[--at] & 0xffL) << filled;
      }
      carry += window & mask;
      limbs[i / Limbs.COUNT].set(i % Limbs.COUNT, limb(carry));
      carry = carry(carry);
      window >>>= bits;
      filled -= bits;
    }
    Arrays.fill(octets, (byte) 0);
    return limbs;
  }

  private BigInteger number(Limbs[] limbs) {
    byte[] octets = new byte[size * Limbs.COUNT * bits / 8 + 1];
    long window = 0;
    int filled = 0;
    int at = octets.length;
    for (int i = 0; i < size * Limbs.COUNT; i++) {
      int place = i % Limbs.COUNT;
      // With the modulus the number is above nought; what the window holds has a sign until then.
      long limb = limbs[i / Limbs.COUNT].get(place) + n[i / Limbs.COUNT].get(place);
      window += limb << filled;
      for (filled += bits; filled >= 8; filled -= 8) {
        octets[--at] = (byte) window;
        window >>= 8;
      }
    }
    octets[--at] = (byte) window;
    BigInteger number = new BigInteger(1, octets).mod(modulus);
    Arrays.fill(octets, (byte) 0);
    return number;
  }
}

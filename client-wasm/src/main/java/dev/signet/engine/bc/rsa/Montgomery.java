package dev.signet.engine.bc.rsa;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Arithmetic modulo an odd number, in Montgomery's form (Handbook of Applied Cryptography 14.3.2).
 *
 * <p>A number is an array of limbs, the least first, in the modulus's length. A limb has so few
 * bits that a column of products fits into 64 bits, so carries are taken once for each column and
 * not for each product. What is done to limbs depends on the modulus's length alone, never on their
 * values, as far as the compiler leaves it so.
 */
final class Montgomery {
  /**
   * Columns of a product that are summed up at once. Each limb that is read goes into as many sums:
   * reading it, with the checks that Java wants, takes longer than multiplying.
   */
  private static final int COLUMNS = 4;

  /** Bits of an exponent that are taken at once. */
  private static final int WINDOW = 4;

  private final BigInteger modulus;
  private final int bits;
  private final long mask;
  private final int size;
  private final long[] n;

  /** -1/n modulo the limb. */
  private final long inverse;

  private final long[] one;
  private final long[] square;

  /** Room for one product, so that none is made anew for each. */
  private final long[] quotients;

  private final long[] product;

  /**
   * @param modulus odd, above 1
   */
  Montgomery(BigInteger modulus) {
    this.modulus = modulus;
    // 2 * size products of 2 * bits bits in a column, and the carry.
    this.bits = modulus.bitLength() <= 2048 ? 28 : 26;
    this.mask = (1L << bits) - 1;
    this.size = ((modulus.bitLength() + bits) / bits + COLUMNS - 1) / COLUMNS * COLUMNS;
    this.n = limbs(modulus);
    this.inverse = inverse(n[0]);
    BigInteger radix = BigInteger.ONE.shiftLeft(bits * size);
    this.one = limbs(radix.mod(modulus));
    this.square = limbs(radix.multiply(radix).mod(modulus));
    this.quotients = new long[size + COLUMNS];
    this.product = new long[size + COLUMNS];
  }

  /** Newton's iteration: each step doubles the bits that are right. */
  private long inverse(long odd) {
    long x = odd;
    for (int i = 0; i < 5; i++) {
      x *= 2 - odd * x;
    }
    return -x & mask;
  }

  BigInteger modulus() {
    return modulus;
  }

  /** In Montgomery's form. */
  long[] enter(BigInteger number) {
    long[] result = new long[size + COLUMNS];
    multiply(limbs(number.mod(modulus)), square, result);
    return result;
  }

  /** Out of Montgomery's form. */
  BigInteger leave(long[] number) {
    long[] unit = new long[size + COLUMNS];
    unit[0] = 1;
    long[] result = new long[size + COLUMNS];
    multiply(number, unit, result);
    return number(result);
  }

  /** The product; {@code result} may be one of the factors. */
  void multiply(long[] a, long[] b, long[] result) {
    long[] n = this.n;
    long[] m = quotients;
    int size = this.size;
    long carry = 0;
    for (int i = 0; i < size; i += COLUMNS) {
      long s0 = carry;
      long s1 = 0;
      long s2 = 0;
      long s3 = 0;
      long b1 = b[i + 1];
      long b2 = b[i + 2];
      long b3 = b[i + 3];
      long n1 = n[i + 1];
      long n2 = n[i + 2];
      long n3 = n[i + 3];
      for (int j = 0, k = i; j < i; j++, k--) {
        long x = a[j];
        long y = m[j];
        long b0 = b[k];
        long n0 = n[k];
        s0 += x * b0 + y * n0;
        s1 += x * b1 + y * n1;
        s2 += x * b2 + y * n2;
        s3 += x * b3 + y * n3;
        b3 = b2;
        b2 = b1;
        b1 = b0;
        n3 = n2;
        n2 = n1;
        n1 = n0;
      }
      // What is left of each column are the first limbs of b.
      long x0 = a[i];
      long x1 = a[i + 1];
      long x2 = a[i + 2];
      s0 += x0 * b[0];
      s1 += x0 * b[1] + x1 * b[0];
      s2 += x0 * b[2] + x1 * b[1] + x2 * b[0];
      s3 += x0 * b[3] + x1 * b[2] + x2 * b[1] + a[i + 3] * b[0];
      carry = quotients(i, s0, s1, s2, s3);
    }
    long[] product = this.product;
    for (int i = size; i < 2 * size; i += COLUMNS) {
      long s0 = carry;
      long s1 = 0;
      long s2 = 0;
      long s3 = 0;
      // Above the last limb there are noughts.
      long b1 = 0;
      long b2 = 0;
      long b3 = 0;
      long n1 = 0;
      long n2 = 0;
      long n3 = 0;
      for (int j = i - size + 1, k = size - 1; j < size; j++, k--) {
        long x = a[j];
        long y = m[j];
        long b0 = b[k];
        long n0 = n[k];
        s0 += x * b0 + y * n0;
        s1 += x * b1 + y * n1;
        s2 += x * b2 + y * n2;
        s3 += x * b3 + y * n3;
        b3 = b2;
        b2 = b1;
        b1 = b0;
        n3 = n2;
        n2 = n1;
        n1 = n0;
      }
      carry = put(product, i - size, s0, s1, s2, s3);
    }
    reduce(product, result);
  }

  /**
   * The square; {@code result} may be the number. Of every two equal products one is made, with a
   * limb that was doubled.
   */
  void square(long[] a, long[] result) {
    long[] n = this.n;
    long[] m = quotients;
    long[] product = this.product;
    int size = this.size;
    long carry = 0;
    for (int i = 0; i < 2 * size; i += COLUMNS) {
      boolean low = i < size;
      int from = low ? 0 : i - size + 1;
      int half = i / 2;
      long s0 = carry;
      long s1 = 0;
      long s2 = 0;
      long s3 = 0;
      long b1 = low ? a[i + 1] : 0;
      long b2 = low ? a[i + 2] : 0;
      long b3 = low ? a[i + 3] : 0;
      for (int j = from, k = i - from; j < half; j++, k--) {
        long x = a[j] << 1;
        long b0 = a[k];
        s0 += x * b0;
        s1 += x * b1;
        s2 += x * b2;
        s3 += x * b3;
        b3 = b2;
        b2 = b1;
        b1 = b0;
      }
      long x0 = a[half];
      long x1 = a[half + 1];
      s0 += x0 * x0;
      s1 += (x0 << 1) * x1;
      s2 += (x0 << 1) * a[half + 2] + x1 * x1;
      s3 += (x0 << 1) * a[half + 3] + (x1 << 1) * a[half + 2];
      long n1 = low ? n[i + 1] : 0;
      long n2 = low ? n[i + 2] : 0;
      long n3 = low ? n[i + 3] : 0;
      int end = low ? i : size;
      for (int j = from, k = i - from; j < end; j++, k--) {
        long y = m[j];
        long n0 = n[k];
        s0 += y * n0;
        s1 += y * n1;
        s2 += y * n2;
        s3 += y * n3;
        n3 = n2;
        n2 = n1;
        n1 = n0;
      }
      carry = low ? quotients(i, s0, s1, s2, s3) : put(product, i - size, s0, s1, s2, s3);
    }
    reduce(product, result);
  }

  /** Chooses the multiples of the modulus that make the low limbs of four columns nought. */
  private long quotients(int i, long column0, long column1, long column2, long column3) {
    long n0 = n[0];
    long n1 = n[1];
    long n2 = n[2];
    long m0 = column0 * inverse & mask;
    long s1 = column1 + m0 * n1 + (column0 + m0 * n0 >>> bits);
    long m1 = s1 * inverse & mask;
    long s2 = column2 + m0 * n2 + m1 * n1 + (s1 + m1 * n0 >>> bits);
    long m2 = s2 * inverse & mask;
    long s3 = column3 + m0 * n[3] + m1 * n2 + m2 * n1 + (s2 + m2 * n0 >>> bits);
    long m3 = s3 * inverse & mask;
    quotients[i] = m0;
    quotients[i + 1] = m1;
    quotients[i + 2] = m2;
    quotients[i + 3] = m3;
    return s3 + m3 * n0 >>> bits;
  }

  /** Four limbs of the result out of four columns. */
  private long put(long[] target, int at, long s0, long column1, long column2, long column3) {
    long s1 = column1 + (s0 >>> bits);
    long s2 = column2 + (s1 >>> bits);
    long s3 = column3 + (s2 >>> bits);
    target[at] = s0 & mask;
    target[at + 1] = s1 & mask;
    target[at + 2] = s2 & mask;
    target[at + 3] = s3 & mask;
    return s3 >>> bits;
  }

  /** A number below twice the modulus, less the modulus where it is not below it. */
  private void reduce(long[] number, long[] result) {
    long borrow = 0;
    long[] less = quotients;
    long[] n = this.n;
    int size = this.size;
    for (int i = 0; i < size; i++) {
      long difference = number[i] - n[i] + borrow;
      less[i] = difference & mask;
      borrow = difference >> bits;
    }
    // All ones where the modulus was too much.
    for (int i = 0; i < size; i++) {
      result[i] = number[i] & borrow | less[i] & ~borrow;
    }
  }

  /**
   * The power, in time that depends on the number of bits alone.
   *
   * @param base in Montgomery's form
   * @param exponentBits at least those of the exponent
   */
  long[] power(long[] base, BigInteger exponent, int exponentBits) {
    long[][] table = new long[1 << WINDOW][size + COLUMNS];
    System.arraycopy(one, 0, table[0], 0, size);
    for (int i = 1; i < table.length; i++) {
      multiply(table[i - 1], base, table[i]);
    }
    byte[] digits = exponent.toByteArray();
    long[] result = one.clone();
    long[] factor = new long[size + COLUMNS];
    for (int i = (exponentBits + WINDOW - 1) / WINDOW - 1; i >= 0; i--) {
      for (int j = 0; j < WINDOW; j++) {
        square(result, result);
      }
      choose(table, digit(digits, i), factor);
      multiply(result, factor, result);
    }
    for (long[] each : table) {
      Arrays.fill(each, 0);
    }
    Arrays.fill(digits, (byte) 0);
    return result;
  }

  /** The i-th hexadecimal digit from the right. */
  private static int digit(byte[] octets, int i) {
    int at = octets.length - 1 - i / 2;
    int octet = at < 0 ? 0 : octets[at];
    return octet >> 4 * (i & 1) & 15;
  }

  /** Reads the whole table, so that what was chosen does not show in the cache. */
  private void choose(long[][] table, int wanted, long[] target) {
    Arrays.fill(target, 0);
    for (int i = 0; i < table.length; i++) {
      int difference = i ^ wanted;
      // All ones for the one that is wanted.
      long chosen = (difference | -difference) >> 31;
      chosen = ~chosen;
      long[] entry = table[i];
      for (int j = 0; j < target.length; j++) {
        target[j] |= entry[j] & chosen;
      }
    }
  }

  /** The power with an exponent that anybody may know. */
  long[] publicPower(long[] base, BigInteger exponent) {
    long[] result = base.clone();
    for (int i = exponent.bitLength() - 2; i >= 0; i--) {
      square(result, result);
      if (exponent.testBit(i)) {
        multiply(result, base, result);
      }
    }
    return result;
  }

  private long[] limbs(BigInteger number) {
    byte[] octets = number.toByteArray();
    long[] limbs = new long[size + COLUMNS];
    long window = 0;
    int filled = 0;
    int at = 0;
    for (int i = octets.length - 1; i >= 0 && at < size; i--) {
      window |= (long) (octets[i] & 0xff) << filled;
      filled += 8;
      if (filled >= bits) {
        limbs[at++] = window & mask;
        window >>>= bits;
        filled -= bits;
      }
    }
    if (at < size) {
      limbs[at] = window;
    }
    Arrays.fill(octets, (byte) 0);
    return limbs;
  }

  private BigInteger number(long[] limbs) {
    byte[] octets = new byte[(size * bits + 7) / 8];
    long window = 0;
    int filled = 0;
    int at = octets.length;
    for (int i = 0; i < size; i++) {
      window |= limbs[i] << filled;
      filled += bits;
      while (filled >= 8) {
        octets[--at] = (byte) window;
        window >>>= 8;
        filled -= 8;
      }
    }
    if (at > 0) {
      octets[--at] = (byte) window;
    }
    BigInteger number = new BigInteger(1, octets);
    Arrays.fill(octets, (byte) 0);
    return number;
  }
}

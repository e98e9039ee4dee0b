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
    this.size = (modulus.bitLength() + bits) / bits;
    this.n = limbs(modulus);
    this.inverse = inverse(n[0]);
    BigInteger radix = BigInteger.ONE.shiftLeft(bits * size);
    this.one = limbs(radix.mod(modulus));
    this.square = limbs(radix.multiply(radix).mod(modulus));
    this.quotients = new long[size];
    this.product = new long[size];
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
    long[] result = new long[size];
    multiply(limbs(number.mod(modulus)), square, result);
    return result;
  }

  /** Out of Montgomery's form. */
  BigInteger leave(long[] number) {
    long[] unit = new long[size];
    unit[0] = 1;
    long[] result = new long[size];
    multiply(number, unit, result);
    return number(result);
  }

  /** The product; {@code result} may be one of the factors. */
  void multiply(long[] a, long[] b, long[] result) {
    long[] n = this.n;
    long[] m = quotients;
    int size = this.size;
    long sum = 0;
    for (int i = 0; i < size; i++) {
      for (int j = 0, k = i; j < i; j++, k--) {
        sum += a[j] * b[k] + m[j] * n[k];
      }
      sum += a[i] * b[0];
      m[i] = sum * inverse & mask;
      sum = sum + m[i] * n[0] >>> bits;
    }
    long[] product = this.product;
    for (int i = 1; i < size; i++) {
      for (int j = i, k = size - 1; j < size; j++, k--) {
        sum += a[j] * b[k] + m[j] * n[k];
      }
      product[i - 1] = sum & mask;
      sum >>>= bits;
    }
    product[size - 1] = sum;
    reduce(product, result);
  }

  /** The square: of every two equal products one is made. */
  void square(long[] a, long[] result) {
    long[] n = this.n;
    long[] m = quotients;
    int size = this.size;
    long sum = 0;
    for (int i = 0; i < size; i++) {
      sum += column(a, 0, i);
      for (int j = 0, k = i; j < i; j++, k--) {
        sum += m[j] * n[k];
      }
      m[i] = sum * inverse & mask;
      sum = sum + m[i] * n[0] >>> bits;
    }
    long[] product = this.product;
    for (int i = 1; i < size; i++) {
      sum += column(a, i, size - 1);
      for (int j = i, k = size - 1; j < size; j++, k--) {
        sum += m[j] * n[k];
      }
      product[i - 1] = sum & mask;
      sum >>>= bits;
    }
    product[size - 1] = sum;
    reduce(product, result);
  }

  /** The sum of a[j] * a[k] for j + k = low + high. */
  private static long column(long[] a, int low, int high) {
    long half = 0;
    int j = low;
    int k = high;
    for (; j < k; j++, k--) {
      half += a[j] * a[k];
    }
    return j == k ? 2 * half + a[j] * a[j] : 2 * half;
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
    long[][] table = new long[1 << WINDOW][size];
    System.arraycopy(one, 0, table[0], 0, size);
    for (int i = 1; i < table.length; i++) {
      multiply(table[i - 1], base, table[i]);
    }
    byte[] digits = exponent.toByteArray();
    long[] result = one.clone();
    long[] factor = new long[size];
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
    long[] limbs = new long[size];
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
    for (long limb : limbs) {
      window |= limb << filled;
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

package dev.signet.engine.bc.rsa;

import java.math.BigInteger;
import java.util.Arrays;

/** Powers modulo an odd number. Base and result are in Montgomery's form. */
final class Powers {
  /** Bits of an exponent that are taken at once. */
  private static final int WINDOW = 4;

  private Powers() {}

  /**
   * The power, in time that depends on the number of bits alone.
   *
   * @param base in Montgomery's form
   * @param exponentBits at least those of the exponent
   */
  static Limbs[] secret(Montgomery field, Limbs[] base, BigInteger exponent, int exponentBits) {
    Limbs[][] table = new Limbs[1 << WINDOW][];
    table[0] = field.one();
    for (int i = 1; i < table.length; i++) {
      table[i] = field.zero();
      field.multiply(table[i - 1], base, table[i]);
    }
    byte[] digits = exponent.toByteArray();
    Limbs[] result = field.one();
    Limbs[] factor = field.zero();
    for (int i = (exponentBits + WINDOW - 1) / WINDOW - 1; i >= 0; i--) {
      for (int j = 0; j < WINDOW; j++) {
        field.square(result, result);
      }
      choose(table, digit(digits, i), factor);
      field.multiply(result, factor, result);
    }
    for (Limbs[] each : table) {
      Limbs.wipe(each);
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
  private static void choose(Limbs[][] table, int wanted, Limbs[] target) {
    Limbs.wipe(target);
    for (int i = 0; i < table.length; i++) {
      long chosen = ifSame(i, wanted);
      Limbs[] entry = table[i];
      for (int j = 0; j < target.length; j++) {
        target[j].add(entry[j], chosen);
      }
    }
  }

  /** All ones where both are the same, else nought. */
  private static long ifSame(int a, int b) {
    int difference = a ^ b;
    return ~((difference | -difference) >> 31);
  }

  /** The power with an exponent that anybody may know. */
  static Limbs[] open(Montgomery field, Limbs[] base, BigInteger exponent) {
    Limbs[] result = Limbs.copy(base);
    for (int i = exponent.bitLength() - 2; i >= 0; i--) {
      field.square(result, result);
      if (exponent.testBit(i)) {
        field.multiply(result, base, result);
      }
    }
    return result;
  }
}

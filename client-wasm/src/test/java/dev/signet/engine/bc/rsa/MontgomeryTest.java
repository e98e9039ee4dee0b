package dev.signet.engine.bc.rsa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Arithmetic modulo an odd number agrees with the JDK's")
class MontgomeryTest {
  private final Random random = new Random(20);

  /** Odd, of exactly so many bits. */
  private BigInteger odd(int bits) {
    return new BigInteger(bits, random).setBit(bits - 1).setBit(0);
  }

  private static void agrees(BigInteger modulus, BigInteger a, BigInteger b) {
    Montgomery field = new Montgomery(modulus);
    Limbs[] x = field.enter(a);
    Limbs[] y = field.enter(b);
    assertEquals(a.mod(modulus), field.leave(x));
    Limbs[] product = field.zero();
    field.multiply(x, y, product);
    assertEquals(a.multiply(b).mod(modulus), field.leave(product));
    field.square(x, x);
    assertEquals(a.multiply(a).mod(modulus), field.leave(x));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 26, 27, 28, 29, 55, 56, 57, 512, 1024, 2047, 2048, 2049, 4096, 8192})
  @DisplayName("for products and squares of every length")
  void products(int bits) {
    for (int i = 0; i < 40; i++) {
      BigInteger modulus = odd(bits);
      agrees(modulus, new BigInteger(bits + 9, random), new BigInteger(bits, random));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {28, 56, 1024, 2048, 2049, 4096, 8192})
  @DisplayName("where every limb is as large as it can be, or nought")
  void extremes(int bits) {
    BigInteger full = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
    BigInteger sparse = BigInteger.ONE.shiftLeft(bits - 1).add(BigInteger.ONE);
    for (BigInteger modulus : new BigInteger[] {full, full.subtract(BigInteger.TWO), sparse}) {
      BigInteger most = modulus.subtract(BigInteger.ONE);
      for (BigInteger a : new BigInteger[] {BigInteger.ZERO, BigInteger.ONE, most}) {
        agrees(modulus, a, most);
        agrees(modulus, most, a);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {512, 1024, 1100, 1101, 2048, 4096, 6000, 6001, 16384})
  @DisplayName("where every limb of a factor and of the modulus is at an end of its range")
  void ends(int bits) {
    int width = new Montgomery(odd(bits)).bits();
    for (BigInteger limb : limbs(width)) {
      BigInteger modulus = repeated(limb, width, bits).setBit(bits - 1).setBit(0);
      Montgomery field = new Montgomery(modulus);
      // Limbs that no entered number would have, but which are within the bounds.
      for (long x : new long[] {-(1L << width - 1), (1L << width - 1) - 1}) {
        for (long y : new long[] {-(1L << width - 1), (1L << width - 1) - 1}) {
          Limbs[] a = field.zero();
          Limbs[] b = field.zero();
          fill(a, (bits - 1) / width, x);
          fill(b, (bits - 1) / width, y);
          BigInteger product = field.leave(a).multiply(field.leave(b)).mod(modulus);
          BigInteger square = field.leave(a).pow(2).mod(modulus);
          field.multiply(a, b, b);
          assertEquals(product, field.leave(b));
          field.square(a, a);
          assertEquals(square, field.leave(a));
        }
      }
    }
  }

  private static void fill(Limbs[] number, int count, long limb) {
    for (int i = 0; i < count; i++) {
      number[i / Limbs.COUNT].set(i % Limbs.COUNT, limb);
    }
  }

  /** The limbs of a width whose signed form is the greatest, and the least, and nearly so. */
  private static List<BigInteger> limbs(int width) {
    BigInteger half = BigInteger.ONE.shiftLeft(width - 1);
    return List.of(half, half.subtract(BigInteger.ONE), half.add(BigInteger.ONE));
  }

  private static BigInteger repeated(BigInteger limb, int width, int bits) {
    BigInteger all = BigInteger.ZERO;
    for (int i = 0; i < bits; i += width) {
      all = all.or(limb.shiftLeft(i));
    }
    return all.mod(BigInteger.ONE.shiftLeft(bits));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 28, 512, 1024, 2049})
  @DisplayName("for powers, whatever the exponent's length is taken for")
  void powers(int bits) {
    BigInteger modulus = odd(bits);
    Montgomery field = new Montgomery(modulus);
    for (int length : new int[] {1, 3, 4, 17, 64, 257}) {
      BigInteger base = new BigInteger(bits, random);
      BigInteger exponent = new BigInteger(length, random).setBit(0);
      BigInteger expected = base.modPow(exponent, modulus);
      Limbs[] entered = field.enter(base);
      assertEquals(expected, field.leave(Powers.secret(field, entered, exponent, length)));
      assertEquals(expected, field.leave(Powers.secret(field, entered, exponent, length + 31)));
      assertEquals(expected, field.leave(Powers.open(field, entered, exponent)));
    }
    assertEquals(
        BigInteger.ONE.mod(modulus),
        field.leave(Powers.secret(field, field.enter(BigInteger.TEN), BigInteger.ZERO, 8)));
  }

  @Test
  @DisplayName("also modulo a number that is no prime, and for numbers that have no inverse")
  void composite() {
    BigInteger three = BigInteger.valueOf(3);
    BigInteger modulus = three.pow(700);
    agrees(modulus, three.pow(300), three.pow(400));
  }
}

package dev.signet.engine.bc.rsa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
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
    long[] x = field.enter(a);
    long[] y = field.enter(b);
    assertEquals(a.mod(modulus), field.leave(x));
    long[] product = x.clone();
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
  @ValueSource(ints = {2, 28, 512, 1024, 2049})
  @DisplayName("for powers, whatever the exponent's length is taken for")
  void powers(int bits) {
    BigInteger modulus = odd(bits);
    Montgomery field = new Montgomery(modulus);
    for (int length : new int[] {1, 3, 4, 17, 64, 257}) {
      BigInteger base = new BigInteger(bits, random);
      BigInteger exponent = new BigInteger(length, random).setBit(0);
      BigInteger expected = base.modPow(exponent, modulus);
      long[] entered = field.enter(base);
      assertEquals(expected, field.leave(field.power(entered, exponent, length)));
      assertEquals(expected, field.leave(field.power(entered, exponent, length + 31)));
      assertEquals(expected, field.leave(field.publicPower(entered, exponent)));
    }
    assertEquals(
        BigInteger.ONE.mod(modulus),
        field.leave(field.power(field.enter(BigInteger.TEN), BigInteger.ZERO, 8)));
  }

  @Test
  @DisplayName("also modulo a number that is no prime, and for numbers that have no inverse")
  void composite() {
    BigInteger three = BigInteger.valueOf(3);
    BigInteger modulus = three.pow(700);
    agrees(modulus, three.pow(300), three.pow(400));
  }
}

package dev.signet.engine.algorithm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Random;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A signature value of two numbers")
class EcdsaValueTest {
  @Test
  @DisplayName("goes from DER to a fixed length and back")
  void roundTrip() {
    Random random = new Random(9);
    for (int bits : new int[] {1, 7, 8, 9, 200, 255, 256}) {
      EcdsaValue value =
          new EcdsaValue(
              new BigInteger(bits, random).setBit(bits - 1),
              new BigInteger(bits, random).setBit(0));
      byte[] der = value.der();
      assertEquals(Optional.of(value), EcdsaValue.parse(der));
      byte[] fixed = value.fixed(32).orElseThrow();
      assertEquals(64, fixed.length);
      assertArrayEquals(der, EcdsaValue.ofFixed(fixed).der());
    }
  }

  @Test
  @DisplayName("has no fixed form where a number is too large, nought or below")
  void noFixedForm() {
    BigInteger large = BigInteger.ONE.shiftLeft(256);
    for (BigInteger wrong : new BigInteger[] {large, BigInteger.ZERO, BigInteger.ONE.negate()}) {
      assertTrue(new EcdsaValue(wrong, BigInteger.ONE).fixed(32).isEmpty());
      assertTrue(new EcdsaValue(BigInteger.ONE, wrong).fixed(32).isEmpty());
    }
  }

  @Test
  @DisplayName("is DER or nothing")
  void damaged() {
    for (String hex :
        new String[] {
          "",
          "30",
          "3000",
          "3003020101",
          "300702010102010100",
          "30080202000102010100",
          "3007020200010201",
          "30800201010201010000",
          "3006020101020102ff"
        }) {
      assertTrue(EcdsaValue.parse(Hex.decode(hex)).isEmpty(), hex);
    }
    assertTrue(EcdsaValue.parse(new byte[161]).isEmpty());
  }
}

package dev.signet.engine.bc.rsa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAKeyGenParameterSpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("RSA's private operation")
class PrivateOperationTest {
  private final SecureRandom random = new SecureRandom();

  private static RSAPrivateCrtKey key(int bits, long exponent) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(new RSAKeyGenParameterSpec(bits, BigInteger.valueOf(exponent)));
      return (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
    } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RsaPrivateKey with(RSAPrivateCrtKey key, BigInteger dp) {
    return new RsaPrivateKey(
        key.getModulus(),
        key.getPublicExponent(),
        key.getPrivateExponent(),
        key.getPrimeP(),
        key.getPrimeQ(),
        dp,
        key.getPrimeExponentQ(),
        key.getCrtCoefficient());
  }

  @ParameterizedTest
  @CsvSource({"1024, 65537", "2048, 3", "2048, 65537", "2056, 17", "3072, 65537", "4096, 65537"})
  @DisplayName("is the inverse of the public one, use after use")
  void inverse(int bits, long exponent) {
    RSAPrivateCrtKey made = key(bits, exponent);
    RsaPrivateKey key = with(made, made.getPrimeExponentP());
    BigInteger n = made.getModulus();
    for (int i = 0; i < 70; i++) {
      BigInteger number = new BigInteger(bits, random).mod(n);
      BigInteger result = key.apply(number, random);
      assertEquals(number, PublicOperation.apply(n, made.getPublicExponent(), result));
      assertEquals(number, result.modPow(made.getPublicExponent(), n));
    }
    for (BigInteger edge :
        new BigInteger[] {
          BigInteger.ZERO,
          BigInteger.ONE,
          n.subtract(BigInteger.ONE),
          made.getPrimeP(),
          made.getPrimeQ().shiftLeft(1)
        }) {
      assertEquals(edge.modPow(made.getPrivateExponent(), n), key.apply(edge, random));
    }
  }

  @Test
  @DisplayName("gives nothing out where one half is wrong")
  void fault() {
    RSAPrivateCrtKey made = key(1024, 65537);
    RsaPrivateKey wrong = with(made, made.getPrimeExponentP().add(BigInteger.TWO));
    assertThrows(IllegalStateException.class, () -> wrong.apply(BigInteger.TEN, random));
  }
}

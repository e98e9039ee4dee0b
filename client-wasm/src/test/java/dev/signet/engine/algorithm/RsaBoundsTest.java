package dev.signet.engine.algorithm;

import static java.math.BigInteger.ONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("RSA public keys that are used, whoever computes")
class RsaBoundsTest {
  private static byte[] key(ASN1Encodable key) throws IOException {
    AlgorithmIdentifier rsa =
        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
    return new SubjectPublicKeyInfo(rsa, key).getEncoded();
  }

  @ParameterizedTest(name = "{0} bits, + {1}, exponent {2}: {3}")
  @CsvSource({
    "2048, 1, 65537, true",
    "2048, 1, 3, true",
    "2048, 1, 1, false",
    "2048, 1, 0, false",
    "2048, 1, 2, false",
    "2048, 1, 65536, false",
    "2048, 1, 18446744073709551615, true",
    "2048, 1, 18446744073709551617, false",
    "2048, 0, 65537, false",
    "8192, 1, 65537, true",
    "8193, 1, 65537, false",
  })
  @DisplayName("have an odd modulus and an odd exponent, within bounds")
  void numbers(int bits, int plus, BigInteger exponent, boolean held) throws IOException {
    BigInteger modulus = ONE.shiftLeft(bits - 1).add(BigInteger.valueOf(plus));
    assertEquals(held, RsaBounds.hold(modulus, exponent));
    assertEquals(held, RsaBounds.hold(key(new RSAPublicKey(modulus, exponent))));
    assertFalse(RsaBounds.hold(modulus.negate(), exponent));
    assertFalse(RsaBounds.hold(modulus, exponent.negate()));
  }

  @Test
  @DisplayName("are keys at all")
  void others() throws IOException {
    assertFalse(RsaBounds.hold(new byte[] {0x30, 0}));
    assertFalse(RsaBounds.hold(key(DERNull.INSTANCE)));
    assertFalse(RsaBounds.hold(new byte[0]));
  }
}

package dev.signet.engine.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.bc.key.EcCurves;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.teletrust.TeleTrusTNamedCurves;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A curve, as far as it is known without computing on it")
class EllipticCurveTest {
  private final Random random = new Random(5);

  private static ECNamedDomainParameters domain(EllipticCurve curve) {
    ASN1ObjectIdentifier oid =
        switch (curve) {
          case P_256 -> SECObjectIdentifiers.secp256r1;
          case P_384 -> SECObjectIdentifiers.secp384r1;
          case P_521 -> SECObjectIdentifiers.secp521r1;
          default -> TeleTrusTNamedCurves.getOID(curve.display());
        };
    assertEquals(curve, EllipticCurve.of(oid));
    return EcCurves.of(oid);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("is Bouncy Castle's: its points, and no others")
  void points(EllipticCurve curve) {
    ECNamedDomainParameters domain = domain(curve);
    assertEquals(domain.getCurve().getFieldSize(), curve.bits());
    for (int i = 0; i < 20; i++) {
      ECPoint point = domain.getG().multiply(new BigInteger(curve.bits(), random)).normalize();
      byte[] whole = point.getEncoded(false);
      byte[] compressed = point.getEncoded(true);
      assertTrue(curve.has(whole));
      assertTrue(curve.has(compressed));
      int at = 1 + random.nextInt(whole.length - 1);
      whole[at] ^= (byte) (1 << random.nextInt(8));
      assertFalse(curve.has(whole));
      compressed[compressed.length - 1] ^= 1;
      assertEquals(onCurve(domain, compressed), curve.has(compressed));
    }
  }

  private static boolean onCurve(ECNamedDomainParameters domain, byte[] point) {
    try {
      return !domain.getCurve().decodePoint(point).isInfinity();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("has no point of another length or form, nor one whose coordinates are too large")
  void forms(EllipticCurve curve) {
    byte[] whole = domain(curve).getG().getEncoded(false);
    assertFalse(curve.has(new byte[0]));
    assertFalse(curve.has(new byte[1]));
    assertFalse(curve.has(Arrays.copyOf(whole, whole.length - 1)));
    assertFalse(curve.has(Arrays.copyOf(whole, whole.length + 1)));
    for (int form : new int[] {0, 1, 2, 3, 5, 6, 7, 255}) {
      byte[] other = whole.clone();
      other[0] = (byte) form;
      assertFalse(curve.has(other), "form " + form);
    }
    byte[] large = new byte[whole.length];
    Arrays.fill(large, (byte) 255);
    large[0] = 4;
    assertFalse(curve.has(large));
  }

  @Test
  @DisplayName("is not known by another name")
  void unknown() {
    assertNull(EllipticCurve.of(SECObjectIdentifiers.secp256k1));
  }
}

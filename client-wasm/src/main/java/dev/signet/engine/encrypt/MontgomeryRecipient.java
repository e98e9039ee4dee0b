package dev.signet.engine.encrypt;

import dev.signet.engine.algorithm.KeyAgreementScheme;
import java.math.BigInteger;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.util.Arrays;

/** X25519 and X448 keys (RFC 8410), for agreement with HKDF (RFC 8418). */
final class MontgomeryRecipient {
  /** 2^255 - 19. */
  private static final BigInteger PRIME_25519 =
      BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));

  /** 2^448 - 2^224 - 1. */
  private static final BigInteger PRIME_448 =
      BigInteger.ONE
          .shiftLeft(448)
          .subtract(BigInteger.ONE.shiftLeft(224))
          .subtract(BigInteger.ONE);

  /** The points of order 8 on Curve25519, of which every scalar is a multiple too. */
  private static final BigInteger[] ORDER_8 = {
    new BigInteger("325606250916557431795983626356110631294008115727848805560023387167927233504"),
    new BigInteger("39382357235489614581723060781553021112529911719440698176882885853963445705823")
  };

  private MontgomeryRecipient() {}

  static RecipientKey x25519(SubjectPublicKeyInfo key) {
    return of(key, 32, PRIME_25519, KeyAgreementScheme.STANDARD_HKDF_SHA256);
  }

  static RecipientKey x448(SubjectPublicKeyInfo key) {
    return of(key, 56, PRIME_448, KeyAgreementScheme.STANDARD_HKDF_SHA512);
  }

  private static RecipientKey of(
      SubjectPublicKeyInfo key, int octets, BigInteger prime, KeyAgreementScheme scheme) {
    byte[] point = key.getPublicKeyData().getOctets();
    if (key.getAlgorithm().getParameters() != null
        || point.length != octets
        || smallOrder(point, prime)) {
      return RecipientKey.refused("damaged-key");
    }
    return RecipientKey.usable(new KeyManagement.Agreement(scheme), key.getAlgorithm(), point);
  }

  /**
   * Whether every agreement with the point gives zero, so that anybody could read the mail (RFC
   * 7748 section 6): a coordinate that is 0, 1 or -1, or one of order 8.
   */
  private static boolean smallOrder(byte[] point, BigInteger prime) {
    byte[] bigEndian = Arrays.reverse(point);
    if (prime.equals(PRIME_25519)) {
      // The highest bit is ignored (RFC 7748 section 5).
      bigEndian[0] &= 0x7f;
    }
    BigInteger u = new BigInteger(1, bigEndian).mod(prime);
    return u.compareTo(BigInteger.ONE) <= 0
        || u.equals(prime.subtract(BigInteger.ONE))
        || prime.equals(PRIME_25519) && (u.equals(ORDER_8[0]) || u.equals(ORDER_8[1]));
  }
}

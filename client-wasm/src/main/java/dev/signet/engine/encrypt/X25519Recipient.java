package dev.signet.engine.encrypt;

import dev.signet.engine.algorithm.KeyAgreementScheme;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.math.ec.rfc7748.X25519;

/** X25519 keys (RFC 8410), for agreement with HKDF (RFC 8418). */
final class X25519Recipient {
  private X25519Recipient() {}

  static RecipientKey of(SubjectPublicKeyInfo key) {
    byte[] point = key.getPublicKeyData().getOctets();
    if (key.getAlgorithm().getParameters() != null
        || point.length != X25519.POINT_SIZE
        || smallOrder(point)) {
      return RecipientKey.refused("damaged-key");
    }
    return RecipientKey.usable(
        new KeyManagement.Agreement(KeyAgreementScheme.STANDARD_HKDF_SHA256),
        key.getAlgorithm(),
        point);
  }

  /**
   * Whether every agreement with the point gives zero, so that anybody could read the mail. All
   * scalars are multiples of the cofactor (RFC 7748 section 5), so that any one of them tells.
   */
  private static boolean smallOrder(byte[] point) {
    byte[] scalar = new byte[X25519.SCALAR_SIZE];
    return !X25519.calculateAgreement(scalar, 0, point, 0, new byte[X25519.POINT_SIZE], 0);
  }
}

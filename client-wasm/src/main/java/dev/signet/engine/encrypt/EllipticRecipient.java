package dev.signet.engine.encrypt;

import dev.signet.engine.algorithm.EllipticCurve;
import dev.signet.engine.algorithm.KeyAgreementScheme;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Keys on elliptic curves (RFC 5480), for ECDH (RFC 5753). */
final class EllipticRecipient {
  private EllipticRecipient() {}

  static RecipientKey of(SubjectPublicKeyInfo key) {
    if (!(key.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier name)) {
      // Curves given by their figures: none that is in use.
      return RecipientKey.refused("key-parameters");
    }
    EllipticCurve curve = EllipticCurve.of(name);
    if (curve == null) {
      return RecipientKey.refused("key-parameters");
    }
    byte[] point = key.getPublicKeyData().getOctets();
    // A point off the curve would give the content's key to whoever chose it.
    if (!curve.has(point)) {
      return RecipientKey.refused("damaged-key");
    }
    return RecipientKey.usable(
        new KeyManagement.Agreement(scheme(curve.bits())),
        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, name),
        point);
  }

  /** The hash as strong as the curve (RFC 5753 section 8). */
  private static KeyAgreementScheme scheme(int bits) {
    if (bits <= 256) {
      return KeyAgreementScheme.STANDARD_X963_SHA256;
    }
    return bits <= 384
        ? KeyAgreementScheme.STANDARD_X963_SHA384
        : KeyAgreementScheme.STANDARD_X963_SHA512;
  }
}

package dev.signet.engine.cms.recipient;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.EllipticCurve;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.key.UnlockedKey;
import java.io.IOException;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.OriginatorIdentifierOrKey;
import org.bouncycastle.asn1.cms.OriginatorPublicKey;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * The sender's side of a key agreement (RFC 5652 section 6.2.2): a key in the message, or the
 * certificate that has it.
 */
record Originator(OriginatorIdentifierOrKey identifier) {
  /**
   * DER of the SubjectPublicKeyInfo.
   *
   * @param recipient says what curve it is, where the message does not (RFC 5753 section 3.1.1)
   * @param certificates where a certificate is looked for
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} for a certificate that is not at hand
   */
  byte[] publicKey(UnlockedKey recipient, List<MailCertificate> certificates) {
    try {
      OriginatorPublicKey key = identifier.getOriginatorKey();
      if (key == null) {
        return certificate(certificates).publicKey().getEncoded("DER");
      }
      AlgorithmIdentifier algorithm = new AlgorithmIdentifier(key.getAlgorithm().getAlgorithm());
      if (onCurve(key)) {
        algorithm =
            new AlgorithmIdentifier(
                X9ObjectIdentifiers.id_ecPublicKey,
                key.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier named
                    ? named
                    : curve(recipient.privateKey()));
      }
      return new SubjectPublicKeyInfo(algorithm, key.getPublicKeyData().getOctets())
          .getEncoded("DER");
    } catch (IOException e) {
      throw SmimeException.malformed("the originator's key is damaged");
    }
  }

  private MailCertificate certificate(List<MailCertificate> certificates) {
    ASN1Encodable id =
        identifier.getIssuerAndSerialNumber() != null
            ? identifier.getIssuerAndSerialNumber()
            : identifier.getSubjectKeyIdentifier().toASN1Primitive();
    RecipientName name = RecipientName.of(id);
    return certificates.stream()
        .filter(name::names)
        .findFirst()
        .orElseThrow(
            () ->
                new SmimeException(
                    ErrorCode.UNSUPPORTED_ALGORITHM,
                    "key agreement with an originator's certificate that is not at hand"));
  }

  /** Whether a key can be the other side at all; for recipients that are not named. */
  boolean mayAgreeWith(PrivateKey key) {
    OriginatorPublicKey own = identifier.getOriginatorKey();
    if (own == null) {
      return true;
    }
    return switch (key.kind()) {
      case EC ->
          onCurve(own)
              && (!(own.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier named)
                  || named.equals(curve(key)));
      case X25519 -> own.getAlgorithm().getAlgorithm().equals(EdECObjectIdentifiers.id_X25519);
      case X448 -> own.getAlgorithm().getAlgorithm().equals(EdECObjectIdentifiers.id_X448);
      default -> false;
    };
  }

  /**
   * The agreement's name for reports, such as {@code ECDH P-256}.
   *
   * @param recipient or null
   */
  String display(UnlockedKey recipient) {
    OriginatorPublicKey own = identifier.getOriginatorKey();
    if (recipient != null && recipient.privateKey().kind() == PrivateKey.Kind.EC) {
      return "ECDH " + curveName(curve(recipient.privateKey()));
    }
    if (own == null) {
      return "static ECDH";
    }
    ASN1ObjectIdentifier algorithm = own.getAlgorithm().getAlgorithm();
    if (algorithm.equals(EdECObjectIdentifiers.id_X25519)) {
      return "X25519";
    }
    if (algorithm.equals(EdECObjectIdentifiers.id_X448)) {
      return "X448";
    }
    return own.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier named
        ? "ECDH " + curveName(named)
        : "ECDH";
  }

  private static boolean onCurve(OriginatorPublicKey key) {
    return key.getAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey);
  }

  private static ASN1ObjectIdentifier curve(PrivateKey key) {
    ASN1ObjectIdentifier curve = key.curve();
    if (curve != null) {
      return curve;
    }
    throw SmimeException.malformed("the originator's key is on no curve");
  }

  private static String curveName(ASN1ObjectIdentifier curve) {
    EllipticCurve known = EllipticCurve.of(curve);
    return known == null ? curve.getId() : known.display();
  }
}

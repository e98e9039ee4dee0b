package dev.signet.engine.cms;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.cert.MailCertificate;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;

/** The signed attributes of a signer info (RFC 5652 section 11, RFC 5035, RFC 6211). */
final class SignedAttributes {
  private final SignerInfo signer;
  private final ASN1Set attributes;

  /**
   * @throws SmimeException {@code MALFORMED_MESSAGE} when there are none: without them a signature
   *     over one content can be shown as a signature over another
   */
  SignedAttributes(SignerInfo signer) {
    this.signer = signer;
    attributes = signer.getAuthenticatedAttributes();
    if (attributes == null || attributes.size() == 0) {
      throw SmimeException.malformed("the signed attributes are missing");
    }
  }

  /** What the signature value is over: the DER of the SET (RFC 5652 section 5.4). */
  byte[] signedBytes() {
    try {
      return attributes.getEncoded("DER");
    } catch (IOException e) {
      throw SmimeException.malformed("the signed attributes are damaged");
    }
  }

  String contentType() {
    return ASN1ObjectIdentifier.getInstance(required(CMSAttributes.contentType)).getId();
  }

  byte[] messageDigest() {
    return ASN1OctetString.getInstance(required(CMSAttributes.messageDigest)).getOctets();
  }

  /** Milliseconds since 1970, or null. */
  Long signingTime() {
    return single(CMSAttributes.signingTime)
        .map(value -> Time.getInstance(value).getDate().getTime())
        .orElse(null);
  }

  /**
   * Whether the attributes that bind algorithms and certificate, where present, name those of the
   * signer info. A mismatch means that somebody put another algorithm or certificate in place.
   */
  boolean bind(MailCertificate certificate) {
    return bindAlgorithms() && bindCertificate(certificate);
  }

  private boolean bindAlgorithms() {
    return single(CMSAttributes.cmsAlgorithmProtect)
        .map(CMSAlgorithmProtection::getInstance)
        .map(
            bound ->
                bound
                        .getDigestAlgorithm()
                        .getAlgorithm()
                        .equals(signer.getDigestAlgorithm().getAlgorithm())
                    && bound.getSignatureAlgorithm() != null
                    && bound
                        .getSignatureAlgorithm()
                        .getAlgorithm()
                        .equals(signer.getDigestEncryptionAlgorithm().getAlgorithm()))
        .orElse(true);
  }

  private boolean bindCertificate(MailCertificate certificate) {
    Optional<ASN1Encodable> attribute = single(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
    if (attribute.isEmpty()) {
      return true;
    }
    ESSCertIDv2[] ids = SigningCertificateV2.getInstance(attribute.get()).getCerts();
    if (ids.length == 0) {
      return false;
    }
    DigestAlgorithm algorithm =
        DigestAlgorithm.of(ids[0].getHashAlgorithm().getAlgorithm().getId());
    Digest digest =
        switch (algorithm) {
          case SHA256 -> new SHA256Digest();
          case SHA384 -> new SHA384Digest();
          case SHA512 -> new SHA512Digest();
          default -> throw SmimeException.unsupported(algorithm.oid());
        };
    byte[] hash = new byte[digest.getDigestSize()];
    digest.update(certificate.der(), 0, certificate.der().length);
    digest.doFinal(hash, 0);
    return Arrays.equals(hash, ids[0].getCertHashObject().getOctets());
  }

  private ASN1Encodable required(ASN1ObjectIdentifier type) {
    return single(type)
        .orElseThrow(() -> SmimeException.malformed("a signed attribute is missing"));
  }

  /** The one value of an attribute that may occur once with one value. */
  private Optional<ASN1Encodable> single(ASN1ObjectIdentifier type) {
    ASN1Encodable found = null;
    for (ASN1Encodable each : attributes) {
      Attribute attribute = Attribute.getInstance(each);
      if (attribute.getAttrType().equals(type)) {
        if (found != null || attribute.getAttrValues().size() != 1) {
          throw SmimeException.malformed("a signed attribute stands more than once");
        }
        found = attribute.getAttrValues().getObjectAt(0);
      }
    }
    return Optional.ofNullable(found);
  }
}

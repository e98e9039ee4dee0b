package dev.signet.engine.cms;

import dev.signet.engine.address.MailAddress;
import dev.signet.engine.cert.MailCertificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.RecipientKeyIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/**
 * What a signer says of how to answer. Only a signature that verified makes it the signer's word.
 *
 * @param capabilities OIDs of what it can read, in its order of preference (RFC 8551 section
 *     2.5.2); null where it does not say
 * @param encryptionCertificate the certificate in the message that answers are to be encrypted to
 *     (RFC 8551 section 2.5.3); null where it names none, or none that is there and the signer's
 * @param namesCertificate whether it names one at all, found or not: then no other is what the
 *     signer wants answers to
 */
public record SignerClaims(
    List<String> capabilities, MailCertificate encryptionCertificate, boolean namesCertificate) {
  static final SignerClaims NONE = new SignerClaims(null, null, false);

  /** Nobody has more than about twenty. */
  private static final int MAX_CAPABILITIES = 256;

  /** Outlook's encryption key preference: issuer and serial number alone. */
  private static final ASN1ObjectIdentifier MICROSOFT_ENCRYPTION_KEY =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.311.16.4");

  /**
   * Reads them; what is damaged or stands twice says nothing, and is no reason for red.
   *
   * <p>A certificate to be encrypted to is taken only where it is the signer's, by an address:
   * whoever names another's could have his own capabilities taken for those of its owner.
   */
  static SignerClaims read(
      SignedAttributes attributes, MailCertificate signer, List<MailCertificate> certificates) {
    MailCertificate encryption = encryption(attributes, certificates);
    return new SignerClaims(
        capabilities(attributes),
        encryption != null && sameOwner(signer, encryption) ? encryption : null,
        attributes.has(PKCSObjectIdentifiers.id_aa_encrypKeyPref)
            || attributes.has(MICROSOFT_ENCRYPTION_KEY));
  }

  private static boolean sameOwner(MailCertificate signer, MailCertificate other) {
    if (signer.equals(other)) {
      return true;
    }
    return MailAddress.anyShared(signer.emailAddresses(), other.emailAddresses());
  }

  private static List<String> capabilities(SignedAttributes attributes) {
    try {
      Optional<ASN1Encodable> value =
          attributes.single(PKCSObjectIdentifiers.pkcs_9_at_smimeCapabilities);
      if (value.isEmpty()) {
        return null;
      }
      List<String> oids = new ArrayList<>();
      for (ASN1Encodable each : ASN1Sequence.getInstance(value.get())) {
        String oid =
            ASN1ObjectIdentifier.getInstance(ASN1Sequence.getInstance(each).getObjectAt(0)).getId();
        if (!oids.contains(oid) && oids.size() < MAX_CAPABILITIES) {
          oids.add(oid);
        }
      }
      return List.copyOf(oids);
    } catch (RuntimeException e) {
      return null;
    }
  }

  private static MailCertificate encryption(
      SignedAttributes attributes, List<MailCertificate> certificates) {
    try {
      Optional<ASN1Encodable> preference =
          attributes.single(PKCSObjectIdentifiers.id_aa_encrypKeyPref);
      if (preference.isPresent()) {
        return named(ASN1TaggedObject.getInstance(preference.get()), certificates);
      }
      return attributes
          .single(MICROSOFT_ENCRYPTION_KEY)
          .map(value -> named(IssuerAndSerialNumber.getInstance(value), certificates))
          .orElse(null);
    } catch (RuntimeException e) {
      return null;
    }
  }

  private static MailCertificate named(
      ASN1TaggedObject choice, List<MailCertificate> certificates) {
    return switch (choice.getTagNo()) {
      case 0 ->
          named(
              IssuerAndSerialNumber.getInstance(ASN1Sequence.getInstance(choice, false)),
              certificates);
      case 1 ->
          named(
              RecipientKeyIdentifier.getInstance(choice, false)
                  .getSubjectKeyIdentifier()
                  .getOctets(),
              certificates);
      case 2 -> named(ASN1OctetString.getInstance(choice, false).getOctets(), certificates);
      default -> null;
    };
  }

  private static MailCertificate named(
      IssuerAndSerialNumber name, List<MailCertificate> certificates) {
    return certificates.stream()
        .filter(each -> CertificateNames.are(each, name))
        .findFirst()
        .orElse(null);
  }

  private static MailCertificate named(byte[] identifier, List<MailCertificate> certificates) {
    return certificates.stream()
        .filter(each -> CertificateNames.are(each, identifier))
        .findFirst()
        .orElse(null);
  }
}

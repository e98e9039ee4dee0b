package dev.signet.engine.cms.write;

import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.cert.MailCertificate;
import java.util.ArrayList;
import java.util.List;

/** The attributes that a signature covers (RFC 5652 section 5.3, RFC 8551 section 2.5). */
public final class SignedAttributesWriter {
  private static final String CONTENT_TYPE = "1.2.840.113549.1.9.3";
  private static final String MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
  private static final String SIGNING_TIME = "1.2.840.113549.1.9.5";
  private static final String SMIME_CAPABILITIES = "1.2.840.113549.1.9.15";
  private static final String SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";
  private static final String ENCRYPTION_KEY_PREFERENCE = "1.2.840.113549.1.9.16.2.11";
  private static final String CMS_ALGORITHM_PROTECT = "1.2.840.113549.1.9.52";

  private SignedAttributesWriter() {}

  /**
   * The attributes as DER SET OF: these octets are what is signed, and what stands in the message
   * under another tag.
   *
   * @param contentDigest hash of the content by the scheme's hash algorithm
   * @param certificateDigest SHA-256 of the signer's certificate
   * @param signingTime milliseconds since 1970
   * @param encryption the certificate that answers are to be encrypted to, or null
   */
  public static byte[] write(
      SignatureScheme scheme,
      byte[] contentDigest,
      MailCertificate signer,
      byte[] certificateDigest,
      long signingTime,
      MailCertificate encryption) {
    List<byte[]> attributes = new ArrayList<>();
    attributes.add(attribute(CONTENT_TYPE, Der.oid(Oids.DATA)));
    attributes.add(attribute(MESSAGE_DIGEST, Der.octetString(contentDigest)));
    attributes.add(attribute(SIGNING_TIME, DerTime.encode(signingTime)));
    attributes.add(
        attribute(
            SMIME_CAPABILITIES,
            CapabilitiesWriter.capabilities(encryption == null ? null : encryption.publicKey())));
    attributes.add(
        attribute(SIGNING_CERTIFICATE_V2, signingCertificate(signer, certificateDigest)));
    attributes.add(attribute(CMS_ALGORITHM_PROTECT, algorithmProtection(scheme)));
    if (encryption != null) {
      byte[] named = IssuerAndSerial.of(encryption).encoded();
      attributes.add(
          attribute(ENCRYPTION_KEY_PREFERENCE, Der.retagged(Der.context(0, true), named)));
    }
    return Der.setOf(attributes.toArray(new byte[0][]));
  }

  private static byte[] attribute(String oid, byte[] value) {
    return Der.sequence(Der.oid(oid), Der.element(Der.SET, value));
  }

  /** RFC 5035 section 3: SHA-256 is the default, and so left out. */
  private static byte[] signingCertificate(MailCertificate signer, byte[] digest) {
    byte[] id = Der.sequence(Der.octetString(digest), IssuerAndSerial.of(signer).asIssuerSerial());
    return Der.sequence(Der.sequence(id));
  }

  /** RFC 6211 section 2: binds the two algorithm fields that a signature does not cover. */
  private static byte[] algorithmProtection(SignatureScheme scheme) {
    return Der.sequence(
        SignatureIdentifiers.digest(scheme),
        Der.retagged(Der.context(1, true), SignatureIdentifiers.signature(scheme)));
  }
}

package dev.signet.engine.cms;

import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.ShortDigests;
import dev.signet.engine.cert.MailCertificate;
import java.util.Arrays;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;

/** How CMS names a certificate (RFC 5652 sections 5.3 and 10.2.4). */
final class CertificateNames {
  private CertificateNames() {}

  static boolean are(MailCertificate certificate, IssuerAndSerialNumber name) {
    return name.getSerialNumber().hasValue(certificate.structure().getSerialNumber().getValue())
        && name.getName().equals(certificate.issuer());
  }

  /**
   * By the subject key identifier extension; of a certificate without one by SHA-1 of its key (RFC
   * 5280 section 4.2.1.2, method 1), which is what senders make of it then.
   */
  static boolean are(MailCertificate certificate, byte[] keyIdentifier) {
    byte[] own =
        certificate
            .subjectKeyIdentifier()
            .orElseGet(() -> sha1(certificate.publicKey().getPublicKeyData().getOctets()));
    return Arrays.equals(own, keyIdentifier);
  }

  private static byte[] sha1(byte[] key) {
    return ShortDigests.of(DigestAlgorithm.SHA1, key);
  }
}

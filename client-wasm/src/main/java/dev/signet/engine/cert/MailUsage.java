package dev.signet.engine.cert;

import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Whether a certificate's extensions allow a use in mail (RFC 8550 section 4.4). */
public final class MailUsage {
  private MailUsage() {}

  /** A certificate without the extensions may be used for anything. */
  public static boolean allows(MailCertificate certificate, Purpose purpose) {
    if (purpose == Purpose.ANY) {
      return true;
    }
    return extendedKeyUsageAllows(certificate)
        && switch (purpose) {
          case SIGNING ->
              keyUsageAllows(certificate, KeyUsage.digitalSignature | KeyUsage.nonRepudiation);
          case ENCRYPTION ->
              keyUsageAllows(certificate, KeyUsage.keyEncipherment | KeyUsage.keyAgreement);
          default ->
              keyUsageAllows(
                  certificate,
                  KeyUsage.digitalSignature
                      | KeyUsage.nonRepudiation
                      | KeyUsage.keyEncipherment
                      | KeyUsage.keyAgreement);
        };
  }

  /** {@code emailProtection}, {@code anyExtendedKeyUsage}, or no such extension. */
  public static boolean extendedKeyUsageAllows(MailCertificate certificate) {
    return certificate
        .extendedKeyUsage()
        .map(
            purposes ->
                purposes.contains(KeyPurposeId.id_kp_emailProtection)
                    || purposes.contains(KeyPurposeId.anyExtendedKeyUsage))
        .orElse(true);
  }

  private static boolean keyUsageAllows(MailCertificate certificate, int anyOf) {
    return certificate
        .keyUsage()
        .map(
            usage -> {
              for (int bit = 1; bit <= 0x8000; bit <<= 1) {
                if ((anyOf & bit) != 0 && usage.hasUsages(bit)) {
                  return true;
                }
              }
              return false;
            })
        .orElse(true);
  }
}

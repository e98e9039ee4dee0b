package dev.signet.engine.path;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.path.name.CertifiedNames;
import dev.signet.engine.report.Problem;
import dev.signet.engine.report.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * Whether a certificate keeps to RFC 5280's form where its meaning depends on it. What leaves no
 * doubt is let pass, since certificates in use do it: key identifiers that are missing, serial
 * numbers of zero and below, basic constraints that are not critical. Repeated extensions,
 * extensions before version 3 and issuers without a name are no {@link MailCertificate} at all.
 */
final class CertificateForm {
  /** Twenty octets (RFC 5280 section 4.1.2.2), and a twenty-first that holds the sign. */
  private static final int LONGEST_SERIAL_BITS = 160;

  private final MailCertificate certificate;
  private final int index;
  private final List<Problem> problems = new ArrayList<>();

  private CertificateForm(MailCertificate certificate, int index) {
    this.certificate = certificate;
    this.index = index;
  }

  /** Each problem has the OID of the extension that it is in as its detail, if it is in one. */
  static List<Problem> problems(MailCertificate certificate, int index) {
    CertificateForm form = new CertificateForm(certificate, index);
    form.fields();
    form.constraints();
    try {
      form.names();
    } catch (RuntimeException e) {
      form.malformed(Extension.subjectAlternativeName);
    }
    return form.problems;
  }

  private void fields() {
    if (certificate.structure().getSerialNumber().getValue().bitLength() > LONGEST_SERIAL_BITS) {
      malformed(null);
    }
    if (certificate.subject().size() == 0 && (index > 0 || certificate.isCa())) {
      malformed(null);
    }
  }

  private void constraints() {
    boolean negative =
        certificate
            .extension(Extension.basicConstraints)
            .map(value -> BasicConstraints.getInstance(value).getPathLenConstraint())
            .map(length -> length.signum() < 0)
            .orElse(false);
    if (negative) {
      malformed(Extension.basicConstraints);
    }
    // Of an issuer that is no authority, it is said better that it is none.
    if (index == 0 && !certificate.isCa()) {
      if (certificate
          .keyUsage()
          .map(usage -> usage.hasUsages(KeyUsage.keyCertSign))
          .orElse(false)) {
        malformed(Extension.keyUsage);
      }
      if (certificate.extension(Extension.nameConstraints).isPresent()) {
        malformed(Extension.nameConstraints);
      }
    }
  }

  private void names() {
    Optional<List<GeneralName>> names = CertifiedNames.alternativeNames(certificate);
    boolean damaged =
        names
            .map(list -> list.isEmpty() || !list.stream().allMatch(CertifiedNames::wellFormed))
            .orElse(false);
    // Without a subject all that the certificate says of its holder is in this extension.
    boolean unnamed =
        certificate.subject().size() == 0
            && (names.isEmpty()
                || !Extensions.getExtension(
                        certificate.structure().getTBSCertificate().getExtensions(),
                        Extension.subjectAlternativeName)
                    .isCritical());
    if (damaged || unnamed) {
      malformed(Extension.subjectAlternativeName);
    }
  }

  private void malformed(ASN1ObjectIdentifier extension) {
    problems.add(
        new Problem(
            ProblemCode.MALFORMED_CERTIFICATE,
            index,
            extension == null ? null : extension.getId()));
  }
}

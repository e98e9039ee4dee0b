package dev.signet.engine.report;

import dev.signet.engine.cert.CertificateFacts;
import dev.signet.engine.cert.MailCertificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.util.encoders.Base64;

/** Certificates and reports on them as JSON in the contract's shapes. */
final class CertificateJson {
  /** Addresses that a report lists; a certificate may hold thousands, and all are compared. */
  private static final int MOST_ADDRESSES = 256;

  private static final int MOST_KNOWN = 64;

  /** Above this one is written anew each time: what a stranger makes large is not kept. */
  private static final int LARGEST_KNOWN = 8192;

  /** Of one thread, as the binding is. */
  private static final Map<MailCertificate, String> KNOWN =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<MailCertificate, String> eldest) {
          return size() > MOST_KNOWN;
        }
      };

  private CertificateJson() {}

  static String certificates(List<MailCertificate> certificates) {
    return Json.array(certificates, CertificateJson::certificate);
  }

  /** A report names the same few certificates in many places, and so does the next one. */
  static String certificate(MailCertificate certificate) {
    String known = KNOWN.get(certificate);
    if (known == null) {
      known = written(certificate);
      if (certificate.der().length <= LARGEST_KNOWN) {
        KNOWN.put(certificate, known);
      }
    }
    return known;
  }

  private static String written(MailCertificate certificate) {
    CertificateFacts facts = new CertificateFacts(certificate);
    return Json.object(
        json ->
            json.text("der", Base64.toBase64String(certificate.der()))
                .text("subject", certificate.subjectText())
                .text("issuer", certificate.issuerText())
                .text("serialNumber", certificate.serialNumber())
                .number("notBefore", certificate.notBefore())
                .number("notAfter", certificate.notAfter())
                .texts("emailAddresses", listed(certificate.emailAddresses()))
                .text("keyAlgorithm", facts.keyAlgorithm())
                .number("keyBits", facts.keyBits())
                .texts("keyUsage", facts.keyUsage())
                .texts("extendedKeyUsage", facts.extendedKeyUsage())
                .flag("isCa", certificate.isCa())
                .raw(
                    "fingerprints",
                    Json.object(
                        prints ->
                            prints.text("sha256", facts.sha256()).text("sha1", facts.sha1()))));
  }

  private static List<String> listed(List<String> addresses) {
    return addresses.subList(0, Math.min(addresses.size(), MOST_ADDRESSES));
  }

  static String report(CertificateReport report) {
    return Json.object(
        json ->
            json.raw("certificate", certificate(report.certificate()))
                .flag("trusted", report.trusted())
                .raw("chain", certificates(report.chain()))
                .text("revocation", report.revocation().text())
                .number("revokedAt", report.revokedAt())
                .raw("problems", Json.array(report.problems(), CertificateJson::problem))
                .raw("advice", Json.array(report.advice(), CertificateJson::advice)));
  }

  private static String problem(Problem problem) {
    return Json.object(
        json ->
            json.text("code", problem.code().text())
                .number("at", problem.at())
                .text("detail", problem.detail()));
  }

  private static String advice(Advice advice) {
    return Json.object(json -> json.text("code", advice.code().text()).number("at", advice.at()));
  }
}

package dev.signet.wasm;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.key.UnlockedKey;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.report.CertificateReport;
import dev.signet.engine.report.EncryptedCopy;
import dev.signet.engine.report.OpenedMessage;
import dev.signet.engine.report.Pkcs12Info;
import dev.signet.engine.report.ReportJson;
import java.util.ArrayList;
import java.util.List;

/** Operations' results as outcomes. */
final class Reports {
  private Reports() {}

  static Outcome info(Pkcs12Info info) {
    return Outcome.report(ReportJson.info(info));
  }

  static Outcome keys(List<UnlockedKey> keys) {
    return Outcome.report(ReportJson.keys(keys));
  }

  static Outcome certificates(List<MailCertificate> certificates) {
    return Outcome.report(ReportJson.certificates(certificates));
  }

  static Outcome certificate(CertificateReport report) {
    return Outcome.report(ReportJson.certificate(report));
  }

  /** For each copy whom it is encrypted to, and the copies. */
  static Outcome copies(List<EncryptedCopy> copies) {
    List<Bulk> messages = new ArrayList<>();
    for (EncryptedCopy copy : copies) {
      messages.add(copy.message());
    }
    return new Outcome(ReportJson.copies(copies), messages);
  }

  /** The report without the content, and the content, or none while locked. */
  static Outcome opened(OpenedMessage message) {
    Bulk content = message.content();
    return new Outcome(ReportJson.opened(message), content == null ? List.of() : List.of(content));
  }
}

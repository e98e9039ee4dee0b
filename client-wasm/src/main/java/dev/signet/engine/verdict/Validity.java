package dev.signet.engine.verdict;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.report.CertificateReport;
import dev.signet.engine.report.Problem;
import dev.signet.engine.report.ProblemCode;
import dev.signet.engine.report.StatusCode;
import java.util.List;
import java.util.Set;

/**
 * What the claimed signing time makes of a chain that is out of its validity. The signer controls
 * that time: it can soften an expiry, never heal anything else.
 */
final class Validity {
  private final CertificateReport report;
  private final Long signingTime;

  Validity(CertificateReport report, Long signingTime) {
    this.report = report;
    this.signingTime = signingTime;
  }

  /** Adds what holds of the chain now, and of the signer's certificate at the signing time. */
  void judge(Set<StatusCode> found) {
    List<Problem> expired =
        report.problems().stream().filter(each -> each.code() == ProblemCode.EXPIRED).toList();
    if (!expired.isEmpty()) {
      found.add(
          expired.stream().allMatch(this::heldAtSigning)
              ? StatusCode.EXPIRED_SINCE_SIGNING
              : StatusCode.EXPIRED);
    }
    if (signingTime != null && signingTime < report.certificate().notBefore()) {
      found.add(StatusCode.NOT_YET_VALID);
    }
    if (signingTime != null && signingTime > report.certificate().notAfter()) {
      found.add(StatusCode.EXPIRED);
    }
  }

  /** Whether the certificate that has expired was valid when the message claims to be signed. */
  private boolean heldAtSigning(Problem expired) {
    MailCertificate certificate = certificate(expired.at());
    return certificate != null
        && signingTime != null
        && signingTime >= certificate.notBefore()
        && signingTime <= certificate.notAfter();
  }

  /** Null where it is not known which certificate a problem speaks of. */
  private MailCertificate certificate(Integer at) {
    if (at == null) {
      return null;
    }
    if (at == 0) {
      return report.certificate();
    }
    return at < report.chain().size() ? report.chain().get(at) : null;
  }
}

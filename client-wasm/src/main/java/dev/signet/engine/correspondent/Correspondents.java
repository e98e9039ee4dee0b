package dev.signet.engine.correspondent;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.address.MailAddress;
import dev.signet.engine.cert.CertificateFacts;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.cert.MailUsage;
import dev.signet.engine.cert.Purpose;
import dev.signet.engine.cms.SignerFacts;
import dev.signet.engine.path.PolicyInputs;
import dev.signet.engine.port.Step;
import dev.signet.engine.report.CertificateReport;
import dev.signet.engine.report.CertificateReport.Revocation;
import dev.signet.engine.report.CorrespondentReport;
import dev.signet.engine.report.CorrespondentReport.Decision;
import dev.signet.engine.report.ProblemCode;
import dev.signet.engine.report.SignerReport;
import dev.signet.engine.revocation.Evidence;
import dev.signet.engine.trust.CertificateTrust;
import dev.signet.engine.trust.Question;
import java.util.Comparator;
import java.util.List;

/**
 * Decides which certificate of a message may be kept for answers. Only what a green message brings
 * may: its certificate has a valid path for encryption, was not revoked (where that is checked), is
 * for the address that the message is from, and is newer than what is held for it.
 */
public final class Correspondents {
  private final CertificateTrust trust;
  private final List<MailCertificate> held;
  private final Candidates candidates;

  /**
   * @param held certificates of correspondents that the caller holds already
   */
  public Correspondents(CertificateTrust trust, List<MailCertificate> held) {
    this.trust = trust;
    this.held = List.copyOf(held);
    candidates = new Candidates(trust.minimumRsaBits(), trust.at());
  }

  /**
   * The signer's report with the certificate for answers to it; without one unless its signature is
   * valid. Fails only with {@code ABORTED}.
   *
   * @param certificates of the message, and more in which to look
   * @param evidence on revocation that the message brought
   * @param green whether the whole message is; nobody is asked where it is not
   */
  public Step<SignerReport> complete(
      SignerReport report,
      SignerFacts facts,
      List<MailCertificate> certificates,
      Evidence evidence,
      boolean green) {
    if (facts.fault() != null || facts.weak() || facts.certificate() == null) {
      return Step.done(report);
    }
    String address = report.matchedAddress();
    MailCertificate chosen =
        candidates.of(facts.claims(), facts.certificate(), address, certificates);
    if (chosen == null) {
      return Step.done(report);
    }
    Question question =
        new Question(Purpose.ENCRYPTION, PolicyInputs.ANY, certificates, evidence, green);
    return judge(chosen, report, question)
        .map(judged -> report.answeredBy(decided(judged, address, green)))
        .recover(
            error ->
                // What cannot be judged is not offered; the verdict on the message stands.
                error.code() == ErrorCode.ABORTED ? Step.failed(error) : Step.done(report));
  }

  /** Of one certificate for both uses everything is known but whether it may be encrypted to. */
  private Step<CertificateReport> judge(
      MailCertificate chosen, SignerReport report, Question question) {
    return chosen.equals(report.certificate().certificate())
            && MailUsage.allows(chosen, Purpose.ENCRYPTION)
        ? Step.done(report.certificate())
        : trust.judgeWithinLimits(chosen, question);
  }

  private CorrespondentReport decided(CertificateReport report, String address, boolean green) {
    MailCertificate newest = newestHeld(address);
    Decision decision = decision(report, address, green, newest);
    return new CorrespondentReport(
        report,
        address,
        decision,
        decision == Decision.IMPORT && newest != null
            ? new CertificateFacts(newest).sha256()
            : null);
  }

  private Decision decision(
      CertificateReport report, String address, boolean green, MailCertificate newest) {
    MailCertificate certificate = report.certificate();
    if (!green) {
      return Decision.SIGNATURE_NOT_GREEN;
    }
    if (MailAddress.find(address, certificate.emailAddresses()) == null) {
      return Decision.OTHER_ADDRESS;
    }
    if (report.revocation() == Revocation.REVOKED) {
      return Decision.REVOKED;
    }
    if (!candidates.usable(certificate)
        || report.problems().stream()
            .anyMatch(problem -> problem.code() != ProblemCode.REVOCATION_UNKNOWN)) {
      return Decision.NOT_TRUSTED;
    }
    if (report.revocation() == Revocation.UNKNOWN) {
      return Decision.REVOCATION_UNKNOWN;
    }
    if (!report.trusted()) {
      return Decision.NOT_TRUSTED;
    }
    if (held.contains(certificate)) {
      return Decision.HELD;
    }
    return newest == null || certificate.notBefore() > newest.notBefore()
        ? Decision.IMPORT
        : Decision.OLDER;
  }

  /** What is held for signing alone is no reason against one for encryption. */
  private MailCertificate newestHeld(String address) {
    return held.stream()
        .filter(each -> MailAddress.find(address, each.emailAddresses()) != null)
        .filter(each -> MailUsage.allows(each, Purpose.ENCRYPTION))
        .max(Comparator.comparing(MailCertificate::notBefore))
        .orElse(null);
  }
}

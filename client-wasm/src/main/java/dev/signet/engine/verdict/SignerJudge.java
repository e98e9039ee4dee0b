package dev.signet.engine.verdict;

import dev.signet.engine.address.MailAddress;
import dev.signet.engine.cms.SignerFacts;
import dev.signet.engine.report.CertificateReport;
import dev.signet.engine.report.Problem;
import dev.signet.engine.report.ProblemCode;
import dev.signet.engine.report.SignerReport;
import dev.signet.engine.report.StatusCode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Decides what one signer's signature is worth. */
public final class SignerJudge {
  private static final long DAY = 24L * 60 * 60 * 1000;

  private final Identity identity;
  private final long at;

  /**
   * @param at the instant at which validity is judged, milliseconds since 1970
   */
  public SignerJudge(Identity identity, long at) {
    this.identity = identity;
    this.at = at;
  }

  /**
   * The report on a signer.
   *
   * @param certificate the report on the signer's certificate at the instant of judgement; null
   *     where no certificate was found
   */
  public SignerReport judge(SignerFacts facts, CertificateReport certificate) {
    String matched =
        certificate == null
            ? null
            : MailAddress.find(identity.from(), certificate.certificate().emailAddresses());
    StatusCode code = Ranking.worst(findings(facts, certificate, matched));
    String shown = matched != null || certificate == null ? matched : other(code, certificate);
    return new SignerReport(
        VerdictTexts.of(code, shown, facts.faultDetail()),
        certificate,
        facts.digest(),
        facts.algorithm(),
        facts.signingTime(),
        matched,
        facts.claims().capabilities(),
        null,
        List.of());
  }

  /** The address that a text names where From is not the certificate's: Sender's, or any. */
  private String other(StatusCode code, CertificateReport certificate) {
    List<String> addresses = certificate.certificate().emailAddresses();
    return code == StatusCode.SENDER_ONLY_MATCH
        ? MailAddress.find(identity.sender(), addresses)
        : addresses.stream().findFirst().orElse(null);
  }

  /** Everything that holds of this signer; green only where nothing else does. */
  private Set<StatusCode> findings(
      SignerFacts facts, CertificateReport certificate, String matched) {
    Set<StatusCode> found = EnumSet.noneOf(StatusCode.class);
    if (facts.fault() != null) {
      found.add(facts.fault());
    }
    if (facts.weak()) {
      found.add(StatusCode.WEAK_ALGORITHM);
    }
    if (certificate == null) {
      found.add(facts.fault() == null ? StatusCode.NO_SIGNER : facts.fault());
      return found;
    }
    judgeCertificate(facts.signingTime(), certificate, found);
    judgeDate(facts.signingTime(), found);
    if (matched == null) {
      String sender =
          MailAddress.find(identity.sender(), certificate.certificate().emailAddresses());
      found.add(
          sender == null || identity.from() == null
              ? StatusCode.ADDRESS_MISMATCH
              : StatusCode.SENDER_ONLY_MATCH);
    }
    return found;
  }

  private static void judgeCertificate(
      Long signingTime, CertificateReport report, Set<StatusCode> found) {
    for (Problem problem : report.problems()) {
      if (problem.code() != ProblemCode.EXPIRED) {
        found.add(problem.code().status());
      }
    }
    new Validity(report, signingTime).judge(found);
    if (!report.trusted() && report.problems().isEmpty()) {
      found.add(StatusCode.UNTRUSTED);
    }
    switch (report.revocation()) {
      case REVOKED -> found.add(StatusCode.REVOKED);
      case UNKNOWN -> found.add(StatusCode.REVOCATION_UNKNOWN);
      case GOOD -> found.add(StatusCode.VERIFIED);
      case NOT_CHECKED -> found.add(StatusCode.VERIFIED_REVOCATION_OFF);
    }
  }

  private void judgeDate(Long signingTime, Set<StatusCode> found) {
    if (signingTime == null
        || identity.date() == null
        || Math.abs(signingTime - identity.date()) > DAY
        || signingTime > at + DAY) {
      found.add(StatusCode.DATE_MISMATCH);
    }
  }
}

package dev.signet.engine.open;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.cms.ContentDigests;
import dev.signet.engine.cms.Countersignatures;
import dev.signet.engine.cms.Countersignatures.Countersigner;
import dev.signet.engine.cms.DigestAllowance;
import dev.signet.engine.cms.SignedMessage;
import dev.signet.engine.cms.SignerFacts;
import dev.signet.engine.cms.SignerStructure;
import dev.signet.engine.cms.SignerVerification;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;
import dev.signet.engine.report.CertificateReport;
import dev.signet.engine.report.CountersignerReport;
import dev.signet.engine.report.SignerReport;
import dev.signet.engine.report.StatusCode;
import dev.signet.engine.trust.DirectIssuance;
import dev.signet.engine.trust.Purpose;
import dev.signet.engine.verdict.Identity;
import dev.signet.engine.verdict.SignerJudge;
import java.util.ArrayList;
import java.util.List;

/** Verifies and judges every signer of a signed message. */
public final class SignerCheck {
  private final Host host;
  private final DirectIssuance trust;
  private final List<MailCertificate> moreCertificates;
  private final long at;
  private final DigestAllowance allowance = new DigestAllowance();

  /**
   * @param moreCertificates where signers are looked for besides the message
   * @param at the instant at which validity is judged, milliseconds since 1970
   */
  public SignerCheck(
      Host host, DirectIssuance trust, List<MailCertificate> moreCertificates, long at) {
    this.host = host;
    this.trust = trust;
    this.moreCertificates = List.copyOf(moreCertificates);
    this.at = at;
  }

  /**
   * Grants work for one message.
   *
   * @param octets of the message as it arrived
   */
  void grant(long octets) {
    allowance.grant(octets);
  }

  /**
   * Takes octets that are looked through for their line ends.
   *
   * @throws dev.signet.engine.SmimeException {@code TOO_LARGE}
   */
  void spend(long octets) {
    allowance.spend(octets);
  }

  /**
   * What checking came to.
   *
   * @param reports one for each signer info, in its order
   * @param content the form of the content that the valid signatures are over; null where none is
   *     valid
   */
  record Checked(List<SignerReport> reports, Bulk content) {}

  /**
   * Checks every signer. Once one of them has signed a form of the content, the others must have
   * signed that form: only one can be handed out.
   *
   * @param forms forms of the content any of which may be what was signed
   */
  Step<Checked> check(SignedMessage message, List<Bulk> forms, Identity identity) {
    List<MailCertificate> certificates = new ArrayList<>(message.certificates());
    certificates.addAll(moreCertificates);
    SignerJudge judge = new SignerJudge(identity, at);
    List<Bulk> verified = new ArrayList<>();
    ContentDigests digests = new ContentDigests(allowance);
    Countersignatures countersignatures = new Countersignatures(certificates, host);
    return Step.each(
            message.signers(),
            signer ->
                SignerVerification.ofContent(signer, message.contentType(), certificates, host)
                    .verify(verified.isEmpty() ? forms : verified, digests)
                    .then(
                        facts -> {
                          if (facts.content() != null && verified.isEmpty()) {
                            verified.add(facts.content());
                          }
                          return report(judge, facts)
                              .then(report -> countersigned(report, signer, countersignatures));
                        }))
        .map(reports -> new Checked(reports, verified.isEmpty() ? null : verified.get(0)));
  }

  private Step<SignerReport> report(SignerJudge judge, SignerFacts facts) {
    if (facts.certificate() == null) {
      return Step.done(judge.judge(facts, null));
    }
    return trust
        .judge(facts.certificate(), Purpose.SIGNING, at)
        .map(certificate -> judge.judge(facts, certificate));
  }

  private Step<SignerReport> countersigned(
      SignerReport report, SignerStructure signer, Countersignatures countersignatures) {
    return countersignatures
        .of(signer)
        .then(found -> Step.each(found, this::report))
        .map(report::countersigned);
  }

  private Step<CountersignerReport> report(Countersigner countersigner) {
    SignerFacts facts = countersigner.facts();
    Step<CertificateReport> certificate =
        facts.certificate() == null
            ? Step.done(null)
            : trust.judge(facts.certificate(), Purpose.SIGNING, at);
    return certificate.then(
        judged ->
            Step.each(countersigner.countersigners(), this::report)
                .map(
                    over ->
                        new CountersignerReport(
                            facts.fault() == null && facts.weak()
                                ? StatusCode.WEAK_ALGORITHM
                                : facts.fault(),
                            judged,
                            facts.digest(),
                            facts.algorithm(),
                            facts.signingTime(),
                            over)));
  }
}

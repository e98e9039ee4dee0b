package dev.signet.engine.open;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.cert.Purpose;
import dev.signet.engine.cms.ContentDigests;
import dev.signet.engine.cms.Countersignatures;
import dev.signet.engine.cms.Countersignatures.Countersigner;
import dev.signet.engine.cms.DigestAllowance;
import dev.signet.engine.cms.SignedMessage;
import dev.signet.engine.cms.SignerFacts;
import dev.signet.engine.cms.SignerStructure;
import dev.signet.engine.cms.SignerVerification;
import dev.signet.engine.path.PolicyInputs;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;
import dev.signet.engine.report.CertificateReport;
import dev.signet.engine.report.CountersignerReport;
import dev.signet.engine.report.SignerReport;
import dev.signet.engine.report.StatusCode;
import dev.signet.engine.revocation.Evidence;
import dev.signet.engine.trust.CertificateTrust;
import dev.signet.engine.trust.Question;
import dev.signet.engine.verdict.Identity;
import dev.signet.engine.verdict.SignerJudge;
import java.util.ArrayList;
import java.util.List;

/** Verifies and judges every signer of a signed message. */
public final class SignerCheck {
  private final Host host;
  private final CertificateTrust trust;
  private final List<MailCertificate> moreCertificates;
  private final DigestAllowance allowance = new DigestAllowance();

  /**
   * @param moreCertificates where signers are looked for besides the message
   */
  public SignerCheck(Host host, CertificateTrust trust, List<MailCertificate> moreCertificates) {
    this.host = host;
    this.trust = trust;
    this.moreCertificates = List.copyOf(moreCertificates);
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
   * @param signers one for each signer info, in its order
   * @param content the form of the content that the valid signatures are over; null where none is
   *     valid
   */
  record Checked(List<Signer> signers, Bulk content) {}

  /** One signer as it was judged, and what the judging of its certificate for answers needs. */
  record Signer(SignerReport report, SignerFacts facts, Brought brought) {}

  /**
   * Checks every signer. Once one of them has signed a form of the content, the others must have
   * signed that form: only one can be handed out.
   *
   * @param forms forms of the content any of which may be what was signed
   */
  Step<Checked> check(SignedMessage message, List<Bulk> forms, Identity identity) {
    List<MailCertificate> certificates = new ArrayList<>(message.certificates());
    certificates.addAll(moreCertificates);
    SignerJudge judge = new SignerJudge(identity, trust.at());
    List<Bulk> verified = new ArrayList<>();
    ContentDigests digests = new ContentDigests(allowance);
    Brought brought = Brought.of(message);
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
                          return report(judge, facts, brought)
                              .then(
                                  report ->
                                      countersigned(report, signer, countersignatures, brought))
                              .map(report -> new Signer(report, facts, brought));
                        }))
        .map(signers -> new Checked(signers, verified.isEmpty() ? null : verified.get(0)));
  }

  private Step<SignerReport> report(SignerJudge judge, SignerFacts facts, Brought brought) {
    return certificate(facts, brought, facts.fault() == null)
        .map(certificate -> judge.judge(facts, certificate));
  }

  /**
   * Null where no certificate was found.
   *
   * @param online whether responders may be asked of it: of a signer only where its signature is
   *     valid, of a countersigner never. Its signature is over a signature value alone, so it says
   *     nothing of whether the message was changed, and who has changed one could otherwise learn
   *     from a responder that it was decrypted. It colours nothing, so nothing is lost.
   */
  private Step<CertificateReport> certificate(SignerFacts facts, Brought brought, boolean online) {
    return facts.certificate() == null
        ? Step.done(null)
        : trust.judgeWithinLimits(
            facts.certificate(),
            new Question(
                Purpose.SIGNING,
                PolicyInputs.ANY,
                brought.certificates(),
                brought.evidence(),
                online));
  }

  private Step<SignerReport> countersigned(
      SignerReport report,
      SignerStructure signer,
      Countersignatures countersignatures,
      Brought brought) {
    return countersignatures
        .of(signer)
        .then(found -> Step.each(found, each -> report(each, brought)))
        .map(report::countersigned);
  }

  private Step<CountersignerReport> report(Countersigner countersigner, Brought brought) {
    SignerFacts facts = countersigner.facts();
    Step<CertificateReport> certificate = certificate(facts, brought, false);
    return certificate.then(
        judged ->
            Step.each(countersigner.countersigners(), each -> report(each, brought))
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

  /**
   * What a message brings for judging its signers; nothing of it is believed unseen.
   *
   * @param certificates for building paths
   * @param evidence on revocation
   */
  record Brought(List<MailCertificate> certificates, Evidence evidence) {
    static Brought of(SignedMessage message) {
      return new Brought(
          message.certificates(), new Evidence(message.ocspResponses(), message.crls()));
    }
  }
}

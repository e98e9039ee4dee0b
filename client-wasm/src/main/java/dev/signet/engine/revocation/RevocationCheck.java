package dev.signet.engine.revocation;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.port.Step;
import dev.signet.engine.revocation.RevocationStatus.Kind;
import dev.signet.engine.revocation.crl.CrlSource;
import dev.signet.engine.revocation.ocsp.OcspCall;
import dev.signet.engine.revocation.ocsp.OcspSource;
import dev.signet.engine.revocation.ocsp.OcspSource.AtHand;
import java.util.List;

/**
 * Asks the sources at hand, of which one that says revoked is believed before one that says good,
 * and a responder where none of them can tell.
 */
public final class RevocationCheck {
  private final OcspCall call;
  private final OcspSource ocsp;
  private final CrlSource lists;

  /** Lists of the caller alone; null where there are no others. */
  private final CrlSource callersLists;

  private final boolean online;

  /**
   * @param call what all judgements of one call share
   * @param callers what the caller has brought
   * @param messages what the message has brought
   * @param heap certificates among which signers of answers and lists are looked for
   * @param at milliseconds since 1970
   * @param minimumRsaBits below this the RSA or DSA key of who signs an answer or a list is weak
   * @param online whether a responder may be asked
   */
  public RevocationCheck(
      OcspCall call,
      Evidence callers,
      Evidence messages,
      List<MailCertificate> heap,
      long at,
      int minimumRsaBits,
      boolean online) {
    this.call = call;
    lists = new CrlSource(callers.and(messages).crls(), heap, at, minimumRsaBits);
    callersLists =
        messages.crls().isEmpty() ? null : new CrlSource(callers.crls(), heap, at, minimumRsaBits);
    ocsp =
        new OcspSource(
            call,
            callers.ocspResponses(),
            messages.ocspResponses(),
            (delegate, issuer) -> lists.status(List.of(delegate, issuer), 0),
            at,
            minimumRsaBits);
    this.online = online;
  }

  /**
   * What is known of the certificate at {@code index} of a valid path; the last has no issuer.
   * Fails only with {@code ABORTED}.
   */
  public Step<RevocationStatus> of(List<MailCertificate> path, int index) {
    return ocsp.atHand(path.get(index), path.get(index + 1))
        .then(
            answered ->
                answered.status().kind() == Kind.REVOKED
                    ? Step.done(answered)
                    : listed(path, index, answered))
        .then(
            atHand -> {
              Kind kind = atHand.status().kind();
              return kind == Kind.REVOKED || kind == Kind.GOOD && atHand.firm() || !online
                  ? Step.done(atHand.status())
                  : asked(path, index, atHand.status());
            });
  }

  /** A message could bring an answer of yesterday so that nobody looks at the list of today. */
  private Step<AtHand> listed(List<MailCertificate> path, int index, AtHand answered) {
    return known(lists.status(path, index))
        .then(
            listed -> {
              if (listed.kind() == Kind.UNKNOWN
                  || listed.kind() == Kind.GOOD
                      && answered.status().kind() == Kind.GOOD
                      && answered.firm()) {
                return Step.done(answered);
              }
              return listed.kind() == Kind.REVOKED || callersLists == null || !online
                  ? Step.done(new AtHand(listed, true))
                  : known(callersLists.status(path, index))
                      .map(alone -> new AtHand(listed, alone.kind() == Kind.GOOD));
            });
  }

  /**
   * What a message brought stands where nobody says anything better, unless that is because too
   * much was asked already: who sends the message could see to that.
   */
  private Step<RevocationStatus> asked(
      List<MailCertificate> path, int index, RevocationStatus brought) {
    return known(ocsp.ask(path.get(index), path.get(index + 1)))
        .map(said -> said.kind() == Kind.UNKNOWN && !call.exhausted() ? brought : said);
  }

  private static Step<RevocationStatus> known(Step<RevocationStatus> source) {
    return source.recover(
        error ->
            error.code() == ErrorCode.ABORTED ? Step.<RevocationStatus>failed(error) : unknown());
  }

  private static Step<RevocationStatus> unknown() {
    return Step.done(RevocationStatus.UNKNOWN);
  }
}

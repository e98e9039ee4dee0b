package dev.signet.engine.revocation.ocsp;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;
import dev.signet.engine.revocation.RevocationStatus;
import dev.signet.engine.revocation.ocsp.AnswerCheck.Checked;
import dev.signet.engine.revocation.ocsp.AnswerCheck.Worth;
import java.util.ArrayList;
import java.util.List;

/** What responders say. Fails with {@code ABORTED} alone: what went wrong is not known. */
public final class OcspSource {
  /** What lists at hand say of a responder's certificate. */
  @FunctionalInterface
  public interface Lists {
    Step<RevocationStatus> status(MailCertificate certificate, MailCertificate issuer);
  }

  /** Brought answers that are read at all; a message has no more of them. */
  private static final int MOST_BROUGHT = 128;

  /** Brought answers on one certificate whose signatures are looked at. */
  private static final int MOST_CHECKED = 8;

  /**
   * What a certificate is named by when a responder is asked, one after the other. SHA-1 comes
   * first: it is what every responder knows, those that answer in advance know nothing else (RFC
   * 5019 section 2.1.1), and so most are asked once. It is a name here and proves nothing: the
   * answer is bound to the issuer by its signature. SHA-256 is for those that have done away with
   * SHA-1 altogether.
   */
  private static final List<DigestAlgorithm> NAMED_BY =
      List.of(DigestAlgorithm.SHA1, DigestAlgorithm.SHA256);

  private final Host host;
  private final OcspCache cache;
  private final List<byte[]> brought;
  private final Lists lists;
  private final long at;
  private final int minimumRsaBits;
  private List<OcspAnswer> read;

  /** One certificate to be asked about. */
  private record Question(AnswerCheck check, List<String> responders) {}

  /**
   * @param brought answers of unknown worth (RFC 6960 section 4.2.1)
   * @param at milliseconds since 1970
   * @param minimumRsaBits below this a delegate's RSA key is weak
   */
  public OcspSource(
      Host host, OcspCache cache, List<byte[]> brought, Lists lists, long at, int minimumRsaBits) {
    this.host = host;
    this.cache = cache;
    this.brought = List.copyOf(brought);
    this.lists = lists;
    this.at = at;
    this.minimumRsaBits = minimumRsaBits;
  }

  /** What remembered and brought answers say; {@code UNKNOWN} where none of them is good. */
  public Step<RevocationStatus> atHand(MailCertificate certificate, MailCertificate issuer) {
    return Step.start(() -> atHandNow(certificate, issuer)).recover(OcspSource::unknown);
  }

  private Step<RevocationStatus> atHandNow(MailCertificate certificate, MailCertificate issuer) {
    AnswerCheck check = check(certificate, issuer);
    RevocationStatus remembered = cache.status(check.id(), at);
    if (remembered.kind() == RevocationStatus.Kind.REVOKED) {
      return Step.done(remembered);
    }
    List<OcspAnswer> candidates =
        read().stream().filter(answer -> speaksOf(answer, check.id())).limit(MOST_CHECKED).toList();
    return Step.each(candidates, answer -> check.check(answer, null).recover(OcspSource::worthless))
        .map(
            all -> {
              Statement best = null;
              for (Checked each : all) {
                if (each.worth() == Worth.BELIEVED) {
                  best = best == null ? each.statement() : best.or(each.statement());
                }
              }
              return best == null ? remembered : remembered(check, best);
            });
  }

  /** Asks the responders that the certificate names. */
  public Step<RevocationStatus> ask(MailCertificate certificate, MailCertificate issuer) {
    return Step.start(() -> askNow(certificate, issuer)).recover(OcspSource::unknown);
  }

  private Step<RevocationStatus> askNow(MailCertificate certificate, MailCertificate issuer) {
    List<String> responders = Responders.of(certificate);
    return responders.isEmpty()
        ? Step.done(RevocationStatus.UNKNOWN)
        : ask(new Question(check(certificate, issuer), responders), 0, 0);
  }

  private static Step<RevocationStatus> unknown(SmimeException error) {
    return error.code() == ErrorCode.ABORTED
        ? Step.failed(error)
        : Step.done(RevocationStatus.UNKNOWN);
  }

  private AnswerCheck check(MailCertificate certificate, MailCertificate issuer) {
    return new AnswerCheck(certificate, issuer, new Delegates(lists, at, minimumRsaBits), at);
  }

  private Step<RevocationStatus> ask(Question question, int responder, int name) {
    if (responder == question.responders().size()) {
      return Step.done(RevocationStatus.UNKNOWN);
    }
    return once(question, responder, name)
        .then(
            checked ->
                switch (checked.worth()) {
                  case BELIEVED -> Step.done(remembered(question.check(), checked.statement()));
                  case NOT_KNOWN ->
                      name + 1 < NAMED_BY.size()
                          ? ask(question, responder, name + 1)
                          : ask(question, responder + 1, 0);
                  case NONE -> ask(question, responder + 1, 0);
                });
  }

  private Step<Checked> once(Question question, int responder, int name) {
    return Step.start(
            () -> {
              byte[] nonce = new byte[OcspRequest.NONCE_OCTETS];
              host.random(nonce);
              AnswerCheck check = question.check();
              byte[] request = OcspRequest.of(check.id().by(NAMED_BY.get(name)), nonce);
              return Step.ask(new Ask.AskResponder(question.responders().get(responder), request))
                  .then(answer -> check.check(answer, nonce));
            })
        .recover(OcspSource::worthless);
  }

  private static Step<Checked> worthless(SmimeException error) {
    return error.code() == ErrorCode.ABORTED ? Step.failed(error) : Step.done(Checked.NONE);
  }

  private RevocationStatus remembered(AnswerCheck check, Statement statement) {
    cache.remember(check.id(), statement, at);
    return statement.status();
  }

  private static boolean speaksOf(OcspAnswer answer, CertificateId id) {
    return answer.responses().stream().anyMatch(each -> id.is(each.getCertID()));
  }

  /** Brought answers as far as they can be read. */
  private List<OcspAnswer> read() {
    if (read == null) {
      read = new ArrayList<>();
      for (byte[] each : brought.subList(0, Math.min(brought.size(), MOST_BROUGHT))) {
        try {
          OcspAnswer answer = OcspAnswer.read(each);
          if (answer != null) {
            read.add(answer);
          }
        } catch (SmimeException e) {
          // What is no answer tells nothing, and another one may tell.
        }
      }
    }
    return read;
  }
}

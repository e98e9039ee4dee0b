package dev.signet.engine.revocation.ocsp;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Step;
import dev.signet.engine.revocation.RevocationStatus;
import dev.signet.engine.revocation.RevocationStatus.Kind;
import dev.signet.engine.revocation.ocsp.AnswerCheck.Checked;
import dev.signet.engine.revocation.ocsp.AnswerCheck.Worth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What responders say. Fails with {@code ABORTED} alone: what went wrong is not known. */
public final class OcspSource {
  /** What lists at hand say of a responder's certificate. */
  @FunctionalInterface
  public interface Lists {
    Step<RevocationStatus> status(MailCertificate certificate, MailCertificate issuer);
  }

  /** Answers of a caller, and of a message, that are read at all; nobody has more of them. */
  private static final int MOST_BROUGHT = 128;

  /** The caller's answers on one certificate whose signatures are looked at. */
  private static final int MOST_OF_CALLER = 64;

  /** The same of the message: who puts more of them into it hides his own only. */
  private static final int MOST_OF_MESSAGE = 16;

  /** For so long what a message brings is as good as asking. */
  private static final long NEWS = 12 * 60 * 60_000L;

  /**
   * What a certificate is named by when a responder is asked, one after the other. SHA-1 comes
   * first: it is what every responder knows, those that answer in advance know nothing else (RFC
   * 5019 section 2.1.1), and so most are asked once. It is a name here and proves nothing: the
   * answer is bound to the issuer by its signature. SHA-256 is for those that have done away with
   * SHA-1 altogether.
   */
  private static final List<DigestAlgorithm> NAMED_BY =
      List.of(DigestAlgorithm.SHA1, DigestAlgorithm.SHA256);

  private final OcspCall call;
  private final List<byte[]> callers;
  private final List<byte[]> messages;
  private final Lists lists;
  private final long at;
  private final int minimumRsaBits;
  private List<OcspAnswer> readCallers;
  private List<OcspAnswer> readMessages;

  /** One certificate to be asked about. */
  private record Question(AnswerCheck check, List<String> responders) {}

  /**
   * What is known without asking.
   *
   * @param firm whether it rests on more than what a message brought long ago: whoever holds a
   *     stolen key can attach an answer from before its revocation
   */
  public record AtHand(RevocationStatus status, boolean firm) {
    public static final AtHand UNKNOWN = new AtHand(RevocationStatus.UNKNOWN, true);
  }

  /**
   * @param callers answers of unknown worth that the caller has brought (RFC 6960 section 4.2.1)
   * @param messages the same of the message
   * @param at milliseconds since 1970
   * @param minimumRsaBits below this a delegate's RSA or DSA key is weak
   */
  public OcspSource(
      OcspCall call,
      List<byte[]> callers,
      List<byte[]> messages,
      Lists lists,
      long at,
      int minimumRsaBits) {
    this.call = call;
    this.callers = List.copyOf(callers);
    this.messages = List.copyOf(messages);
    this.lists = lists;
    this.at = at;
    this.minimumRsaBits = minimumRsaBits;
  }

  /** What remembered and brought answers say; {@code UNKNOWN} where none of them is good. */
  public Step<AtHand> atHand(MailCertificate certificate, MailCertificate issuer) {
    return Step.start(() -> atHandNow(certificate, issuer))
        .recover(
            error ->
                error.code() == ErrorCode.ABORTED
                    ? Step.<AtHand>failed(error)
                    : Step.done(AtHand.UNKNOWN));
  }

  private Step<AtHand> atHandNow(MailCertificate certificate, MailCertificate issuer) {
    AnswerCheck check = check(certificate, issuer);
    RevocationStatus remembered = call.cache().status(check.id(), at);
    if (remembered.kind() == Kind.REVOKED) {
      return Step.done(new AtHand(remembered, true));
    }
    if (readCallers == null) {
      readCallers = read(callers);
      readMessages = read(messages);
    }
    // Each by itself, so that nothing that a message brings stands before what the caller brings.
    return best(check, readCallers, MOST_OF_CALLER)
        .then(
            caller ->
                caller.map(Statement::revoked).orElse(false)
                    ? Step.done(new AtHand(caller.get().status(), true))
                    : best(check, readMessages, MOST_OF_MESSAGE)
                        .map(message -> together(remembered, caller, message)));
  }

  private AtHand together(
      RevocationStatus remembered, Optional<Statement> caller, Optional<Statement> message) {
    if (message.isPresent() && message.get().revoked()) {
      return new AtHand(message.get().status(), true);
    }
    if (caller.isPresent()) {
      return new AtHand(caller.get().status(), true);
    }
    if (remembered.kind() == Kind.GOOD || message.isEmpty()) {
      return new AtHand(remembered, true);
    }
    return new AtHand(message.get().status(), at - message.get().thisUpdate() <= NEWS);
  }

  /** What the believed ones of these answers say together. */
  private static Step<Optional<Statement>> best(
      AnswerCheck check, List<OcspAnswer> answers, int most) {
    List<OcspAnswer> candidates =
        answers.stream().filter(answer -> speaksOf(answer, check.id())).limit(most).toList();
    return Step.each(
            candidates,
            answer -> Step.start(() -> check.check(answer, null)).recover(OcspSource::worthless))
        .map(
            all ->
                all.stream()
                    .filter(each -> each.worth() == Worth.BELIEVED)
                    .map(Checked::statement)
                    .reduce(Statement::or));
  }

  /** Asks the responders that the certificate names. */
  public Step<RevocationStatus> ask(MailCertificate certificate, MailCertificate issuer) {
    return Step.start(() -> askNow(certificate, issuer)).recover(OcspSource::unknown);
  }

  private Step<RevocationStatus> askNow(MailCertificate certificate, MailCertificate issuer) {
    List<String> responders = Responders.of(certificate);
    if (responders.isEmpty()) {
      return Step.done(RevocationStatus.UNKNOWN);
    }
    AnswerCheck check = check(certificate, issuer);
    String key = check.id().text();
    RevocationStatus answered = call.answered(key);
    return answered != null
        ? Step.done(answered)
        : ask(new Question(check, responders), 0, 0)
            .map(
                status -> {
                  call.answer(key, status);
                  return status;
                });
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
    if (responder == question.responders().size() || !call.mayAsk()) {
      return Step.done(RevocationStatus.UNKNOWN);
    }
    return once(question, responder, name)
        .then(
            checked ->
                switch (checked.worth()) {
                  case BELIEVED -> Step.done(remembered(question.check(), checked));
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
              call.host().random(nonce);
              AnswerCheck check = question.check();
              byte[] request = OcspRequest.of(check.id().by(NAMED_BY.get(name)), nonce);
              call.asking();
              return Step.ask(new Ask.AskResponder(question.responders().get(responder), request))
                  .then(answer -> check.check(answer, nonce));
            })
        .recover(OcspSource::worthless);
  }

  private static Step<Checked> worthless(SmimeException error) {
    return error.code() == ErrorCode.ABORTED ? Step.failed(error) : Step.done(Checked.NONE);
  }

  private RevocationStatus remembered(AnswerCheck check, Checked checked) {
    if (checked.until() != null) {
      call.cache().remember(check.id(), checked.statement(), at, checked.until());
    }
    return checked.statement().status();
  }

  private static boolean speaksOf(OcspAnswer answer, CertificateId id) {
    return answer.responses().stream().anyMatch(each -> id.is(each.certificate()));
  }

  /** Brought answers as far as they can be read. */
  private static List<OcspAnswer> read(List<byte[]> brought) {
    List<OcspAnswer> read = new ArrayList<>();
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
    return read;
  }
}

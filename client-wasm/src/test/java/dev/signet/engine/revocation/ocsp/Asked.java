package dev.signet.engine.revocation.ocsp;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.bc.rare.RareAnswers;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.port.Answers;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;
import dev.signet.engine.revocation.RevocationStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A source with a responder behind it; what it was asked is kept. */
final class Asked {
  final List<String> addresses = new ArrayList<>();
  final List<byte[]> requests = new ArrayList<>();
  OcspCache cache = new OcspCache();
  private final MailCertificate certificate;
  private final MailCertificate issuer;
  private Host host = new HeapHost();
  private UnaryOperator<byte[]> responder = request -> null;
  private RevocationStatus listed = RevocationStatus.UNKNOWN;
  private List<byte[]> brought = List.of();
  private List<byte[]> stapled = List.of();
  private long at = System.currentTimeMillis();

  Asked(MailCertificate certificate, MailCertificate issuer) {
    this.certificate = certificate;
    this.issuer = issuer;
  }

  Asked at(long instant) {
    at = instant;
    return this;
  }

  Asked host(Host other) {
    host = other;
    return this;
  }

  Asked responder(UnaryOperator<byte[]> other) {
    responder = other;
    return this;
  }

  /** What lists say of a delegate. */
  Asked listed(RevocationStatus status) {
    listed = status;
    return this;
  }

  Asked brought(byte[]... answers) {
    brought = List.of(answers);
    return this;
  }

  /** What the message brings. */
  Asked stapled(byte[]... answers) {
    stapled = List.of(answers);
    return this;
  }

  private OcspSource source() {
    return new OcspSource(
        new OcspCall(host, cache), brought, stapled, (delegate, by) -> Step.done(listed), at, 2048);
  }

  /** What the responder says. */
  String ask() {
    return answers().run(source().ask(certificate, issuer)).kind().name();
  }

  /** What is known without asking. */
  RevocationStatus atHand() {
    return known().status();
  }

  /** The same, and whether it rests on more than an old answer of the message. */
  OcspSource.AtHand known() {
    int before = requests.size();
    OcspSource.AtHand status = answers().run(source().atHand(certificate, issuer));
    if (requests.size() != before) {
      throw new AssertionError("somebody was asked");
    }
    return status;
  }

  /** What one brought answer says, and nothing that was said before it. */
  String says(byte[] answer) {
    cache = new OcspCache();
    return brought(answer).atHand().kind().name();
  }

  private Answers answers() {
    Answers others = RareAnswers.withCommon(new HeapHost());
    return new Answers() {
      @Override
      public <A> A answer(Ask<A> ask) {
        if (!(ask instanceof Ask.AskResponder question)) {
          return others.answer(ask);
        }
        addresses.add(question.responder());
        requests.add(question.request());
        byte[] answer = responder.apply(question.request());
        if (answer == null) {
          throw new SmimeException(ErrorCode.ENGINE_UNAVAILABLE, "no answer");
        }
        @SuppressWarnings("unchecked")
        A octets = (A) answer;
        return octets;
      }
    };
  }
}

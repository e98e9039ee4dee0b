package dev.signet.engine.path;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.SignatureAlgorithms;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.cert.VerificationKey;
import dev.signet.engine.port.Step;
import dev.signet.engine.report.Problem;
import dev.signet.engine.report.ProblemCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.Certificate;

/** Verifies certificates by the keys of their issuers: each by each key once, and not too many. */
final class Signatures {
  private record Pair(VerificationKey key, MailCertificate certificate) {}

  /** What is wrong with a signature; {@link #RIGHT} where nothing is. */
  private record Fault(ProblemCode code, String detail) {
    static final Fault RIGHT = new Fault(null, null);
    static final Fault WRONG = new Fault(ProblemCode.BAD_SIGNATURE, null);
  }

  private final Map<Pair, Fault> known = new HashMap<>();
  private final VerifiedSignatures verified;
  private int checks;

  Signatures(VerifiedSignatures verified) {
    this.verified = verified;
  }

  /**
   * What is wrong with the signatures that can be verified since the last certificate was put on
   * top of the path. Where that one leaves the parameters of its key to the next, nothing can yet;
   * where it has parameters that those below it have left out, more than one.
   *
   * <p>Fails with {@code TOO_LARGE} after too many checks.
   *
   * @param last whether no certificate will follow
   */
  Step<List<Problem>> faultsBelowTop(List<MailCertificate> path, boolean last) {
    int top = path.size() - 1;
    if (!last && VerificationKey.inherits(path.get(top))) {
      return Step.done(List.of());
    }
    List<Integer> due = new ArrayList<>();
    int below = top - 1;
    due.add(below);
    while (below > 0 && VerificationKey.inherits(path.get(below))) {
      below--;
      due.add(below);
    }
    List<Problem> faults = new ArrayList<>();
    return Step.each(
            due,
            index ->
                fault(path.get(index), VerificationKey.onPath(path, index + 1))
                    .map(
                        fault ->
                            fault.code() == null
                                || faults.add(new Problem(fault.code(), index, fault.detail()))))
        .map(all -> faults);
  }

  private Step<Fault> fault(MailCertificate certificate, VerificationKey key) {
    Pair pair = new Pair(key, certificate);
    Fault before = known.get(pair);
    if (before != null) {
      return Step.done(before);
    }
    if (checks == Limits.MOST_SIGNATURES) {
      throw Limits.exceeded("signatures of certificates", Limits.MOST_SIGNATURES);
    }
    checks++;
    if (verified.right(key, certificate)) {
      known.put(pair, Fault.RIGHT);
      return Step.done(Fault.RIGHT);
    }
    return Step.start(() -> verify(certificate, key))
        .recover(Signatures::fault)
        .map(
            fault -> {
              known.put(pair, fault);
              if (fault.code() == null) {
                verified.add(key, certificate);
              }
              return fault;
            });
  }

  private Step<Fault> verify(MailCertificate certificate, VerificationKey key) {
    Certificate structure = certificate.structure();
    return key.verify(
            structure.getSignatureAlgorithm(),
            SignatureAlgorithms.of(structure.getSignatureAlgorithm()),
            certificate.toBeSigned(),
            certificate.signature())
        .map(right -> right ? Fault.RIGHT : Fault.WRONG);
  }

  private static Step<Fault> fault(SmimeException error) {
    return switch (error.code()) {
      case UNSUPPORTED_ALGORITHM ->
          Step.done(new Fault(ProblemCode.UNSUPPORTED_ALGORITHM, error.details().get("oid")));
      case ABORTED, ENGINE_UNAVAILABLE -> Step.failed(error);
      // Whatever else a damaged key or signature leads to: it did not verify.
      default -> Step.done(Fault.WRONG);
    };
  }
}

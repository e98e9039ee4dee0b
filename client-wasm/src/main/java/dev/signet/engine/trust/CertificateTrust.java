package dev.signet.engine.trust;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.advice.BaselineRequirements;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.path.Path;
import dev.signet.engine.path.PathInputs;
import dev.signet.engine.path.PathSearch;
import dev.signet.engine.path.VerifiedSignatures;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;
import dev.signet.engine.report.CertificateReport;
import dev.signet.engine.report.CertificateReport.Revocation;
import dev.signet.engine.report.Problem;
import dev.signet.engine.report.ProblemCode;
import dev.signet.engine.revocation.Evidence;
import dev.signet.engine.revocation.RevocationCheck;
import dev.signet.engine.revocation.RevocationStatus;
import dev.signet.engine.revocation.ocsp.OcspCache;
import dev.signet.engine.revocation.ocsp.OcspCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Judges certificates at one instant, by one set of anchors. */
public final class CertificateTrust {
  /** Valid paths that are looked at in search of one on which nothing was revoked. */
  private static final int MOST_PATHS = 4;

  /**
   * What is the same for all certificates of a call.
   *
   * @param intermediates more certificates for building paths
   * @param evidence on revocation that the caller has brought
   * @param revocationOff whether the administrator has switched revocation checking off; a caller
   *     that brings evidence wants it looked at all the same
   * @param at milliseconds since 1970
   * @param verified what earlier calls have verified
   */
  public record Inputs(
      List<MailCertificate> anchors,
      List<MailCertificate> intermediates,
      Evidence evidence,
      boolean revocationOff,
      int minimumRsaBits,
      long at,
      VerifiedSignatures verified) {}

  private final OcspCall responders;
  private final Inputs inputs;

  public CertificateTrust(Host host, OcspCache cache, Inputs inputs) {
    responders = new OcspCall(host, cache);
    this.inputs = inputs;
  }

  /** What was judged already: many signers of one message may have one certificate. */
  private final Map<Asked, CertificateReport> reports = new HashMap<>();

  private record Asked(MailCertificate leaf, Question question) {}

  /** The instant at which everything is judged, milliseconds since 1970. */
  public long at() {
    return inputs.at();
  }

  /** RSA keys with fewer bits are weak. */
  public int minimumRsaBits() {
    return inputs.minimumRsaBits();
  }

  /** Judges; fails with {@code TOO_LARGE} where building a path takes too much work. */
  public Step<CertificateReport> judge(MailCertificate leaf, Question question) {
    List<MailCertificate> heap = new ArrayList<>(inputs.intermediates());
    heap.addAll(question.more());
    PathSearch search =
        new PathSearch(
            leaf,
            heap,
            inputs.anchors(),
            new PathInputs(
                inputs.at(),
                question.purpose(),
                question.policies(),
                inputs.minimumRsaBits(),
                inputs.verified()));
    RevocationCheck revocation =
        checksRevocation()
            ? new RevocationCheck(
                responders,
                inputs.evidence(),
                question.evidence(),
                heap,
                inputs.at(),
                inputs.minimumRsaBits(),
                question.online() && !inputs.revocationOff())
            : null;
    return new Judgement(leaf, search, revocation).report();
  }

  /**
   * The same for what a message brings, which never fails for that: too much work becomes the
   * problem {@code PATH_LIMIT}.
   */
  public Step<CertificateReport> judgeWithinLimits(MailCertificate leaf, Question question) {
    Asked asked = new Asked(leaf, question);
    CertificateReport known = reports.get(asked);
    return known != null
        ? Step.done(known)
        : judge(leaf, question)
            .recover(
                error ->
                    error.code() == ErrorCode.TOO_LARGE
                        ? Step.done(pathLimit(leaf))
                        : Step.failed(error))
            .map(
                report -> {
                  reports.put(asked, report);
                  return report;
                });
  }

  private CertificateReport pathLimit(MailCertificate leaf) {
    return new CertificateReport(
        leaf,
        false,
        List.of(),
        checksRevocation() ? Revocation.UNKNOWN : Revocation.NOT_CHECKED,
        null,
        List.of(new Problem(ProblemCode.PATH_LIMIT, null)),
        List.of());
  }

  private boolean checksRevocation() {
    return !inputs.revocationOff() || !inputs.evidence().isEmpty();
  }

  /** The judgement of one certificate: its paths, and revocation on those that are valid. */
  private static final class Judgement {
    private final MailCertificate leaf;
    private final PathSearch search;
    private final RevocationCheck revocation;

    /**
     * On the first valid path on which something was revoked; null as long as there is none. After
     * it only a path on which everything is known to be good will do.
     */
    private CertificateReport revoked;

    private int paths;

    /**
     * @param revocation null where nobody asks for it
     */
    Judgement(MailCertificate leaf, PathSearch search, RevocationCheck revocation) {
      this.leaf = leaf;
      this.search = search;
      this.revocation = revocation;
    }

    Step<CertificateReport> report() {
      if (paths == MOST_PATHS) {
        return Step.done(revoked);
      }
      paths++;
      return search
          .next()
          // Once it is known that something is revoked, the limit tells nothing better.
          .recover(
              error ->
                  revoked != null && error.code() == ErrorCode.TOO_LARGE
                      ? Step.done(null)
                      : Step.failed(error))
          .then(path -> path == null ? withoutGood() : valid(path));
    }

    private Step<CertificateReport> valid(Path path) {
      return withRevocation(path)
          .then(
              report -> {
                if (revoked == null && report.revocation() != Revocation.REVOKED
                    || report.revocation() == Revocation.GOOD) {
                  return Step.done(report);
                }
                revoked = revoked == null ? report : revoked;
                // Every other path has the leaf too.
                return revoked.problems().contains(new Problem(ProblemCode.REVOKED, 0))
                    ? Step.done(revoked)
                    : report();
              });
    }

    private Step<CertificateReport> withoutGood() {
      if (revoked != null) {
        return Step.done(revoked);
      }
      Path path = search.bestInvalid();
      if (onlyExpired(path)) {
        return withRevocation(path);
      }
      return Step.done(
          report(
              path, revocation == null ? Revocation.NOT_CHECKED : Revocation.UNKNOWN, null, null));
    }

    /** Whether a signature of earlier may still be good, so that revocation matters. */
    private static boolean onlyExpired(Path path) {
      return path.anchored()
          && path.problems().stream().allMatch(problem -> problem.code() == ProblemCode.EXPIRED);
    }

    private Step<CertificateReport> withRevocation(Path path) {
      return revocation == null
          ? Step.done(report(path, Revocation.NOT_CHECKED, null, null))
          // An anchor that is the leaf itself has no issuer who could revoke it.
          : withRevocation(path, 0, path.certificates().size() == 1);
    }

    private Step<CertificateReport> withRevocation(Path path, int index, boolean unknown) {
      if (index >= path.certificates().size() - 1) {
        return Step.done(
            unknown
                ? report(
                    path,
                    Revocation.UNKNOWN,
                    null,
                    new Problem(ProblemCode.REVOCATION_UNKNOWN, null))
                : report(path, Revocation.GOOD, null, null));
      }
      return revocation
          .of(path.certificates(), index)
          .then(
              status ->
                  status.kind() == RevocationStatus.Kind.REVOKED
                      ? Step.done(
                          report(
                              path,
                              Revocation.REVOKED,
                              status.revokedAt(),
                              new Problem(ProblemCode.REVOKED, index)))
                      : withRevocation(
                          path,
                          index + 1,
                          unknown || status.kind() == RevocationStatus.Kind.UNKNOWN));
    }

    /**
     * @param more a problem besides those of the path, or null
     */
    private CertificateReport report(Path path, Revocation state, Long revokedAt, Problem more) {
      List<Problem> problems = new ArrayList<>(path.problems());
      if (more != null) {
        problems.add(more);
        problems.sort(Comparator.comparing(Problem::code));
      }
      return new CertificateReport(
          leaf,
          problems.isEmpty(),
          path.anchored() ? path.certificates() : List.of(),
          state,
          revokedAt,
          path.anchored() ? problems : withoutIndices(problems),
          BaselineRequirements.of(leaf));
    }

    /** Where no chain is reported, no index into it can be. */
    private static List<Problem> withoutIndices(List<Problem> problems) {
      return problems.stream()
          .map(problem -> new Problem(problem.code(), null, problem.detail()))
          .distinct()
          .toList();
    }
  }
}

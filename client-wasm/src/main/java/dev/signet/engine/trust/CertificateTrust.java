package dev.signet.engine.trust;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.path.Path;
import dev.signet.engine.path.PathInputs;
import dev.signet.engine.path.PathSearch;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
   */
  public record Inputs(
      List<MailCertificate> anchors,
      List<MailCertificate> intermediates,
      Evidence evidence,
      boolean revocationOff,
      int minimumRsaBits,
      long at) {}

  private final Host host;
  private final OcspCache cache;
  private final Inputs inputs;

  public CertificateTrust(Host host, OcspCache cache, Inputs inputs) {
    this.host = host;
    this.cache = cache;
    this.inputs = inputs;
  }

  /** The instant at which everything is judged, milliseconds since 1970. */
  public long at() {
    return inputs.at();
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
                inputs.at(), question.purpose(), question.policies(), inputs.minimumRsaBits()));
    RevocationCheck revocation =
        inputs.revocationOff() && inputs.evidence().isEmpty()
            ? null
            : new RevocationCheck(
                host,
                cache,
                inputs.evidence().and(question.evidence()),
                heap,
                inputs.anchors(),
                inputs.at(),
                inputs.minimumRsaBits(),
                question.online() && !inputs.revocationOff());
    return judge(leaf, search, revocation, null, 0);
  }

  /**
   * @param revoked the report on a valid path on which something was revoked, or null
   */
  private Step<CertificateReport> judge(
      MailCertificate leaf,
      PathSearch search,
      RevocationCheck revocation,
      CertificateReport revoked,
      int paths) {
    if (paths == MOST_PATHS) {
      return Step.done(revoked);
    }
    return search
        .next()
        .then(
            path -> {
              if (path == null) {
                return revoked != null
                    ? Step.done(revoked)
                    : invalid(leaf, search.bestInvalid(), revocation);
              }
              return valid(leaf, path, revocation)
                  .then(
                      report ->
                          report.revocation() == Revocation.REVOKED
                              ? judge(
                                  leaf,
                                  search,
                                  revocation,
                                  revoked == null ? report : revoked,
                                  paths + 1)
                              : Step.done(report));
            });
  }

  /** Where time alone speaks against a path, what was revoked still makes a difference. */
  private Step<CertificateReport> invalid(
      MailCertificate leaf, Path path, RevocationCheck revocation) {
    boolean onlyExpired =
        path.anchored()
            && path.problems().stream().allMatch(problem -> problem.code() == ProblemCode.EXPIRED);
    if (revocation != null && onlyExpired) {
      return revocation(leaf, path, revocation, 0, false);
    }
    return Step.done(
        report(
            leaf,
            path,
            revocation == null ? Revocation.NOT_CHECKED : Revocation.UNKNOWN,
            null,
            path.problems()));
  }

  private Step<CertificateReport> valid(
      MailCertificate leaf, Path path, RevocationCheck revocation) {
    return revocation == null
        ? Step.done(report(leaf, path, Revocation.NOT_CHECKED, null, List.of()))
        : revocation(leaf, path, revocation, 0, false);
  }

  private Step<CertificateReport> revocation(
      MailCertificate leaf, Path path, RevocationCheck check, int index, boolean unknown) {
    if (index >= path.certificates().size() - 1) {
      // An anchor that is the leaf itself has no issuer who could revoke it.
      return Step.done(
          unknown || path.certificates().size() == 1
              ? report(
                  leaf,
                  path,
                  Revocation.UNKNOWN,
                  null,
                  and(path.problems(), new Problem(ProblemCode.REVOCATION_UNKNOWN, null)))
              : report(leaf, path, Revocation.GOOD, null, path.problems()));
    }
    return check
        .of(path.certificates(), index)
        .then(
            status ->
                status.kind() == RevocationStatus.Kind.REVOKED
                    ? Step.done(
                        report(
                            leaf,
                            path,
                            Revocation.REVOKED,
                            status.revokedAt(),
                            and(path.problems(), new Problem(ProblemCode.REVOKED, index))))
                    : revocation(
                        leaf,
                        path,
                        check,
                        index + 1,
                        unknown || status.kind() == RevocationStatus.Kind.UNKNOWN));
  }

  private static List<Problem> and(List<Problem> problems, Problem more) {
    List<Problem> all = new ArrayList<>(problems);
    all.add(more);
    all.sort(Comparator.comparing(Problem::code));
    return all;
  }

  private static CertificateReport report(
      MailCertificate leaf,
      Path path,
      Revocation revocation,
      Long revokedAt,
      List<Problem> problems) {
    return new CertificateReport(
        leaf,
        problems.isEmpty(),
        path.anchored() ? path.certificates() : List.of(),
        revocation,
        revokedAt,
        path.anchored() ? problems : problems.stream().map(CertificateTrust::withoutIndex).toList(),
        List.of());
  }

  /** Where no chain is reported, no index into it can be. */
  private static Problem withoutIndex(Problem problem) {
    return new Problem(problem.code(), null, problem.detail());
  }
}

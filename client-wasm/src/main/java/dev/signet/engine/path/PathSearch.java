package dev.signet.engine.path;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.path.Walk.Found;
import dev.signet.engine.port.Step;
import dev.signet.engine.report.Problem;
import dev.signet.engine.report.ProblemCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Searches paths from one certificate to any of the anchors (RFC 4158). Used once; the work of a
 * search is bounded: signatures that are verified, certificates that are tried, paths that are
 * judged, and the length of a path.
 */
public final class PathSearch {
  /** How far a search looks for what it may tell of a certificate that leads to no anchor. */
  private static final int TRIALS_FOR_A_REASON = 100;

  /** By the worst problem, which comes first; then by how many there are. */
  private static final Comparator<Path> LESS_SEVERE =
      Comparator.<Path, ProblemCode>comparing(path -> path.problems().get(0).code())
          .thenComparing(path -> -path.problems().size());

  private final MailCertificate leaf;
  private final PathInputs inputs;
  private final Candidates candidates;
  private final Signatures signatures;
  private final Walk walk;
  private final boolean leafIsAnchor;
  private boolean begun;
  private boolean foundValid;
  private int judged;
  private Path best;

  /**
   * @param heap more certificates, in no order; may hold the leaf and anchors too
   */
  public PathSearch(
      MailCertificate leaf,
      List<MailCertificate> heap,
      List<MailCertificate> anchors,
      PathInputs inputs) {
    this.leaf = leaf;
    this.inputs = inputs;
    candidates = new Candidates(heap, anchors, inputs.at());
    signatures = new Signatures(inputs.verified());
    leafIsAnchor = candidates.of(leaf).anchor();
    walk = walk(Walk.Kind.VERIFIED, Limits.MOST_TRIALS);
  }

  private Walk walk(Walk.Kind kind, int mostTrials) {
    return new Walk(kind, leaf, candidates, signatures, mostTrials);
  }

  /**
   * The next path that is valid, or null when there is no more. Fails with {@code TOO_LARGE} when
   * the search has used up what work it may do; the details {@code what} and {@code limit} tell
   * which.
   */
  public Step<Path> next() {
    return Step.start(
        () -> {
          if (!begun) {
            begun = true;
            Path itself = leafIsAnchor ? valid(new Found(List.of(leaf), List.of())) : null;
            if (itself != null) {
              return Step.done(itself);
            }
          }
          return search();
        });
  }

  private Step<Path> search() {
    // A loop while nothing has to be waited for, so that many paths cannot exhaust the stack.
    while (true) {
      Step<Found> step = walk.next();
      if (step.waiting()) {
        return step.then(
            found -> {
              if (found == null) {
                return end();
              }
              Path path = valid(found);
              return path == null ? search() : Step.done(path);
            });
      }
      Found found = step.result();
      if (found == null) {
        return end();
      }
      Path path = valid(found);
      if (path != null) {
        return Step.done(path);
      }
    }
  }

  /** The path, or null where something speaks against it. */
  private Path valid(Found found) {
    if (judged == Limits.MOST_PATHS) {
      throw Limits.exceeded("paths", Limits.MOST_PATHS);
    }
    judged++;
    Path path = path(found.certificates(), true, found.faults());
    if (path.valid()) {
      foundValid = true;
      return path;
    }
    if (best == null || LESS_SEVERE.compare(path, best) > 0) {
      best = path;
    }
    return null;
  }

  /** Where no path was found at all, looks for what can be told instead. */
  private Step<Path> end() {
    if (foundValid || best != null) {
      return Step.done(null);
    }
    Walk claimed = walk(Walk.Kind.CLAIMED, TRIALS_FOR_A_REASON);
    Walk anywhere = walk(Walk.Kind.ANYWHERE, TRIALS_FOR_A_REASON);
    return claimed
        .next()
        .recover(PathSearch::orNone)
        .then(
            found -> {
              if (found != null) {
                best = path(found.certificates(), true, found.faults());
                return Step.done(null);
              }
              return anywhere
                  .next()
                  .recover(PathSearch::orNone)
                  .map(
                      none -> {
                        best = unanchored(anywhere.longest());
                        return null;
                      });
            });
  }

  private static Step<Found> orNone(SmimeException error) {
    return error.code() == ErrorCode.TOO_LARGE ? Step.done(null) : Step.failed(error);
  }

  /**
   * The best of the paths that were found not to be valid: one to an anchor before one to none,
   * then the one with the least severe problems. Where none leads to an anchor, the longest, with
   * {@code UNTRUSTED} at its last certificate.
   */
  public Path bestInvalid() {
    return best == null ? unanchored(List.of(leaf)) : best;
  }

  private Path unanchored(List<MailCertificate> certificates) {
    return path(
        certificates, false, List.of(new Problem(ProblemCode.UNTRUSTED, certificates.size() - 1)));
  }

  private Path path(List<MailCertificate> certificates, boolean anchored, List<Problem> known) {
    Set<Problem> problems = new LinkedHashSet<>(known);
    for (int i = 0; i < certificates.size(); i++) {
      if (!certificates.get(i).namesOneAlgorithm()) {
        problems.add(new Problem(ProblemCode.MALFORMED_CERTIFICATE, i));
      }
    }
    problems.addAll(Strength.problems(certificates, anchored, inputs.minimumRsaBits()));
    problems.addAll(PathRules.problems(certificates, inputs));
    List<Problem> sorted = new ArrayList<>(problems);
    sorted.sort(Comparator.comparing(Problem::code));
    return new Path(certificates, anchored, sorted);
  }
}

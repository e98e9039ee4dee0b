package dev.signet.engine.path;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.port.Step;
import dev.signet.engine.report.Problem;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Goes up from a leaf, depth first, the likeliest issuer first, and gives one path to an anchor
 * after the other. No entity is twice on a path.
 */
final class Walk {
  /** Which issuers it goes on by. */
  enum Kind {
    /** Those that may lead to an anchor and whose key made the signature. */
    VERIFIED,
    /** Those whose names and identifiers fit; one signature on a path may be wrong. */
    CLAIMED,
    /** Those whose key made the signature, wherever they lead. */
    ANYWHERE
  }

  /**
   * @param faults of signatures
   */
  record Found(List<MailCertificate> certificates, List<Problem> faults) {}

  private record Place(Candidate candidate, Iterator<Candidate> issuers, List<Problem> faults) {}

  private final Kind kind;
  private final Candidates candidates;
  private final Signatures signatures;
  private final int mostTrials;
  private final List<Place> places = new ArrayList<>();
  private List<MailCertificate> longest;
  private int trials;
  private boolean cut;

  Walk(
      Kind kind,
      MailCertificate leaf,
      Candidates candidates,
      Signatures signatures,
      int mostTrials) {
    this.kind = kind;
    this.candidates = candidates;
    this.signatures = signatures;
    this.mostTrials = mostTrials;
    longest = List.of(leaf);
    enter(candidates.of(leaf), List.of());
  }

  /** The longest path that it has been on. */
  List<MailCertificate> longest() {
    return longest;
  }

  /**
   * The next path to an anchor, or null when there is no more. Fails with {@code TOO_LARGE}, at the
   * end also where paths were left because of their length.
   */
  Step<Found> next() {
    return Step.start(this::advance);
  }

  private Step<Found> advance() {
    // A loop while nothing has to be waited for, so that many trials cannot exhaust the stack.
    while (!places.isEmpty()) {
      Place top = places.get(places.size() - 1);
      if (!top.issuers().hasNext()) {
        places.remove(places.size() - 1);
        continue;
      }
      Candidate issuer = top.issuers().next();
      if (!promising(top.candidate(), issuer)) {
        continue;
      }
      if (++trials > mostTrials) {
        throw Limits.exceeded("certificates on paths", mostTrials);
      }
      List<MailCertificate> path = with(issuer);
      Step<List<Problem>> faults = signatures.faultsBelowTop(path, issuer.anchor());
      if (faults.waiting()) {
        return faults.then(
            now -> {
              Found found = go(path, issuer, now);
              return found == null ? next() : Step.done(found);
            });
      }
      Found found = go(path, issuer, faults.result());
      if (found != null) {
        return Step.done(found);
      }
    }
    if (cut) {
      throw Limits.exceeded("certificates on one path", Limits.LONGEST_PATH);
    }
    return Step.done(null);
  }

  private boolean promising(Candidate certificate, Candidate issuer) {
    if (kind != Kind.ANYWHERE && issuer.distance() == Candidate.NO_ANCHOR
        || kind == Kind.CLAIMED && !certificate.fits(issuer)
        || places.stream().anyMatch(place -> place.candidate().sameEntity(issuer))) {
      return false;
    }
    int length = places.size() + 1 + (kind == Kind.ANYWHERE ? 0 : issuer.distance());
    cut |= length > Limits.LONGEST_PATH;
    return length <= Limits.LONGEST_PATH;
  }

  private List<MailCertificate> with(Candidate issuer) {
    List<MailCertificate> path = new ArrayList<>();
    places.forEach(place -> path.add(place.candidate().certificate()));
    path.add(issuer.certificate());
    return path;
  }

  /** The path, where the issuer is an anchor; else the walk goes on from there if it may. */
  private Found go(List<MailCertificate> path, Candidate issuer, List<Problem> now) {
    List<Problem> faults = new ArrayList<>(places.get(places.size() - 1).faults());
    faults.addAll(now);
    if (faults.size() > (kind == Kind.CLAIMED ? 1 : 0)) {
      return null;
    }
    if (issuer.anchor()) {
      return new Found(path, faults);
    }
    if (path.size() > longest.size()) {
      longest = path;
    }
    enter(issuer, faults);
    return null;
  }

  private void enter(Candidate candidate, List<Problem> faults) {
    places.add(new Place(candidate, candidates.issuersOf(candidate).iterator(), faults));
  }
}

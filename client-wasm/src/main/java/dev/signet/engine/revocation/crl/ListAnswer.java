package dev.signet.engine.revocation.crl;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.revocation.RevocationStatus;
import dev.signet.engine.revocation.crl.RevokedEntries.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What verified lists come to for one certificate (RFC 5280 section 6.3.3). */
final class ListAnswer {
  private final MailCertificate certificate;
  private final List<Point> points;
  private final long at;
  private final Map<CertificateList, Finding> findings = new HashMap<>();

  /**
   * @throws dev.signet.engine.SmimeException {@code MALFORMED_MESSAGE}
   */
  ListAnswer(MailCertificate certificate, long at) {
    this.certificate = certificate;
    this.at = at;
    points = Point.of(certificate);
  }

  /** Those that speak of the certificate, full lists and deltas, before anything is verified. */
  List<CertificateList> relevant(List<CertificateList> lists) {
    return lists.stream()
        .filter(list -> list.issued(at) && points.stream().anyMatch(point -> has(point, list)))
        .toList();
  }

  private boolean has(Point point, CertificateList list) {
    return point.has(list, certificate.isCa());
  }

  /**
   * The answer.
   *
   * @param verified those of the relevant lists whose signatures are right; null in place of the
   *     others
   */
  RevocationStatus of(List<SignedList> verified) {
    List<SignedList> deltas = new ArrayList<>();
    List<SignedList> full = new ArrayList<>();
    verified.stream()
        .filter(Objects::nonNull)
        .sorted(SignedList::newestFirst)
        .forEach(list -> add(list, list.list().delta() ? deltas : full));
    int reasons = 0;
    for (Point point : points) {
      for (SignedList list : full) {
        SignedList delta = deltaOf(list, deltas);
        if (!has(point, list.list()) || !list.list().current(at) && delta == null) {
          continue;
        }
        Finding finding = finding(list.list(), delta == null ? null : delta.list());
        if (finding.revokedAt() != null) {
          return RevocationStatus.revoked(finding.revokedAt());
        }
        if (finding.understood()) {
          reasons |= point.reasons() & list.list().scope().reasons();
        }
      }
    }
    return reasons == Reasons.ALL ? RevocationStatus.GOOD : RevocationStatus.UNKNOWN;
  }

  /** Only the newest list of a source counts: one that is older may be held up by an attacker. */
  private void add(SignedList list, List<SignedList> kind) {
    if (kind.stream().noneMatch(newer -> newer.supersedes(list))) {
      kind.add(list);
    }
  }

  private SignedList deltaOf(SignedList full, List<SignedList> deltas) {
    return deltas.stream()
        .filter(delta -> delta.list().current(at) && delta.updates(full))
        .findFirst()
        .orElse(null);
  }

  /** The delta's word first, then the full list's (section 6.3.3 (i) to (k)). */
  private Finding finding(CertificateList full, CertificateList delta) {
    Finding base = finding(full);
    boolean understood = full.understood() && base.understood();
    if (delta == null) {
      return new Finding(base.revokedAt(), false, understood);
    }
    Finding change = finding(delta);
    understood &= delta.understood() && change.understood();
    if (change.revokedAt() != null && !change.removed()) {
      return new Finding(change.revokedAt(), false, understood);
    }
    boolean taken = change.removed() && delta.understood() && change.understood();
    return new Finding(taken ? null : base.revokedAt(), false, understood);
  }

  private Finding finding(CertificateList list) {
    return findings.computeIfAbsent(list, each -> each.entries().find(certificate));
  }
}

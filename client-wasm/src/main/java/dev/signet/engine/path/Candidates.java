package dev.signet.engine.path;

import dev.signet.engine.cert.DirectoryName;
import dev.signet.engine.cert.MailCertificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The certificates that a path may be made of, by name; each DER once. */
final class Candidates {
  private record Ordered(Candidate candidate, long order) {}

  private final long at;
  private final Map<MailCertificate, Candidate> all = new LinkedHashMap<>();
  private final Map<DirectoryName, List<Candidate>> bySubject = new HashMap<>();
  private final Map<Candidate, List<Candidate>> issuers = new IdentityHashMap<>();

  /**
   * @param at the instant for which valid ones come first, milliseconds since 1970
   */
  Candidates(List<MailCertificate> heap, List<MailCertificate> anchors, long at) {
    this.at = at;
    anchors.forEach(each -> add(each, true));
    heap.forEach(each -> add(each, false));
    for (Candidate each : all.values()) {
      bySubject.computeIfAbsent(each.subject(), name -> new ArrayList<>()).add(each);
    }
    Distances.measure(all.values());
  }

  private void add(MailCertificate certificate, boolean anchor) {
    if (!all.containsKey(certificate)) {
      all.put(certificate, new Candidate(certificate, anchor));
    }
  }

  /** The candidate for a certificate, which need not be one of them. */
  Candidate of(MailCertificate certificate) {
    Candidate known = all.get(certificate);
    return known == null ? new Candidate(certificate, false) : known;
  }

  /** Those with the issuer's name, the likeliest first. */
  List<Candidate> issuersOf(Candidate certificate) {
    return issuers.computeIfAbsent(
        certificate,
        each ->
            bySubject.getOrDefault(each.issuer(), List.of()).stream()
                .map(above -> new Ordered(above, each.order(above, at)))
                .sorted(Comparator.comparingLong(Ordered::order))
                .map(Ordered::candidate)
                .toList());
  }
}

package dev.signet.engine.path;

import dev.signet.engine.cert.DirectoryName;
import dev.signet.engine.cert.MailCertificate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

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
    measure();
  }

  private void add(MailCertificate certificate, boolean anchor) {
    if (!all.containsKey(certificate)) {
      all.put(certificate, new Candidate(certificate, anchor));
    }
  }

  /** Distances from the anchors downwards: a search leaves out what cannot lead to one. */
  private void measure() {
    Map<DirectoryName, List<Candidate>> byIssuer = new HashMap<>();
    Map<DirectoryName, Integer> distances = new HashMap<>();
    Queue<DirectoryName> names = new ArrayDeque<>();
    for (Candidate each : all.values()) {
      if (!each.anchor()) {
        byIssuer.computeIfAbsent(each.issuer(), name -> new ArrayList<>()).add(each);
      } else if (distances.put(each.subject(), 0) == null) {
        names.add(each.subject());
      }
    }
    while (!names.isEmpty()) {
      DirectoryName name = names.remove();
      int distance = distances.get(name) + 1;
      for (Candidate each : byIssuer.getOrDefault(name, List.of())) {
        each.setDistance(distance);
        if (distances.putIfAbsent(each.subject(), distance) == null) {
          names.add(each.subject());
        }
      }
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

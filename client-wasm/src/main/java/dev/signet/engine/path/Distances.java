package dev.signet.engine.path;

import dev.signet.engine.cert.DirectoryName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * How far certificates are below the anchors. A search leaves out what cannot lead to an anchor by
 * names, and of several ways tries the shortest first, which in a mesh of authorities that have
 * certified each other is the difference between few signatures and too many.
 */
final class Distances {
  private final Map<DirectoryName, List<Candidate>> byIssuer = new HashMap<>();

  private Distances(Collection<Candidate> all) {
    for (Candidate each : all) {
      if (!each.anchor()) {
        byIssuer.computeIfAbsent(each.issuer(), name -> new ArrayList<>()).add(each);
      }
    }
  }

  static void measure(Collection<Candidate> all) {
    List<Candidate> anchors = all.stream().filter(Candidate::anchor).toList();
    new Distances(all).byNames(anchors);
    new Distances(all).byIdentifiers(anchors);
  }

  private void byNames(List<Candidate> anchors) {
    Queue<Candidate> queue = new ArrayDeque<>(anchors);
    while (!queue.isEmpty()) {
      Candidate above = queue.remove();
      List<Candidate> below = byIssuer.remove(above.subject());
      if (below != null) {
        below.forEach(each -> each.setDistance(above.distance() + 1));
        queue.addAll(below);
      }
    }
  }

  private void byIdentifiers(List<Candidate> anchors) {
    Queue<Candidate> queue = new ArrayDeque<>(anchors);
    while (!queue.isEmpty()) {
      Candidate above = queue.remove();
      Iterator<Candidate> below = byIssuer.getOrDefault(above.subject(), List.of()).iterator();
      while (below.hasNext()) {
        Candidate each = below.next();
        if (each.fits(above)) {
          below.remove();
          each.setLikelyDistance(above.likelyDistance() + 1);
          queue.add(each);
        }
      }
    }
  }
}

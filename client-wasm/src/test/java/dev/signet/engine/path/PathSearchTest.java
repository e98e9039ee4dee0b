package dev.signet.engine.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.cert.MailCertificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A search for paths")
class PathSearchTest {
  private final Authority root = Authority.named("CN=Root");
  private final Authority middle = Authority.named("CN=Middle");
  private final Authority low = Authority.named("CN=Low");
  private final MailCertificate anchor = root.self();

  private List<MailCertificate> found(
      MailCertificate leaf, List<MailCertificate> heap, MailCertificate... anchors) {
    return new Searching(leaf, heap, List.of(anchors)).next();
  }

  @Test
  @DisplayName("finds the way over intermediates, whatever their order")
  void order() {
    MailCertificate one = root.certify(middle).make();
    MailCertificate two = middle.certify(low).make();
    MailCertificate leaf = low.leaf();
    List<MailCertificate> heap = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      heap.add(low.leaf());
      heap.add(Authority.named("CN=Low").self());
      heap.add(Authority.named("CN=Other").self());
    }
    heap.addAll(List.of(one, two, leaf, anchor, one));
    for (int seed = 0; seed < 10; seed++) {
      Collections.shuffle(heap, new Random(seed));
      Searching search = new Searching(leaf, heap, List.of(anchor));
      assertEquals(List.of(leaf, two, one, anchor), search.next(), "seed " + seed);
      assertEquals(3, search.asked());
      assertNull(search.next());
    }
  }

  @Test
  @DisplayName("compares names as RFC 5280 does")
  void names() {
    MailCertificate leaf =
        root.certify(Authority.named("CN=Leaf")).leaf().naming("CN=\\  ROOT").make();
    assertEquals(List.of(leaf, anchor), found(leaf, List.of(), anchor));
    Authority swapped = Authority.named("O=Signet,CN=Root");
    MailCertificate other = swapped.certify(low).leaf().naming("CN=Root,O=Signet").make();
    assertNull(found(other, List.of(), swapped.self()));
  }

  @Test
  @DisplayName("gives every path of authorities that have certified each other")
  void crossCertified() {
    Authority second = Authority.named("CN=Second");
    MailCertificate secondAnchor = second.self();
    MailCertificate across = root.certify(second).make();
    MailCertificate back = second.certify(root).make();
    MailCertificate leaf = second.leaf();
    List<MailCertificate> heap = List.of(across, back);
    assertEquals(
        List.of(List.of(leaf, across, anchor)), new Searching(leaf, heap, List.of(anchor)).all());
    assertEquals(
        List.of(List.of(leaf, secondAnchor), List.of(leaf, across, anchor)),
        new Searching(leaf, heap, List.of(anchor, secondAnchor)).all());
  }

  @Test
  @DisplayName("ends where authorities certify each other in a loop that leads to no anchor")
  void loop() {
    MailCertificate leaf = low.leaf();
    List<MailCertificate> heap =
        List.of(middle.certify(low).make(), low.certify(middle).make(), low.self(), middle.self());
    Searching search = new Searching(leaf, heap, List.of(anchor));
    Path best = search.invalid();
    assertEquals(3, best.certificates().size());
    assertEquals(List.of("UNTRUSTED@2"), search.problems());
  }

  @Test
  @DisplayName("passes from an authority's old key to its new one")
  void rollover() {
    Authority renewed = Authority.named("CN=Root");
    MailCertificate newByOld = root.certify(renewed).make();
    MailCertificate leaf = renewed.leaf();
    assertEquals(List.of(leaf, newByOld, anchor), found(leaf, List.of(newByOld), anchor));
    assertNull(found(leaf, List.of(), anchor));
  }

  @Test
  @DisplayName("tries another issuer of the same name when the identifiers are wrong or missing")
  void identifiers() {
    Authority impostor = Authority.named("CN=Root");
    MailCertificate wrong =
        root.certify(Authority.named("CN=Leaf")).leaf().naming(impostor.identifier()).make();
    assertEquals(List.of(wrong, anchor), found(wrong, List.of(), impostor.self(), anchor));
    MailCertificate silent =
        root.certify(Authority.named("CN=Leaf")).leaf().naming((byte[]) null).make();
    assertEquals(List.of(silent, anchor), found(silent, List.of(), impostor.self(), anchor));
  }

  @Test
  @DisplayName("takes the anchor itself as a path of one")
  void leafIsAnchor() {
    MailCertificate leaf = low.leaf();
    assertEquals(List.of(leaf), found(leaf, List.of(), leaf));
    MailCertificate self = low.certify(low).leaf().make();
    assertEquals(List.of(self), found(self, List.of(self), self));
  }

  @Test
  @DisplayName("goes around an intermediate that has expired")
  void expired() {
    MailCertificate old = root.certify(middle).expired().make();
    MailCertificate fresh = root.certify(middle).make();
    MailCertificate leaf = middle.leaf();
    assertEquals(List.of(leaf, fresh, anchor), found(leaf, List.of(old, fresh), anchor));
    Searching search = new Searching(leaf, List.of(old), List.of(anchor));
    assertEquals(List.of("EXPIRED@1"), search.problems());
    Authority other = Authority.named("CN=Other");
    MailCertificate otherAnchor = other.self();
    MailCertificate over = other.certify(middle).make();
    assertEquals(
        List.of(leaf, over, otherAnchor), found(leaf, List.of(old, over), anchor, otherAnchor));
  }

  @Test
  @DisplayName("does not take an authority's certificate from the heap for an anchor")
  void heapIsNotTrusted() {
    MailCertificate leaf = low.leaf();
    Searching search = new Searching(leaf, List.of(low.self()), List.of(anchor));
    assertEquals(List.of("UNTRUSTED@1"), search.problems());
    // The anchor's name with another key.
    Authority impostor = Authority.named("CN=Root");
    MailCertificate forged = impostor.leaf();
    search = new Searching(forged, List.of(impostor.self()), List.of(anchor));
    assertTrue(search.problems().contains("UNTRUSTED@1"), search.problems()::toString);
  }

  @Test
  @DisplayName("repeats no entity and no path")
  void noRepetition() {
    MailCertificate again = root.certify(middle).make();
    MailCertificate one = root.certify(middle).make();
    MailCertificate selfIssued = middle.certify(middle).make();
    MailCertificate leaf = middle.leaf();
    List<List<MailCertificate>> all =
        new Searching(
                leaf,
                List.of(one, again, selfIssued, one, root.certify(root).make()),
                List.of(anchor))
            .all();
    assertEquals(2, all.size());
    assertEquals(2, new HashSet<>(all).size());
    all.forEach(path -> assertEquals(3, path.size()));
  }
}

package dev.signet.engine.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.cert.MailCertificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The work of a search")
class SearchBoundsTest {
  private static final Duration ENDS = Duration.ofSeconds(20);

  private final Authority root = Authority.named("CN=Same");
  private final MailCertificate anchor = root.self();

  /** Authorities of one name, each of which has certified every other. */
  private static List<MailCertificate> mesh(List<Authority> authorities) {
    List<MailCertificate> all = new ArrayList<>();
    for (Authority one : authorities) {
      for (Authority other : authorities) {
        all.add(one.certify(other).make());
      }
    }
    Collections.shuffle(all, new Random(1));
    return all;
  }

  private static List<Authority> authorities(int count) {
    List<Authority> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(Authority.named("CN=Same"));
    }
    return all;
  }

  @Test
  @DisplayName("is small for 200 certificates of one name where identifiers tell the way")
  void equalNames() {
    List<Authority> authorities = authorities(200);
    List<MailCertificate> heap = new ArrayList<>();
    authorities.forEach(each -> heap.add(each.self()));
    Authority issuer = authorities.get(77);
    MailCertificate way = root.certify(issuer).make();
    heap.add(way);
    MailCertificate leaf = issuer.leaf();
    Searching search = new Searching(leaf, heap, List.of(anchor));
    assertEquals(List.of(leaf, way, anchor), assertTimeoutPreemptively(ENDS, search::next));
    assertTrue(search.asked() <= 3, () -> search.asked() + " signatures");
  }

  @Test
  @DisplayName("is bounded where nothing tells which of 200 has signed")
  void withoutIdentifiers() {
    List<MailCertificate> heap = new ArrayList<>();
    for (Authority each : authorities(200)) {
      heap.add(each.withoutIdentifier().self());
    }
    MailCertificate leaf = root.withoutIdentifier().leaf();
    MailCertificate plain = root.withoutIdentifier().self();
    Searching search = new Searching(leaf, heap, List.of(plain));
    assertEquals(List.of(leaf, plain), assertTimeoutPreemptively(ENDS, search::next));
    assertTrue(search.asked() <= 10, () -> search.asked() + " signatures");
  }

  @Test
  @DisplayName("ends in a typed error in a mesh of loops that leads to no anchor")
  void mesh() {
    List<Authority> authorities = authorities(14);
    MailCertificate leaf = authorities.get(0).leaf();
    Searching search = new Searching(leaf, mesh(authorities), List.of(anchor));
    assertTimeoutPreemptively(ENDS, () -> limit(search));
    assertTrue(search.asked() <= Limits.MOST_SIGNATURES);
    assertEquals("UNTRUSTED@0", search.problemsAfterLimit());
  }

  @Test
  @DisplayName("is soon done with 200 of one name in loops, where nothing tells which has signed")
  void loopsOfEqualNames() {
    List<Authority> authorities =
        authorities(14).stream().map(Authority::withoutIdentifier).toList();
    List<MailCertificate> heap = new ArrayList<>(mesh(authorities));
    authorities.subList(0, 4).forEach(each -> heap.add(each.self()));
    assertEquals(200, heap.size());
    MailCertificate leaf = authorities.get(0).leaf();
    assertTimeoutPreemptively(
        ENDS,
        () -> {
          Searching search = new Searching(leaf, heap, List.of(anchor));
          limit(search);
          assertTrue(search.asked() <= Limits.MOST_SIGNATURES);
        });
  }

  @Test
  @DisplayName("finds the anchor that such a mesh leads to")
  void meshWithAnchor() {
    List<Authority> authorities = authorities(14);
    List<MailCertificate> heap = mesh(authorities);
    heap.add(root.certify(authorities.get(13)).make());
    MailCertificate leaf = authorities.get(0).leaf();
    Searching search = new Searching(leaf, heap, List.of(anchor));
    assertNotNull(assertTimeoutPreemptively(ENDS, search::next));
  }

  @Test
  @DisplayName("is nothing where no anchor has a name that leads down to the leaf")
  void otherNames() {
    List<Authority> authorities = authorities(14);
    MailCertificate leaf = authorities.get(0).leaf();
    Searching search =
        new Searching(leaf, mesh(authorities), List.of(Authority.named("CN=Elsewhere").self()));
    assertNull(assertTimeoutPreemptively(ENDS, search::next));
    assertTrue(search.asked() <= 100, () -> search.asked() + " signatures");
  }

  @Test
  @DisplayName("does not go up endlessly")
  void deep() {
    List<MailCertificate> heap = new ArrayList<>();
    Authority above = root;
    for (int i = 0; i < 30; i++) {
      Authority below = Authority.named("CN=Level " + i);
      heap.add(above.certify(below).make());
      above = below;
    }
    Searching search = new Searching(above.leaf(), heap, List.of(anchor));
    SmimeException error = limit(search);
    assertEquals(
        Integer.toString(Limits.LONGEST_PATH), error.details().get("limit"), error::toString);
    assertEquals(0, search.asked());
  }

  private static SmimeException limit(Searching search) {
    SmimeException error = assertThrows(SmimeException.class, search::next);
    assertEquals(ErrorCode.TOO_LARGE, error.code());
    assertNotNull(error.details().get("what"));
    return error;
  }
}

package dev.signet.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.cases.EngineUnderTest.Judged;
import dev.signet.cases.EngineUnderTest.Policies;
import dev.signet.testing.Pkits;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of PKITS, with revocation: trusted if and only if the suite says valid. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A certificate of PKITS")
public abstract class PkitsCases {
  /**
   * Valid by the suite, and signed with DSA over SHA-1 and keys of 1024 bits throughout. The engine
   * finds nothing against them but the hash and the keys, which by its own rule are never trusted.
   */
  private static final Set<String> WEAK = Set.of("4.1.4", "4.1.5");

  /** What is wrong with a path on which nothing is wrong but what lists say, or do not say. */
  private static final Set<String> BY_LISTS = Set.of("revoked", "revocation-unknown");

  private EngineUnderTest engine;

  protected abstract EngineUnderTest.Factory engines();

  @BeforeAll
  void createEngine() {
    engine = engines().create(List.of(), false);
  }

  @AfterAll
  void closeEngine() {
    engine.close();
  }

  static Stream<Pkits> cases() {
    return Pkits.all();
  }

  @Test
  @DisplayName("comes in 249 cases")
  void number() {
    assertEquals(249, cases().count());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  @DisplayName("is trusted as the suite says")
  void judged(Pkits pkits) {
    JsonNode report =
        engine.checkCertificate(
            pkits.leaf(),
            new Judged(
                Pkits.AT, pkits.intermediates(), List.of(pkits.anchor()), pkits.lists(), List.of()),
            "any",
            new Policies(
                pkits.policies(),
                pkits.requireExplicitPolicy(),
                pkits.inhibitMapping(),
                pkits.inhibitAnyPolicy()));
    if (WEAK.contains(pkits.number())) {
      assertEquals(
          Set.of("weak-algorithm", "weak-key"), Set.copyOf(problems(report)), report::toString);
      return;
    }
    assertEquals(pkits.valid(), report.get("trusted").asBoolean(), report::toString);
    assertEquals(pkits.valid(), problems(report).isEmpty(), report::toString);
    if (pkits.valid()) {
      assertEquals("good", report.get("revocation").asText());
    } else if (aboutLists(pkits.number())) {
      assertTrue(BY_LISTS.containsAll(problems(report)), report::toString);
    } else {
      assertFalse(Set.of("revocation-unknown").containsAll(problems(report)), report::toString);
    }
  }

  /** Two cases elsewhere have an issuer whose key usage does not allow him to sign lists. */
  private static boolean aboutLists(String number) {
    return Set.of("4.7.4", "4.7.5").contains(number)
        || number.startsWith("4.4.")
        || number.startsWith("4.14.")
        || number.startsWith("4.15.");
  }

  private static List<String> problems(JsonNode report) {
    List<String> codes = new ArrayList<>();
    report.get("problems").forEach(problem -> codes.add(problem.get("code").asText()));
    return codes;
  }
}

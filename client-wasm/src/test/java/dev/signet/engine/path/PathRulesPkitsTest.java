package dev.signet.engine.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.cert.Purpose;
import dev.signet.engine.report.Problem;
import dev.signet.engine.report.ProblemCode;
import dev.signet.testing.Vectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The rules of a path, over the paths of NIST's PKITS as they are listed")
class PathRulesPkitsTest {
  private static final String POLICY_ARC = "2.16.840.1.101.3.2.1.48.";

  /** Validity, names, self-issued, basic constraints, key usage, policies, constraints, private. */
  private static final Set<String> SECTIONS =
      Set.of("2", "3", "5", "6", "7", "8", "9", "10", "11", "12", "13", "16");

  /** Invalid for what a CRL says or who signed it, so that the rules find nothing. */
  private static final Set<String> BY_REVOCATION = Set.of("4.5.2", "4.5.5", "4.7.4", "4.7.5");

  /** What is listed is no path: it has the certificate of the CRL's key in its midst. */
  private static final Set<String> NO_PATH = Set.of("4.5.6", "4.5.7");

  /** What the first problem is where the section does not say it. */
  private static final Map<String, ProblemCode> SECTION_CODES =
      Map.of(
          "3", ProblemCode.UNTRUSTED,
          "8", ProblemCode.POLICY,
          "9", ProblemCode.POLICY,
          "10", ProblemCode.POLICY,
          "11", ProblemCode.POLICY,
          "12", ProblemCode.POLICY,
          "13", ProblemCode.NAME_NOT_PERMITTED,
          "16", ProblemCode.UNKNOWN_CRITICAL_EXTENSION);

  private record Case(
      String test, String title, List<String> certs, boolean valid, PolicyInputs policies) {
    String section() {
      return test.split("\\.")[1];
    }

    @Override
    public String toString() {
      return title;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void isAsStated(Case pkits) {
    List<Problem> problems =
        PathRules.problems(path(pkits.certs), inputs(Purpose.ANY, pkits.policies));
    boolean rulesFindNothing = pkits.valid || BY_REVOCATION.contains(pkits.test);
    assertEquals(rulesFindNothing, problems.isEmpty(), problems.toString());
    ProblemCode code = SECTION_CODES.get(pkits.section());
    if (!rulesFindNothing && code != null) {
      assertEquals(code, problems.get(0).code(), problems.toString());
    }
  }

  @Test
  @DisplayName("has cases of all these sections")
  void count() {
    assertEquals(SECTIONS, Set.copyOf(cases().map(Case::section).distinct().toList()));
    assertTrue(cases().count() > 150, "cases: " + cases().count());
  }

  private static PathInputs inputs(Purpose purpose, PolicyInputs policies) {
    return new PathInputs(
        Instant.parse("2026-01-01T00:00:00Z").toEpochMilli(), purpose, policies, 1024);
  }

  private static List<MailCertificate> path(List<String> anchorFirst) {
    List<MailCertificate> path = new ArrayList<>();
    for (String name : anchorFirst) {
      Path file = Vectors.folder("pkits").resolve("certs").resolve(name + ".crt");
      try {
        path.add(MailCertificate.of(Files.readAllBytes(file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    Collections.reverse(path);
    return path;
  }

  static Stream<Case> cases() {
    JsonNode json;
    try {
      json =
          new ObjectMapper().readTree(Vectors.folder("pkits").resolve("pkits-cases.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Case> cases = new ArrayList<>();
    for (JsonNode each : json) {
      List<String> certs = new ArrayList<>();
      each.get("certs").forEach(cert -> certs.add(cert.asText()));
      JsonNode params = each.get("params");
      cases.add(
          new Case(
              each.get("test").asText(),
              each.get("title").asText(),
              certs,
              each.get("should_validate").asBoolean(),
              new PolicyInputs(
                  policies(params.path("SetInitialPolicySet").asText()),
                  params.path("SetInitialExplicitPolicy").asBoolean(),
                  params.path("SetInitialPolicyMappingInhibit").asBoolean(),
                  params.path("SetInitialInhibitAnyPolicy").asBoolean())));
    }
    return cases.stream()
        .filter(pkits -> SECTIONS.contains(pkits.section()) && !NO_PATH.contains(pkits.test));
  }

  private static List<String> policies(String quoted) {
    List<String> oids = new ArrayList<>();
    for (String name : quoted.replace("\"", "").split(",")) {
      if (!name.isEmpty()) {
        oids.add(POLICY_ARC + name.substring(name.lastIndexOf('-') + 1));
      }
    }
    return oids;
  }
}

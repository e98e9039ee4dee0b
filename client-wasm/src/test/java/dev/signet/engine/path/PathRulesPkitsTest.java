package dev.signet.engine.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.cert.Purpose;
import dev.signet.engine.report.Problem;
import dev.signet.engine.report.ProblemCode;
import dev.signet.testing.Pkits;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The rules of a path, over the paths of NIST's PKITS as they are listed")
class PathRulesPkitsTest {
  /** Validity, names, self-issued, basic constraints, key usage, policies, constraints, private. */
  private static final Set<String> SECTIONS =
      Set.of("2", "3", "5", "6", "7", "8", "9", "10", "11", "12", "13", "16");

  /** Invalid for what a CRL says or who signed it, so that the rules find nothing. */
  private static final Set<String> BY_REVOCATION = Set.of("4.5.2", "4.5.5", "4.7.4", "4.7.5");

  /** What is listed is no path: it has the certificate of the CRL's key in its midst. */
  private static final Set<String> NO_PATH = Set.of("4.5.6", "4.5.7");

  /** What the first problem is, in the sections that are about one. */
  private static final Map<String, ProblemCode> CODES =
      Map.of(
          "3", ProblemCode.UNTRUSTED,
          "8", ProblemCode.POLICY,
          "9", ProblemCode.POLICY,
          "10", ProblemCode.POLICY,
          "11", ProblemCode.POLICY,
          "12", ProblemCode.POLICY,
          "13", ProblemCode.NAME_NOT_PERMITTED,
          "16", ProblemCode.UNKNOWN_CRITICAL_EXTENSION);

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void isAsStated(Pkits pkits) {
    List<MailCertificate> path =
        pkits.certificates().stream().map(MailCertificate::of).collect(Collectors.toList());
    Collections.reverse(path);
    List<Problem> problems =
        PathRules.problems(
            path,
            new PathInputs(
                Pkits.AT,
                Purpose.ANY,
                new PolicyInputs(
                    pkits.policies(),
                    pkits.requireExplicitPolicy(),
                    pkits.inhibitMapping(),
                    pkits.inhibitAnyPolicy()),
                1024));
    boolean none = pkits.valid() || BY_REVOCATION.contains(pkits.number());
    assertEquals(none, problems.isEmpty(), problems.toString());
    ProblemCode code = CODES.get(section(pkits));
    if (!none && code != null) {
      assertEquals(code, problems.get(0).code(), problems.toString());
    }
  }

  @Test
  @DisplayName("has cases of all these sections")
  void count() {
    assertEquals(SECTIONS, cases().map(PathRulesPkitsTest::section).collect(Collectors.toSet()));
    assertTrue(cases().count() > 150, "cases: " + cases().count());
  }

  private static String section(Pkits pkits) {
    return pkits.number().substring(2, pkits.number().indexOf('.', 2));
  }

  static Stream<Pkits> cases() {
    return Pkits.all()
        .filter(pkits -> SECTIONS.contains(section(pkits)) && !NO_PATH.contains(pkits.number()));
  }
}

package dev.signet.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The verdict over a file of published cases")
class VerdictTest {
  private static final CaseFile FILE = new CaseFile("corpus", "group", "file_1", List::of);

  private static Outcome outcome(String name, String what) {
    return new Outcome(Case.using(name, "right", platform -> what), what);
  }

  private static Verdict verdict(List<KnownException> known, Outcome... outcomes) {
    return Verdict.of(FILE, Stream.of(outcomes).toList(), known);
  }

  private static List<KnownException> known(String file, String cases, String outcome) {
    return List.of(
        new KnownException("corpus", file, List.of(cases.split(",", -1)), outcome, "because", 7));
  }

  @Test
  @DisplayName("counts what ends as expected, and complains of the rest")
  void failures() {
    Verdict verdict = verdict(List.of(), outcome("1", "right"), outcome("2", "wrong"));
    assertEquals(2, verdict.cases());
    assertEquals(1, verdict.passed());
    assertEquals(1, verdict.complaints().size());
    assertTrue(verdict.complaints().get(0).contains("wrong, expected right: 2"));
  }

  @Test
  @DisplayName("counts known exceptions by their reason")
  void exceptions() {
    Verdict verdict =
        verdict(
            known("file_*", "2-3", "refused *"),
            outcome("1", "right"),
            outcome("2", "refused this"),
            outcome("3", "refused that"));
    assertEquals(List.of(), verdict.complaints());
    assertEquals(1, verdict.passed());
    assertEquals(Map.of("because", 2), verdict.exceptions());
  }

  @Test
  @DisplayName("complains of a known exception that passes")
  void unexpectedPass() {
    Verdict verdict = verdict(known("file_1", "1", "wrong"), outcome("1", "right"));
    assertTrue(verdict.complaints().get(0).startsWith("passes, against line 7"));
    assertEquals(0, verdict.passed());
  }

  @Test
  @DisplayName("complains of a known exception that ends in another way")
  void otherOutcome() {
    Verdict verdict = verdict(known("*", "*", "wrong"), outcome("1", "refused"));
    assertTrue(verdict.complaints().get(0).startsWith("not as line 7 says"));
  }

  @Test
  @DisplayName("complains of names of cases that are not there, and of a file without cases")
  void namesWithoutCases() {
    assertEquals(
        List.of("line 7 names what is not there: 9"),
        verdict(known("file_1", "1,9", "wrong"), outcome("1", "wrong")).complaints());
    assertEquals(List.of("no case in file_1"), verdict(List.of()).complaints());
  }

  @Test
  @DisplayName("takes a case that is not offered as none that passes")
  void notOffered() {
    Case published = Case.notOffered("1", "", "it");
    assertEquals(Set.of(), published.expected());
    assertEquals(
        1, verdict(List.of(), new Outcome(published, "not offered: it")).complaints().size());
  }
}

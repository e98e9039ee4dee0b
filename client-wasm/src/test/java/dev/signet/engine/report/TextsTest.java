package dev.signet.engine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.testing.Texts;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The texts of reports")
class TextsTest {
  private static void said(String key) {
    assertTrue(Texts.ENGLISH.of(key).length() > 10, key);
    assertTrue(Texts.GERMAN.of(key).length() > 10, key);
    assertNotEquals(Texts.ENGLISH.of(key), Texts.GERMAN.of(key));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("have a sentence for each status")
  void statuses(StatusCode code) {
    said("status." + code.text());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("have a sentence for each problem of a certificate")
  void problems(ProblemCode code) {
    said("problem." + code.text());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("have a sentence for each piece of advice")
  void advice(AdviceCode code) {
    said("advice." + code.text());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("have a sentence for each decision on a correspondent's certificate")
  void correspondents(CorrespondentReport.Decision decision) {
    said("correspondent." + decision.text());
  }

  @Test
  @DisplayName("say nothing of codes that there are not")
  void nothingElse() {
    Set<String> known = new HashSet<>();
    Stream.of(StatusCode.values()).forEach(code -> known.add("status." + code.text()));
    Stream.of(ProblemCode.values()).forEach(code -> known.add("problem." + code.text()));
    Stream.of(AdviceCode.values()).forEach(code -> known.add("advice." + code.text()));
    Stream.of(CorrespondentReport.Decision.values())
        .forEach(decision -> known.add("correspondent." + decision.text()));
    assertEquals(Texts.ENGLISH.sentences().keySet(), Texts.GERMAN.sentences().keySet());
    for (String key : Texts.ENGLISH.sentences().keySet()) {
      String stem =
          key.indexOf('.') == key.lastIndexOf('.') ? key : key.substring(0, key.lastIndexOf('.'));
      assertTrue(
          known.contains(stem)
              || key.startsWith("inner.")
              || key.startsWith("weakness.")
              || key.equals("status.treat-as-unsigned"),
          key);
    }
  }

  @Test
  @DisplayName("address the German reader with Sie")
  void german() {
    for (String sentence : Texts.GERMAN.sentences().values()) {
      assertFalse(sentence.matches("(?iu).*\\b(du|dein\\w*|dich|dir)\\b.*"), sentence);
    }
  }
}

package dev.signet.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.engine.report.StatusCode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each row of the table of verdicts, by a mail that leads to it. */
@DisplayName("The table of verdicts")
public abstract class VerdictTableCases extends MessageCases {
  private static List<VerdictTable.Row> rows;

  private static synchronized List<VerdictTable.Row> rows() {
    if (rows == null) {
      rows = VerdictTable.rows();
    }
    return rows;
  }

  @TestFactory
  @DisplayName("has the colour and the code of")
  Stream<DynamicTest> verdicts() {
    return rows().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.colour() + " " + row.code() + ": " + row.reason(), () -> opens(row)));
  }

  private void opens(VerdictTable.Row row) {
    byte[] mail = row.mail().get();
    try (EngineUnderTest each =
        engines().create(List.of(world.ca().certificateDer()), row.answers() == null)) {
      if (row.unlocked() != null) {
        each.unlock(row.unlocked().p12(World.PASSPHRASE), World.PASSPHRASE);
      }
      verdict(row.code(), row.colour(), each.open(mail, row.judged(), List.of()));
    }
  }

  @Test
  @DisplayName("leaves no code out but that of an engine that fails, which no mail leads to")
  void complete() {
    Set<String> missing = new TreeSet<>();
    for (StatusCode code : StatusCode.values()) {
      missing.add(code.text());
    }
    for (VerdictTable.Row row : rows()) {
      missing.remove(row.code());
    }
    assertEquals(Set.of("internal-error"), missing);
  }
}

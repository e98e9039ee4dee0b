package dev.signet.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every corpus on one platform: a test for each file of cases. The property {@code
 * signet.conformance} narrows the run to files of corpora whose names begin so; nothing is written
 * then.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Published cases end as their publishers say")
public abstract class ConformanceCases {
  private static final String ONLY = System.getProperty("signet.conformance", "");

  private final List<KnownException> known = KnownException.read();
  private final List<Verdict> verdicts = new ArrayList<>();

  protected abstract Platform platform();

  /** All of them; a platform that runs only some writes no results, so it is no column. */
  protected List<Corpus> corpora() {
    return Corpora.ALL;
  }

  private boolean complete() {
    return ONLY.isEmpty() && corpora().equals(Corpora.ALL);
  }

  @BeforeAll
  void forget() {
    if (complete()) {
      Results.forget(platform().name());
    }
  }

  @TestFactory
  Stream<DynamicTest> files() {
    return files(corpora()).stream()
        .filter(file -> (file.corpus() + " " + file.name()).startsWith(ONLY))
        .map(file -> DynamicTest.dynamicTest(file.corpus() + " " + file.name(), () -> run(file)));
  }

  private static List<CaseFile> files(List<Corpus> corpora) {
    return corpora.stream().flatMap(corpus -> corpus.files().stream()).toList();
  }

  private void run(CaseFile file) {
    Verdict verdict = Verdict.of(file, new Run(platform()).outcomes(file.cases().get()), known);
    verdicts.add(verdict);
    assertEquals("", String.join("\n", verdict.complaints()));
  }

  @Test
  @DisplayName("each line of the exceptions speaks of a file that is there")
  void exceptionsSpeakOfFiles() {
    Set<String> idle = new HashSet<>();
    for (KnownException each : known) {
      if (files(Corpora.ALL).stream().noneMatch(each::speaksOf)) {
        idle.add("line " + each.line());
      }
    }
    assertEquals(Set.of(), idle);
  }

  @AfterAll
  void write() {
    if (complete() && !verdicts.isEmpty()) {
      Results.write(platform().name(), verdicts);
    }
  }
}

package dev.signet.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.testing.Vectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs after the runs on all platforms, and looks at what they have left. */
@Tag("wasm")
@Tag("table")
@DisplayName("The table of conformance")
class ConformanceTableTest {
  private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

  static {
    COLUMNS.put("jvm", "JVM");
    COLUMNS.put("wasm", "Wasm");
  }

  private final Path file =
      Path.of(System.getProperty("signet.root", "..")).resolve("docs/conformance.md");

  @BeforeAll
  static void needsVectors() {
    Vectors.folder("wycheproof");
  }

  @Test
  @DisplayName("has the same figures in every column")
  void columnsAreEqual() {
    assertEquals(List.of(), new Table(COLUMNS).differences());
  }

  @Test
  @DisplayName("is what the run gives (-Dsignet.docs=docs writes it)")
  void isCommitted() throws IOException {
    String text = new Table(COLUMNS).markdown();
    if (System.getProperty("signet.docs") != null) {
      Files.writeString(file, text);
    }
    assertEquals(text, Files.exists(file) ? Files.readString(file) : "");
  }
}

package dev.signet.server.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of settings in the administrator's manual has every setting, with its default. */
class SettingsDocsTest {
  private static List<String> rows;

  @BeforeAll
  static void read() throws Exception {
    Path manual = Path.of(System.getProperty("signet.root", ".."), "docs/administration.md");
    String text = Files.readString(manual);
    String table = text.substring(text.indexOf("## Settings"), text.indexOf("## Looking after it"));
    rows = table.lines().filter(line -> line.startsWith("| `")).toList();
  }

  @ParameterizedTest
  @EnumSource(Name.class)
  void hasItsRow(Name name) {
    List<String> mine =
        rows.stream().filter(row -> row.startsWith("| `" + name.text + "` | ")).toList();
    assertEquals(1, mine.size(), name.text);
    if (name.byDefault != null) {
      String start = "| `" + name.text + "` | `" + name.byDefault + "` | ";
      assertTrue(mine.get(0).startsWith(start), mine.get(0));
    }
  }

  @Test
  void hasNoOtherRow() {
    for (String row : rows) {
      String name = row.substring(3, row.indexOf('`', 3));
      assertTrue(Arrays.stream(Name.values()).anyMatch(known -> known.text.equals(name)), name);
    }
  }
}

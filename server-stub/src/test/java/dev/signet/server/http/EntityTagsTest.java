package dev.signet.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {
  @Test
  void readsAList() throws Exception {
    assertEquals(
        List.of("\"a\"", "W/\"b\"", "\"c,d\"", "\"\""),
        EntityTags.parse("\"a\", W/\"b\" ,,\"c,d\",\"\"").tags());
  }

  @Test
  void readsAListThatFillsTheHead() throws Exception {
    assertEquals(5_000, EntityTags.parse("\"\",".repeat(5_000)).tags().size());
    assertThrows(ProblemException.class, () -> EntityTags.parse("\"\",".repeat(5_000) + "no tag"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      textBlock =
          """
          '*',              true,  true
          '"v1"',           true,  true
          '"v0", "v1"',     true,  true
          'W/"v1"',         false, true
          '"v0"',           false, false
          '"V1"',           false, false
          '"v1x"',          false, false
          """)
  void compares(String field, boolean strongly, boolean weakly) throws Exception {
    EntityTags tags = EntityTags.parse(field);
    assertEquals(strongly, tags.strongly("\"v1\""), "strong");
    assertEquals(weakly, tags.weakly("\"v1\""), "weak");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v1", "\"v1", "\"v1\" \"v2\"", "w/\"v1\"", "*, \"v1\"", ","})
  void refusesWhatItDoesNotUnderstand(String field) {
    ProblemException e = assertThrows(ProblemException.class, () -> EntityTags.parse(field));
    assertEquals(400, e.problem().status());
  }
}

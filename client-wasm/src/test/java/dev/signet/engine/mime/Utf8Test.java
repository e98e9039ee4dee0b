package dev.signet.engine.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("UTF-8 of a header field")
class Utf8Test {
  @Test
  @DisplayName("is read for every character that there is")
  void all() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (c < 0xd800 || c >= 0xe000) {
        String text = "a" + new String(Character.toChars(c)) + "b";
        assertEquals(text, Utf8.decode(new String(text.getBytes(UTF_8), ISO_8859_1)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00c1\u0080",
        "\u00c0\u00bc",
        "\u00e0\u0081\u0080",
        "\u00f0\u0080\u0081\u0080",
        "\u00ed\u00a0\u0080",
        "\u00f4\u0090\u0080\u0080",
        "\u00f8\u0088\u0080\u0080\u0080",
        "\u00fe",
        "\u0080",
        "\u00c3",
        "\u00e2\u0082",
      })
  @DisplayName("is replaced where it is overlong, a surrogate, too large or cut")
  void damaged(String octets) {
    String text = Utf8.decode("a" + octets + "<b");
    assertEquals("a" + "\ufffd".repeat(octets.length()) + "<b", text);
    assertFalse(text.contains("@"));
  }
}

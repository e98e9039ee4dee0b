package dev.signet.engine.mime.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotedPrintableEncoderTest {
  private static final Pattern CODE = Pattern.compile("=(\r\n|[0-9A-F]{2})");

  private static String encode(String text) {
    byte[] encoded = QuotedPrintableEncoder.encode(text.getBytes(StandardCharsets.ISO_8859_1));
    return new String(encoded, StandardCharsets.ISO_8859_1);
  }

  /** RFC 2045 section 6.7 read the other way round. */
  private static String decode(String encoded) {
    Matcher codes = CODE.matcher(encoded);
    return codes.replaceAll(
        code ->
            code.group(1).equals("\r\n")
                ? ""
                : Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(code.group(1), 16))));
  }

  @ParameterizedTest
  @CsvSource({
    "abc, abc",
    "a=b, a=3Db",
    "\u00fc, =FC",
    "From me, =46rom me",
    "Frame, Frame",
    "'-- ', =2D-=20",
    "., =2E",
    "a., a."
  })
  void whatTransportCouldChangeIsEncoded(String text, String expected) {
    assertEquals(expected, encode(text));
  }

  @Test
  void whiteSpaceBeforeALineEndIsEncoded() {
    assertEquals("a=20\r\nb\tc=09", encode("a \r\nb\tc\t"));
    assertEquals("a=0Db=0A=0D", encode("a\rb\n\r"));
  }

  @Test
  void anythingComesBackAndNoLineIsTooLong() {
    Random random = new Random(3);
    String alphabet = "ab -.=F\r\n\t\u00fcrom";
    for (int round = 0; round < 3000; round++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(400); length > 0; length--) {
        if (random.nextInt(30) == 0) {
          text.append("\r\n");
        } else if (random.nextInt(20) == 0) {
          text.append("From ");
        } else if (random.nextInt(round % 3 + 1) == 0) {
          text.append('x');
        } else {
          text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
      }
      String encoded = encode(text.toString());
      assertEquals(text.toString(), decode(encoded));
      for (String line : encoded.split("\r\n", -1)) {
        assertTrue(line.length() <= 76, line);
        assertTrue(line.chars().allMatch(c -> c == '\t' || (c >= 32 && c < 127)), line);
        assertFalse(line.endsWith(" ") || line.endsWith("\t"), line);
        assertFalse(line.startsWith("From ") || line.startsWith("-") || line.startsWith("."), line);
      }
    }
  }
}

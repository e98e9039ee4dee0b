package dev.signet.engine.mime.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.engine.heap.HeapBulk;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineScanTest {

  private static LineScan scan(String text) {
    return LineScan.of(new HeapBulk(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** {@code |} stands for CR, {@code $} for LF, {@code _} for a space, {@code @} for NUL. */
  private static String octets(String text) {
    return text.replace('|', '\r').replace('$', '\n').replace('_', ' ').replace('@', '\0');
  }

  @ParameterizedTest
  @CsvSource({
    "'', false, false, false",
    "a|$b|$, false, false, false",
    "a$b|$, false, false, true",
    "$, false, false, true",
    "a|b|$, true, false, false",
    "a||$, true, false, false",
    "a|, true, false, false",
    "a@b, true, false, false",
    "\u00fc, true, false, false",
    "a_|$, false, true, false",
    "a_$, false, true, true",
    "a_, false, true, false",
    "_a|$, false, false, false",
    "From_me, false, true, false",
    "a|$From_me, false, true, false",
    "aFrom_me, false, false, false",
    "From, false, false, false",
    "FFrom_, false, true, false"
  })
  void whatTransportCouldChangeIsFound(
      String text, boolean needsEncoding, boolean fragile, boolean bareLf) {
    LineScan scan = scan(octets(text));
    assertEquals(needsEncoding, scan.needsEncoding(), "needs encoding");
    assertEquals(fragile, scan.fragile(), "fragile");
    assertEquals(bareLf, scan.bareLf(), "bare LF");
  }

  @ParameterizedTest
  @CsvSource({"998, false", "999, true", "70000, true"})
  void linesMayHave998Characters(int length, boolean needsEncoding) {
    assertEquals(needsEncoding, scan("x\r\n" + "y".repeat(length)).needsEncoding());
    assertEquals(needsEncoding, scan("x\r\n" + "y".repeat(length) + "\r\nz").needsEncoding());
  }

  @ParameterizedTest
  @CsvSource({"64", "65535", "65536", "65537"})
  void whatIsSplitBetweenPiecesIsSeen(int before) {
    String filler = "x\r\n".repeat(before / 3) + "x".repeat(before % 3);
    assertEquals(false, scan(filler + "\r\ny").bareLf());
    assertEquals(true, scan(filler + "\ny").bareLf());
    assertEquals(true, scan(filler + " \r\n").fragile());
  }

  @ParameterizedTest
  @CsvSource({
    "abc, true",
    "\u00c3\u00bc, true",
    "\u00e2\u0082\u00ac, true",
    "\u00f0\u009f\u0098\u0080, true",
    "\u00fc, false",
    "\u00c3, false",
    "\u0080, false",
    "\u00c0\u0080, false",
    "\u00c3a, false"
  })
  void utf8IsToldFromOtherCharsets(String octets, boolean utf8) {
    assertEquals(utf8, scan(octets).utf8());
  }
}

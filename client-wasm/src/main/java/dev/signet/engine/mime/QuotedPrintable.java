package dev.signet.engine.mime;

import dev.signet.engine.SmimeException;
import java.io.ByteArrayOutputStream;

/** Quoted-printable (RFC 2045 section 6.7). */
final class QuotedPrintable {
  private QuotedPrintable() {}

  /**
   * @throws SmimeException {@code MALFORMED_MESSAGE} for an equals sign that begins neither an
   *     octet nor a soft line break
   */
  static byte[] decode(byte[] text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length);
    int i = 0;
    while (i < text.length) {
      if (text[i] != '=') {
        out.write(text[i++]);
        continue;
      }
      int lineEnd = softBreak(text, i + 1);
      if (lineEnd >= 0) {
        i = lineEnd;
      } else {
        out.write(hex(text, i + 1) << 4 | hex(text, i + 2));
        i += 3;
      }
    }
    return out.toByteArray();
  }

  /** Where the next line begins if only white space stands before the line's end, or -1. */
  private static int softBreak(byte[] text, int from) {
    int i = from;
    while (i < text.length && (text[i] == ' ' || text[i] == '\t' || text[i] == '\r')) {
      i++;
    }
    if (i == text.length) {
      return i;
    }
    return text[i] == '\n' ? i + 1 : -1;
  }

  private static int hex(byte[] text, int at) {
    int digit = at < text.length ? Character.digit(text[at], 16) : -1;
    if (digit < 0) {
      throw SmimeException.malformed("quoted-printable is damaged");
    }
    return digit;
  }
}

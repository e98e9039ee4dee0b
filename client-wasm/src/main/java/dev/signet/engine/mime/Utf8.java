package dev.signet.engine.mime;

/**
 * UTF-8 as RFC 3629 has it and no other.
 *
 * <p>The platform's decoder is not asked: that of the Wasm module takes overlong forms, in which an
 * at sign or a bracket could stand that no other reader of the mail sees.
 */
final class Utf8 {
  private static final char REPLACEMENT = '\ufffd';

  private Utf8() {}

  /**
   * Decodes.
   *
   * @param octets characters up to U+00FF, each an octet
   * @return with U+FFFD for each octet that belongs to no character
   */
  static String decode(String octets) {
    StringBuilder text = new StringBuilder(octets.length());
    int at = 0;
    while (at < octets.length()) {
      int lead = octets.charAt(at);
      int length = lead < 0x80 ? 1 : lead >> 5 == 6 ? 2 : lead >> 4 == 14 ? 3 : 4;
      int codePoint = lead < 0x80 ? lead : character(octets, at, length);
      if (codePoint < 0) {
        text.append(REPLACEMENT);
        at++;
      } else {
        text.appendCodePoint(codePoint);
        at += length;
      }
    }
    return text.toString();
  }

  /** The character of two to four octets that begins there, or -1. */
  private static int character(String octets, int from, int length) {
    int lead = octets.charAt(from);
    if (lead < 0xc2 || lead > 0xf4 || from + length > octets.length()) {
      return -1;
    }
    int codePoint = lead & (0x7f >> length);
    for (int i = 1; i < length; i++) {
      int next = octets.charAt(from + i);
      if (next >> 6 != 2) {
        return -1;
      }
      codePoint = (codePoint << 6) | (next & 0x3f);
    }
    int lowest = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000;
    boolean surrogate = codePoint >= 0xd800 && codePoint < 0xe000;
    return codePoint < lowest || codePoint > Character.MAX_CODE_POINT || surrogate ? -1 : codePoint;
  }
}

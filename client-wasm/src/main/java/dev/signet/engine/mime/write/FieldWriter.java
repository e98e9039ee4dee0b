package dev.signet.engine.mime.write;

import dev.signet.engine.mime.Headers;
import java.nio.charset.StandardCharsets;

/** Header fields on their way out: as they were written, with every line ended by CRLF. */
final class FieldWriter {
  private final StringBuilder block = new StringBuilder();

  /** A field with its folding as it was. */
  FieldWriter field(Headers.Field field) {
    String raw = field.raw();
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '\n' && (i == 0 || raw.charAt(i - 1) != '\r')) {
        block.append('\r');
      }
      block.append(c);
    }
    block.append("\r\n");
    return this;
  }

  /** A field of ours, already folded. */
  FieldWriter field(String text) {
    block.append(text).append("\r\n");
    return this;
  }

  /** The fields and the empty line after them, octet by octet. */
  byte[] header() {
    return (block + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }
}

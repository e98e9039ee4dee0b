package dev.signet.engine.mime.write;

import java.io.ByteArrayOutputStream;

/**
 * Quoted-printable (RFC 2045 section 6.7) as signed mail needs it: besides what must be encoded,
 * white space before a line end, a leading "From " and a leading hyphen or dot are, so that nothing
 * between sender and reader has a reason to touch a line.
 */
final class QuotedPrintableEncoder {
  private static final int LONGEST_LINE = 76;
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'
  };

  private final byte[] text;
  private final ByteArrayOutputStream out;
  private int column;

  private QuotedPrintableEncoder(byte[] text) {
    this.text = text;
    this.out = new ByteArrayOutputStream(text.length + text.length / 4);
  }

  /** Encodes text whose lines end in CRLF; any other CR or LF is encoded as an octet. */
  static byte[] encode(byte[] text) {
    QuotedPrintableEncoder encoder = new QuotedPrintableEncoder(text);
    encoder.run();
    return encoder.out.toByteArray();
  }

  private void run() {
    int at = 0;
    while (at < text.length) {
      if (lineEnds(at)) {
        out.write('\r');
        out.write('\n');
        column = 0;
        at += 2;
      } else {
        octet(at++);
      }
    }
  }

  private boolean lineEnds(int at) {
    return at + 1 < text.length && text[at] == '\r' && text[at + 1] == '\n';
  }

  private void octet(int at) {
    boolean last = at + 1 == text.length || lineEnds(at + 1);
    int width = literal(at, last) ? 1 : 3;
    // One column is kept for the equals sign of a soft line break, unless the line ends here.
    if (column + width > (last ? LONGEST_LINE : LONGEST_LINE - 1)) {
      out.write('=');
      out.write('\r');
      out.write('\n');
      column = 0;
      width = literal(at, last) ? 1 : 3;
    }
    int value = text[at] & 0xff;
    if (width == 1) {
      out.write(value);
    } else {
      out.write('=');
      out.write(HEX[value >> 4]);
      out.write(HEX[value & 15]);
    }
    column += width;
  }

  private boolean literal(int at, boolean last) {
    int value = text[at];
    if (value == ' ' || value == '\t') {
      return !last;
    }
    if (column == 0 && (value == '-' || value == '.' || (value == 'F' && from(at)))) {
      return false;
    }
    return value > 32 && value < 127 && value != '=';
  }

  private boolean from(int at) {
    return at + 4 < text.length
        && text[at + 1] == 'r'
        && text[at + 2] == 'o'
        && text[at + 3] == 'm'
        && text[at + 4] == ' ';
  }
}

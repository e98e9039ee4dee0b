package dev.signet.engine.mime.write;

import dev.signet.engine.port.Bulk;

/** What of some bytes a mail transport could change. Reads them piece by piece. */
final class LineScan {
  private static final int PIECE = 64 * 1024;
  private static final int LONGEST_LINE = 998;
  private static final byte[] FROM = {'F', 'r', 'o', 'm', ' '};

  private long eightBitOctets;
  private boolean nul;
  private boolean bareCr;
  private boolean bareLf;
  private boolean longLine;
  private boolean endingSpace;
  private boolean fromLine;
  private boolean utf8 = true;

  private int beforePrevious = -1;
  private int previous = -1;
  private long lineLength;
  private int fromMatched;
  private int continuations;

  private LineScan() {}

  static LineScan of(Bulk bytes) {
    LineScan scan = new LineScan();
    for (int at = 0; at < bytes.length(); at += PIECE) {
      for (byte octet : bytes.read(at, Math.min(bytes.length(), at + PIECE))) {
        scan.next(octet & 0xff);
      }
    }
    scan.end();
    return scan;
  }

  private void next(int octet) {
    if (octet == '\n') {
      bareLf |= previous != '\r';
      endLine(previous == '\r');
    } else {
      // A CR counts when it is seen to end no line.
      bareCr |= previous == '\r';
      if (octet != '\r') {
        inLine(octet);
      }
    }
    utf8(octet);
    beforePrevious = previous;
    previous = octet;
  }

  private void inLine(int octet) {
    if (lineLength < FROM.length && octet == FROM[(int) lineLength]) {
      fromMatched++;
      fromLine |= fromMatched == FROM.length;
    }
    lineLength++;
    longLine |= lineLength > LONGEST_LINE;
    nul |= octet == 0;
  }

  private void endLine(boolean afterCr) {
    int last = afterCr ? beforePrevious : previous;
    endingSpace |= lineLength > 0 && (last == ' ' || last == '\t');
    lineLength = 0;
    fromMatched = 0;
  }

  private void end() {
    bareCr |= previous == '\r';
    endingSpace |= lineLength > 0 && (previous == ' ' || previous == '\t');
    utf8 &= continuations == 0;
  }

  /** Counts continuation octets (RFC 3629); good enough to tell UTF-8 from any other charset. */
  private void utf8(int octet) {
    if (octet >= 0x80) {
      eightBitOctets++;
    }
    if (continuations > 0) {
      utf8 &= (octet & 0xc0) == 0x80;
      continuations--;
    } else if (octet >= 0x80) {
      utf8 &= octet >= 0xc2 && octet < 0xf5;
      continuations = octet >= 0xf0 ? 3 : octet >= 0xe0 ? 2 : 1;
    }
  }

  boolean eightBit() {
    return eightBitOctets > 0;
  }

  long eightBitOctets() {
    return eightBitOctets;
  }

  boolean nul() {
    return nul;
  }

  /** Whether the bytes, if they are text, are UTF-8. */
  boolean utf8() {
    return utf8;
  }

  /** Whether some line ends in LF alone: canonical line ends would change the octets. */
  boolean bareLf() {
    return bareLf;
  }

  /**
   * Whether the bytes are no {@code 7bit} data (RFC 2045 section 2.7), apart from lines that end in
   * LF alone: a seven-bit transport may change them.
   */
  boolean needsEncoding() {
    return eightBit() || nul || bareCr || longLine;
  }

  /** Whether there is what gateways like to change: white space before a line end, "From ". */
  boolean fragile() {
    return endingSpace || fromLine;
  }
}

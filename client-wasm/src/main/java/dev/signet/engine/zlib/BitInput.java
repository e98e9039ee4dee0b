package dev.signet.engine.zlib;

import dev.signet.engine.SmimeException;
import dev.signet.engine.port.Bulk;

/** Bits of a bulk, the lowest of each octet first (RFC 1951 section 3.1.1). */
final class BitInput {
  private static final int CHUNK = 1 << 16;

  private final Bulk source;
  private byte[] chunk = {};
  private int chunkStart;
  private int at;
  private int bits;
  private int count;

  BitInput(Bulk source) {
    this.source = source;
  }

  /** Up to 16 bits without taking them; those after the end are zero. */
  int peek(int number) {
    while (count < number) {
      if (at == chunk.length && !more()) {
        break;
      }
      bits |= (chunk[at++] & 0xff) << count;
      count += 8;
    }
    return bits & (1 << number) - 1;
  }

  private boolean more() {
    int from = chunkStart + chunk.length;
    if (from == source.length()) {
      return false;
    }
    chunk = source.read(from, Math.min(source.length(), from + CHUNK));
    chunkStart = from;
    at = 0;
    return true;
  }

  /**
   * Takes bits that were peeked at.
   *
   * @throws SmimeException {@code MALFORMED_MESSAGE} where the input has no so many
   */
  void skip(int number) {
    if (number > count) {
      throw SmimeException.malformed("the compressed content is cut off");
    }
    bits >>>= number;
    count -= number;
  }

  int take(int number) {
    int value = peek(number);
    skip(number);
    return value;
  }

  /** Goes on at the next octet. */
  void align() {
    skip(count % 8);
  }

  /** Whether nothing is left, at an octet's start. */
  boolean atEnd() {
    return count == 0 && at == chunk.length && chunkStart + chunk.length == source.length();
  }
}

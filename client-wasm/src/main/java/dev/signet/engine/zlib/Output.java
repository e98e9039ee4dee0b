package dev.signet.engine.zlib;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;

/** What was inflated: the last 32 KB, which may be copied from, and the checksum of all of it. */
final class Output {
  private static final int WINDOW = 1 << 15;
  private static final int CHUNK = 1 << 18;
  private static final int ADLER = 65_521;

  /** So many octets can be summed up before the sums leave 31 bits (as in zlib). */
  private static final int BEFORE_MODULO = 3800;

  private final byte[] buffer = new byte[WINDOW + CHUNK];
  private final Consumer<byte[]> target;
  private final int limit;
  private int at;

  /** Where that begins which the target has not got. */
  private int start;

  private long flushed;
  private int low = 1;
  private int high;

  /**
   * @param target takes chunks in order; null: nobody
   * @param limit octets
   */
  Output(Consumer<byte[]> target, int limit) {
    this.target = target;
    this.limit = limit;
  }

  void put(int octet) {
    if (at == buffer.length) {
      flush();
    }
    buffer[at++] = (byte) octet;
  }

  /** Repeats what stands so many octets back; the two may overlap (RFC 1951 section 3.2.3). */
  void repeat(int distance, int length) {
    if (distance > WINDOW || distance > flushed + at - start) {
      throw SmimeException.malformed("the compressed content is damaged");
    }
    if (at + length > buffer.length) {
      flush();
    }
    if (distance >= length) {
      System.arraycopy(buffer, at - distance, buffer, at, length);
    } else {
      for (int i = at, end = at + length; i < end; i++) {
        buffer[i] = buffer[i - distance];
      }
    }
    at += length;
  }

  /**
   * Hands on what there is, and keeps the window.
   *
   * @throws SmimeException {@code TOO_LARGE} where the limit is passed
   */
  void flush() {
    int length = at - start;
    flushed += length;
    if (flushed > limit) {
      throw tooLarge("octets", limit);
    }
    sum(start, at);
    if (target != null && length > 0) {
      target.accept(Arrays.copyOfRange(buffer, start, at));
    }
    int kept = Math.min(WINDOW, at);
    System.arraycopy(buffer, at - kept, buffer, 0, kept);
    at = kept;
    start = kept;
  }

  private void sum(int from, int to) {
    int a = low;
    int b = high;
    for (int i = from; i < to; ) {
      int end = Math.min(to, i + BEFORE_MODULO);
      for (; i < end; i++) {
        a += buffer[i] & 0xff;
        b += a;
      }
      a %= ADLER;
      b %= ADLER;
    }
    low = a;
    high = b;
  }

  /** Adler-32 of everything that was flushed (RFC 1950 section 8.2). */
  int checksum() {
    return high << 16 | low;
  }

  static SmimeException tooLarge(String what, int limit) {
    return new SmimeException(
        ErrorCode.TOO_LARGE,
        "the compressed content is too large",
        Map.of("what", what, "limit", Integer.toString(limit)));
  }
}

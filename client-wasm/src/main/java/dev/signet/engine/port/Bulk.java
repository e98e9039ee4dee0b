package dev.signet.engine.port;

/**
 * A range of bytes that the host holds: a view of a typed array in the page, of an array on the
 * JVM. It never changes once it was handed out.
 *
 * <p>{@link #read} copies into Java's heap; use it for headers and structure, never for a whole
 * mail. Positions are octets from the start of this range; every method throws {@link
 * IndexOutOfBoundsException} for a position outside it.
 */
public interface Bulk {
  /** Octets in this range. */
  int length();

  /** A view of the octets from {@code from} (inclusive) to {@code to} (exclusive); no copy. */
  Bulk slice(int from, int to);

  /** A copy of the octets from {@code from} (inclusive) to {@code to} (exclusive). */
  byte[] read(int from, int to);

  /** Where {@code pattern} begins at or after {@code from}, or -1. */
  int indexOf(byte[] pattern, int from);

  /** A copy of all octets; for content that is known to be small. */
  default byte[] read() {
    return read(0, length());
  }
}

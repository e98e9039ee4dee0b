package dev.signet.server.asn1;

/**
 * Finds where a BER element ends (X.690, 8.1) and bounds its depth and its number of elements,
 * without recursion: so the parser that follows meets no input that could exhaust its stack.
 */
public final class Asn1Extent {
  private static final int MOST_DEPTH = 32;
  private static final int MOST_ELEMENTS = 20_000;
  private static final int INDEFINITE = -1;

  private final byte[] bytes;

  /**
   * Ends of the open constructed elements, outermost first; {@link #INDEFINITE} where a marker ends
   * it.
   */
  private final int[] ends = new int[MOST_DEPTH];

  private int depth;
  private int position;

  private Asn1Extent(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * The length of the element that the bytes begin with.
   *
   * @throws Asn1BoundsException where they begin with none, or with one beyond the bounds
   */
  public static int of(byte[] bytes) throws Asn1BoundsException {
    return new Asn1Extent(bytes).walk();
  }

  private int walk() throws Asn1BoundsException {
    for (int elements = 0; elements < MOST_ELEMENTS; elements++) {
      element();
      while (depth > 0 && ends[depth - 1] == position) {
        depth--;
      }
      if (depth == 0) {
        return position;
      }
    }
    throw new Asn1BoundsException("has more than " + MOST_ELEMENTS + " elements");
  }

  private void element() throws Asn1BoundsException {
    int tag = next();
    if (tag == 0 && depth > 0 && ends[depth - 1] == INDEFINITE) {
      if (next() != 0) {
        throw malformed();
      }
      depth--;
      return;
    }
    boolean constructed = (tag & 0x20) != 0;
    // No tag of a PKCS#12 file or an OCSP message needs the long form.
    if ((tag & 0x1f) == 0x1f) {
      throw malformed();
    }
    int end = end(constructed);
    if (constructed) {
      open(end);
    } else {
      position = end;
    }
  }

  private int end(boolean constructed) throws Asn1BoundsException {
    int first = next();
    if (first == 0x80 && constructed) {
      return INDEFINITE;
    }
    long length = first;
    if (first >= 0x80) {
      int count = first - 0x80;
      if (count < 1 || count > 4) {
        throw malformed();
      }
      length = 0;
      for (int i = 0; i < count; i++) {
        length = length << 8 | next();
      }
    }
    if (length > limit() - position) {
      throw malformed();
    }
    return position + (int) length;
  }

  private void open(int end) throws Asn1BoundsException {
    if (depth == MOST_DEPTH) {
      throw new Asn1BoundsException("is nested deeper than " + MOST_DEPTH + " levels");
    }
    ends[depth++] = end;
  }

  private int next() throws Asn1BoundsException {
    if (position >= limit()) {
      throw malformed();
    }
    return bytes[position++] & 0xff;
  }

  /** Where the innermost open element of known length ends. */
  private int limit() {
    for (int i = depth - 1; i >= 0; i--) {
      if (ends[i] != INDEFINITE) {
        return ends[i];
      }
    }
    return bytes.length;
  }

  private static Asn1BoundsException malformed() {
    return new Asn1BoundsException("is no ASN.1 element, or is cut short");
  }
}

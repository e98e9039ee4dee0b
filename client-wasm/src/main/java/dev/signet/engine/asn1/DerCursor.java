package dev.signet.engine.asn1;

import dev.signet.engine.SmimeException;
import java.util.Arrays;

/**
 * Walks the elements of a DER encoding one after the other, without making an object for each: for
 * lists of hundreds of thousands. It stands on one element at a time; lengths are definite (X.690
 * section 10.1) and tag numbers below 31.
 *
 * <p>All errors are {@link SmimeException} with {@code MALFORMED_MESSAGE}.
 */
public final class DerCursor {
  private static final int CONSTRUCTED = 0x20;

  /** Octets of a length; four hold every length of an array. */
  private static final int LONGEST_LENGTH = 4;

  private final byte[] octets;
  private int limit;
  private int tag;
  private int start;
  private int contentStart;
  private int end;

  /** Stands before the first element of the array. */
  public DerCursor(byte[] octets) {
    this.octets = octets;
    limit = octets.length;
  }

  /** Stands before the element that begins at {@code from}; nothing beyond {@code to} is read. */
  public DerCursor(byte[] octets, int from, int to) {
    this.octets = octets;
    end = from;
    limit = to;
  }

  private DerCursor(DerCursor outer) {
    octets = outer.octets;
    enter(outer);
  }

  /** Goes on to the next element; false where there is none. */
  public boolean next() {
    if (end == limit) {
      return false;
    }
    start = end;
    int at = start;
    tag = octet(at++);
    if ((tag & 0x1f) == 0x1f) {
      throw malformed();
    }
    int length = octet(at++);
    if (length >= 0x80) {
      int count = length & 0x7f;
      if (count == 0 || count > LONGEST_LENGTH) {
        throw malformed();
      }
      length = 0;
      for (int i = 0; i < count; i++) {
        length = length << 8 | octet(at++);
      }
    }
    if (length < 0 || length > limit - at) {
      throw malformed();
    }
    contentStart = at;
    end = at + length;
    return true;
  }

  /** Goes on to the next element, which must be there and have that identifier octet. */
  public DerCursor next(int required) {
    if (!next() || tag != required) {
      throw malformed();
    }
    return this;
  }

  /** Whether another element follows. */
  public boolean more() {
    return end < limit;
  }

  /** The identifier octet of the element that this stands on. */
  public int tag() {
    return tag;
  }

  /** Where the element begins, in the whole array. */
  public int start() {
    return start;
  }

  /** Where the element's content begins, in the whole array. */
  public int contentStart() {
    return contentStart;
  }

  /** Where the element ends, in the whole array. */
  public int end() {
    return end;
  }

  /** A cursor before the first element inside the one that this stands on. */
  public DerCursor inside() {
    return new DerCursor(this);
  }

  /** Moves this cursor before the first element inside the one that the other stands on. */
  public void enter(DerCursor outer) {
    if (outer.octets != octets || (outer.tag & CONSTRUCTED) == 0) {
      throw malformed();
    }
    limit = outer.end;
    end = outer.contentStart;
  }

  /** A copy of the element that this stands on. */
  public byte[] encoded() {
    return Arrays.copyOfRange(octets, start, end);
  }

  private int octet(int at) {
    if (at >= limit) {
      throw malformed();
    }
    return octets[at] & 0xff;
  }

  private static SmimeException malformed() {
    return SmimeException.malformed("the ASN.1 structure is damaged");
  }
}

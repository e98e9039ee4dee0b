package dev.signet.engine.asn1;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One element of a BER encoding: tag, and the range of its content. Elements of definite length are
 * not looked into until somebody asks; those of indefinite length are walked to find their end.
 *
 * <p>All errors are {@link SmimeException} with {@code MALFORMED_MESSAGE}, or {@code TOO_LARGE}
 * where a bound is passed.
 */
public final class BerElement {
  /** Deeper than anything that mail holds; CMS with a certificate inside needs about fifteen. */
  private static final int MAX_DEPTH = 64;

  /** A mail of 250 MB in segments of 1 KB, the smallest that senders use, has so many. */
  private static final int MAX_ELEMENTS = 256 * 1024;

  private static final int CONSTRUCTED = 0x20;

  /** Octets of a tag number over 30 (X.690 section 8.1.2.4). */
  private static final int LONGEST_TAG = 4;

  /** Octets of a length; BER lets a sender put zeros before it (X.690 section 8.1.3.5). */
  private static final int LONGEST_LENGTH = 8;

  private static final int LONGEST_HEADER = 1 + LONGEST_TAG + 1 + LONGEST_LENGTH;

  private final Bulk source;
  private final Budget budget;
  private final int depth;
  private final int tag;
  private final int start;
  private final int contentStart;
  private int contentEnd;
  private int end;
  private List<BerElement> children;

  /** Counts what was read of one encoding, whatever element asked for it. */
  private static final class Budget {
    private int elements;

    void spend() {
      if (++elements > MAX_ELEMENTS) {
        throw tooLarge("elements", MAX_ELEMENTS);
      }
    }
  }

  private BerElement(Bulk source, int start, int limit, int depth, Budget budget) {
    budget.spend();
    if (depth > MAX_DEPTH) {
      throw tooLarge("levels", MAX_DEPTH);
    }
    this.source = source;
    this.budget = budget;
    this.depth = depth;
    this.start = start;
    byte[] header = source.read(start, Math.min(limit, start + LONGEST_HEADER));
    if (header.length < 2) {
      throw malformed();
    }
    tag = header[0] & 0xff;
    int at = (tag & 0x1f) == 0x1f ? afterTagNumber(header) : 1;
    int first = octet(header, at++);
    if (first == 0x80) {
      contentStart = start + at;
      walkIndefinite(limit);
      return;
    }
    long length = first;
    if (first > 0x80) {
      length = 0;
      if ((first & 0x7f) > LONGEST_LENGTH) {
        throw malformed();
      }
      for (int left = first & 0x7f; left > 0; left--) {
        if (length > Integer.MAX_VALUE) {
          throw malformed();
        }
        length = length << 8 | octet(header, at++);
      }
    }
    contentStart = start + at;
    if (length > (long) limit - contentStart) {
      throw malformed();
    }
    contentEnd = contentStart + (int) length;
    end = contentEnd;
  }

  /** Where the tag number ends; elements with so high a number stand in attributes, if anywhere. */
  private static int afterTagNumber(byte[] header) {
    for (int at = 1; at <= LONGEST_TAG; at++) {
      if (octet(header, at) < 0x80) {
        return at + 1;
      }
    }
    throw malformed();
  }

  private static int octet(byte[] header, int at) {
    if (at >= header.length) {
      throw malformed();
    }
    return header[at] & 0xff;
  }

  /**
   * The element that begins the range. What follows it is for the caller to judge: {@link
   * #endsAt()}.
   */
  public static BerElement first(Bulk encoding) {
    return new BerElement(encoding, 0, encoding.length(), 0, new Budget());
  }

  private void walkIndefinite(int limit) {
    if ((tag & CONSTRUCTED) == 0) {
      throw malformed();
    }
    List<BerElement> found = new ArrayList<>();
    int at = contentStart;
    while (true) {
      BerElement child = new BerElement(source, at, limit, depth + 1, budget);
      if (child.tag == 0) {
        if (child.end != child.start + 2) {
          throw malformed();
        }
        contentEnd = child.start;
        end = child.end;
        children = found;
        return;
      }
      found.add(child);
      at = child.end;
    }
  }

  /** The identifier octet. */
  public int tag() {
    return tag;
  }

  public boolean constructed() {
    return (tag & CONSTRUCTED) != 0;
  }

  /** Whether this is the context-specific tag of that number, primitive or constructed. */
  public boolean context(int number) {
    return (tag & ~CONSTRUCTED) == (0x80 | number);
  }

  /** Whether this is an OCTET STRING, in one piece or in segments. */
  public boolean octetString() {
    return (tag & ~CONSTRUCTED) == 0x04;
  }

  /** Where the element ends, as a position in the encoding. */
  public int endsAt() {
    return end;
  }

  /** The elements inside. */
  public List<BerElement> children() {
    if (children == null) {
      if (!constructed()) {
        throw malformed();
      }
      List<BerElement> found = new ArrayList<>();
      for (int at = contentStart; at < contentEnd; ) {
        BerElement child = new BerElement(source, at, contentEnd, depth + 1, budget);
        found.add(child);
        at = child.end;
      }
      children = found;
    }
    return children;
  }

  /**
   * The elements inside a SEQUENCE or SET.
   *
   * @param universalTag the identifier octet that is required, such as 0x30
   */
  public List<BerElement> children(int universalTag) {
    if (tag != universalTag) {
      throw malformed();
    }
    return children();
  }

  /**
   * The content of an OCTET STRING, its segments joined (X.690 section 8.7). The tag is for the
   * caller to judge: it may be implicit.
   */
  public Bulk octets(Host host) {
    if (!constructed()) {
      return source.slice(contentStart, contentEnd);
    }
    List<Bulk> segments = new ArrayList<>();
    collect(segments);
    return segments.size() == 1 ? segments.get(0) : host.concat(segments);
  }

  private void collect(List<Bulk> segments) {
    for (BerElement child : children()) {
      if (child.tag == 0x04) {
        segments.add(source.slice(child.contentStart, child.contentEnd));
      } else if (child.tag == 0x24) {
        child.collect(segments);
      } else {
        throw malformed();
      }
    }
  }

  /**
   * A copy of the whole element, for Bouncy Castle's parser.
   *
   * @param limit octets above which the element is refused
   */
  public byte[] encoded(int limit) {
    if (end - start > limit) {
      throw tooLarge("octets", limit);
    }
    return source.read(start, end);
  }

  private static SmimeException malformed() {
    return SmimeException.malformed("the CMS structure is damaged");
  }

  private static SmimeException tooLarge(String what, int limit) {
    return new SmimeException(
        ErrorCode.TOO_LARGE,
        "the CMS structure has more than " + limit + " " + what,
        Map.of("what", what, "limit", Integer.toString(limit)));
  }
}

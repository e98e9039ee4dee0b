package dev.signet.engine.cms.write;

import dev.signet.engine.asn1.DerOrder;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** Elements of DER (X.690) that are small enough for an array. */
final class Der {
  static final int OCTET_STRING = 0x04;
  static final int SEQUENCE = 0x30;
  static final int SET = 0x31;

  private static final int INTEGER = 0x02;

  private Der() {}

  /**
   * Identifier and length octets (X.690 section 8.1.3), the length in its shortest definite form.
   *
   * @param tag the identifier octet
   * @param length octets of the content; larger than an array may have
   */
  static byte[] header(int tag, long length) {
    if (length < 0x80) {
      return new byte[] {(byte) tag, (byte) length};
    }
    int octets = (64 - Long.numberOfLeadingZeros(length) + 7) / 8;
    byte[] header = new byte[2 + octets];
    header[0] = (byte) tag;
    header[1] = (byte) (0x80 | octets);
    for (int i = 0; i < octets; i++) {
      header[2 + i] = (byte) (length >>> (8 * (octets - 1 - i)));
    }
    return header;
  }

  /** The parts one after the other. */
  static byte[] concat(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length = Math.addExact(length, part.length);
    }
    byte[] joined = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, joined, at, part.length);
      at += part.length;
    }
    return joined;
  }

  /** An element whose content is the parts one after the other. */
  static byte[] element(int tag, byte[]... parts) {
    byte[] content = concat(parts);
    return concat(header(tag, content.length), content);
  }

  static byte[] sequence(byte[]... parts) {
    return element(SEQUENCE, parts);
  }

  /** A SET OF, its elements in ascending order of their encodings (X.690 section 11.6). */
  static byte[] setOf(byte[]... elements) {
    byte[][] sorted = elements.clone();
    Arrays.sort(sorted, DerOrder::compare);
    return element(SET, sorted);
  }

  static byte[] octetString(byte[] content) {
    return element(OCTET_STRING, content);
  }

  /** An INTEGER from 0 to 127: every version number. */
  static byte[] integer(int value) {
    return new byte[] {INTEGER, 1, (byte) value};
  }

  /** An INTEGER that is not negative. */
  static byte[] unsigned(int value) {
    return element(INTEGER, BigInteger.valueOf(value).toByteArray());
  }

  static byte[] oid(String oid) {
    try {
      return new ASN1ObjectIdentifier(oid).getEncoded();
    } catch (IOException e) {
      throw new IllegalArgumentException("not an object identifier", e);
    }
  }

  /** The identifier octet of a context-specific tag. */
  static int context(int number, boolean constructed) {
    return 0x80 | (constructed ? 0x20 : 0) | number;
  }

  /** The element under another tag: IMPLICIT tagging (X.690 section 8.14). */
  static byte[] retagged(int tag, byte[] element) {
    byte[] copy = element.clone();
    copy[0] = (byte) tag;
    return copy;
  }
}

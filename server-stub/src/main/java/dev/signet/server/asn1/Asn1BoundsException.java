package dev.signet.server.asn1;

/** Bytes that are no ASN.1 element, or one beyond the bounds on depth and number of elements. */
public final class Asn1BoundsException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Without the cost of a stack trace, since hostile clients cause it at will.
   *
   * @param fault what is wrong, to follow the subject of a sentence
   */
  Asn1BoundsException(String fault) {
    super(fault, null, false, false);
  }
}

package dev.signet.engine.asn1;

/** The order of the elements of a SET OF in DER (X.690 section 11.6). */
public final class DerOrder {
  private DerOrder() {}

  /** Compares two encodings, octet by octet. */
  public static int compare(byte[] first, byte[] second) {
    int common = Math.min(first.length, second.length);
    for (int i = 0; i < common; i++) {
      if (first[i] != second[i]) {
        return (first[i] & 0xff) - (second[i] & 0xff);
      }
    }
    return first.length - second.length;
  }
}

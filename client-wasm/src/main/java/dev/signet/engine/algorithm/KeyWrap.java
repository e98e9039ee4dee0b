package dev.signet.engine.algorithm;

import dev.signet.engine.SmimeException;

/** How a content-encryption key is encrypted with another symmetric key. */
public enum KeyWrap {
  /** RFC 3394; parameters absent (RFC 3565 section 4.2). */
  AES_128("AES-128 wrap", "2.16.840.1.101.3.4.1.5", 16),
  AES_192("AES-192 wrap", "2.16.840.1.101.3.4.1.25", 24),
  AES_256("AES-256 wrap", "2.16.840.1.101.3.4.1.45", 32),
  /** RFC 3217 section 3; parameters NULL. */
  DES_EDE3("3DES wrap", "1.2.840.113549.1.9.16.3.6", 24);

  private final String display;
  private final String oid;
  private final int keyBytes;

  KeyWrap(String display, String oid, int keyBytes) {
    this.display = display;
    this.oid = oid;
    this.keyBytes = keyBytes;
  }

  public String display() {
    return display;
  }

  public String oid() {
    return oid;
  }

  /** Octets of the key-encryption key. */
  public int keyBytes() {
    return keyBytes;
  }

  /**
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID
   */
  public static KeyWrap of(String oid) {
    for (KeyWrap each : values()) {
      if (oid.equals(each.oid)) {
        return each;
      }
    }
    throw SmimeException.unsupported(oid);
  }
}

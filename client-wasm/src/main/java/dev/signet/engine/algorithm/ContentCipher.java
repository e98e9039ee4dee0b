package dev.signet.engine.algorithm;

import dev.signet.engine.SmimeException;

/**
 * Block ciphers in CBC mode. The OIDs are those of content encryption in CMS and of the encryption
 * scheme in PBES2; the two RC2 sizes exist only for the old schemes of PKCS#12 and have none.
 */
public enum ContentCipher {
  AES_128_CBC("AES-128-CBC", "2.16.840.1.101.3.4.1.2", 16, 16),
  AES_192_CBC("AES-192-CBC", "2.16.840.1.101.3.4.1.22", 24, 16),
  AES_256_CBC("AES-256-CBC", "2.16.840.1.101.3.4.1.42", 32, 16),
  /** Triple DES; keys have 24 octets, the parity bits are ignored. */
  DES_EDE3_CBC("3DES-CBC", "1.2.840.113549.3.7", 24, 8),
  RC2_40_CBC("RC2-40-CBC", null, 5, 8),
  RC2_128_CBC("RC2-128-CBC", null, 16, 8);

  private final String display;
  private final String oid;
  private final int keyBytes;
  private final int blockBytes;

  ContentCipher(String display, String oid, int keyBytes, int blockBytes) {
    this.display = display;
    this.oid = oid;
    this.keyBytes = keyBytes;
    this.blockBytes = blockBytes;
  }

  public String display() {
    return display;
  }

  /** Null where the cipher cannot be named in CMS. */
  public String oid() {
    return oid;
  }

  public int keyBytes() {
    return keyBytes;
  }

  /** Octets of a block and of the initialisation vector. */
  public int blockBytes() {
    return blockBytes;
  }

  public boolean aes() {
    return this == AES_128_CBC || this == AES_192_CBC || this == AES_256_CBC;
  }

  /**
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID
   */
  public static ContentCipher of(String oid) {
    for (ContentCipher each : values()) {
      if (oid.equals(each.oid)) {
        return each;
      }
    }
    throw SmimeException.unsupported(oid);
  }
}

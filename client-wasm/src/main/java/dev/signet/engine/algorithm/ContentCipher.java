package dev.signet.engine.algorithm;

import dev.signet.engine.SmimeException;

/**
 * Ciphers for content. The OIDs are those of content encryption in CMS and of the encryption scheme
 * in PBES2. Several share one OID and differ in the parameters: those are told apart where the
 * parameters are read.
 */
public enum ContentCipher {
  AES_128_CBC("AES-128-CBC", "2.16.840.1.101.3.4.1.2", 16, 16, Mode.CBC),
  AES_192_CBC("AES-192-CBC", "2.16.840.1.101.3.4.1.22", 24, 16, Mode.CBC),
  AES_256_CBC("AES-256-CBC", "2.16.840.1.101.3.4.1.42", 32, 16, Mode.CBC),
  AES_128_GCM("AES-128-GCM", "2.16.840.1.101.3.4.1.6", 16, 12, Mode.GCM),
  AES_192_GCM("AES-192-GCM", "2.16.840.1.101.3.4.1.26", 24, 12, Mode.GCM),
  AES_256_GCM("AES-256-GCM", "2.16.840.1.101.3.4.1.46", 32, 12, Mode.GCM),
  AES_128_CCM("AES-128-CCM", "2.16.840.1.101.3.4.1.7", 16, 12, Mode.CCM),
  AES_192_CCM("AES-192-CCM", "2.16.840.1.101.3.4.1.27", 24, 12, Mode.CCM),
  AES_256_CCM("AES-256-CCM", "2.16.840.1.101.3.4.1.47", 32, 12, Mode.CCM),
  /** RFC 8103. */
  CHACHA20_POLY1305(
      "ChaCha20-Poly1305", "1.2.840.113549.1.9.16.3.18", 32, 12, Mode.CHACHA20_POLY1305),
  /** Triple DES; keys have 24 octets, the parity bits are ignored. */
  DES_EDE3_CBC("3DES-CBC", "1.2.840.113549.3.7", 24, 8, Mode.CBC),
  /** What RC2's parameters mean when they are a vector alone (RFC 2268 section 6). */
  RC2_32_CBC("RC2-32-CBC", Oid.RC2_CBC, 4, 8, Mode.CBC),
  RC2_40_CBC("RC2-40-CBC", Oid.RC2_CBC, 5, 8, Mode.CBC),
  RC2_64_CBC("RC2-64-CBC", Oid.RC2_CBC, 8, 8, Mode.CBC),
  RC2_128_CBC("RC2-128-CBC", Oid.RC2_CBC, 16, 8, Mode.CBC),
  DES_CBC("DES-CBC", "1.3.14.3.2.7", 8, 8, Mode.CBC),
  CAMELLIA_128_CBC("Camellia-128-CBC", "1.2.392.200011.61.1.1.1.2", 16, 16, Mode.CBC),
  CAMELLIA_192_CBC("Camellia-192-CBC", "1.2.392.200011.61.1.1.1.3", 24, 16, Mode.CBC),
  CAMELLIA_256_CBC("Camellia-256-CBC", "1.2.392.200011.61.1.1.1.4", 32, 16, Mode.CBC),
  SEED_CBC("SEED-CBC", "1.2.410.200004.1.4", 16, 16, Mode.CBC),
  CAST5_CBC("CAST5-CBC", "1.2.840.113533.7.66.10", 16, 8, Mode.CBC);

  /** How blocks are chained, and whether a tag authenticates them. */
  public enum Mode {
    CBC,
    GCM,
    CCM,
    CHACHA20_POLY1305
  }

  private static final class Oid {
    static final String RC2_CBC = "1.2.840.113549.3.2";
  }

  private final String display;
  private final String oid;
  private final int keyBytes;
  private final int ivBytes;
  private final Mode mode;

  ContentCipher(String display, String oid, int keyBytes, int ivBytes, Mode mode) {
    this.display = display;
    this.oid = oid;
    this.keyBytes = keyBytes;
    this.ivBytes = ivBytes;
    this.mode = mode;
  }

  public String display() {
    return display;
  }

  public String oid() {
    return oid;
  }

  public int keyBytes() {
    return keyBytes;
  }

  /** Octets of the initialisation vector (in CBC those of a block) or the usual nonce. */
  public int ivBytes() {
    return ivBytes;
  }

  public Mode mode() {
    return mode;
  }

  /** Whether a tag shows that the content is what the sender encrypted. */
  public boolean authenticated() {
    return mode != Mode.CBC;
  }

  public boolean aes() {
    return switch (this) {
      case AES_128_CBC,
          AES_192_CBC,
          AES_256_CBC,
          AES_128_GCM,
          AES_192_GCM,
          AES_256_GCM,
          AES_128_CCM,
          AES_192_CCM,
          AES_256_CCM ->
          true;
      default -> false;
    };
  }

  /** Whether only {@link dev.signet.engine.bc.rare} has it. */
  public boolean rare() {
    return switch (this) {
      case DES_CBC, CAMELLIA_128_CBC, CAMELLIA_192_CBC, CAMELLIA_256_CBC, SEED_CBC, CAST5_CBC ->
          true;
      default -> false;
    };
  }

  /**
   * The cipher of an OID; for RC2 the one with 128 bits, which its parameters may change.
   *
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID
   */
  public static ContentCipher of(String oid) {
    if (oid.equals(Oid.RC2_CBC)) {
      return RC2_128_CBC;
    }
    for (ContentCipher each : values()) {
      if (oid.equals(each.oid)) {
        return each;
      }
    }
    throw SmimeException.unsupported(oid);
  }
}

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
  CAST5_CBC("CAST5-CBC", "1.2.840.113533.7.66.10", 16, 8, Mode.CBC),
  ARIA_128_CBC("ARIA-128-CBC", "1.2.410.200046.1.1.2", 16, 16, Mode.CBC),
  ARIA_192_CBC("ARIA-192-CBC", "1.2.410.200046.1.1.7", 24, 16, Mode.CBC),
  ARIA_256_CBC("ARIA-256-CBC", "1.2.410.200046.1.1.12", 32, 16, Mode.CBC),
  SERPENT_128_CBC("Serpent-128-CBC", "1.3.6.1.4.1.11591.13.2.2", 16, 16, Mode.CBC),
  SERPENT_192_CBC("Serpent-192-CBC", "1.3.6.1.4.1.11591.13.2.22", 24, 16, Mode.CBC),
  SERPENT_256_CBC("Serpent-256-CBC", "1.3.6.1.4.1.11591.13.2.42", 32, 16, Mode.CBC),
  SM4_CBC("SM4-CBC", "1.2.156.10197.1.104.2", 16, 16, Mode.CBC),
  BLOWFISH_CBC("Blowfish-CBC", "1.3.6.1.4.1.3029.1.2", 16, 8, Mode.CBC),
  IDEA_CBC("IDEA-CBC", "1.3.6.1.4.1.188.7.1.1.2", 16, 8, Mode.CBC),
  AES_128_ECB("AES-128-ECB", "2.16.840.1.101.3.4.1.1", 16, 0, Mode.ECB),
  AES_192_ECB("AES-192-ECB", "2.16.840.1.101.3.4.1.21", 24, 0, Mode.ECB),
  AES_256_ECB("AES-256-ECB", "2.16.840.1.101.3.4.1.41", 32, 0, Mode.ECB),
  AES_128_OFB("AES-128-OFB", "2.16.840.1.101.3.4.1.3", 16, 16, Mode.OFB),
  AES_192_OFB("AES-192-OFB", "2.16.840.1.101.3.4.1.23", 24, 16, Mode.OFB),
  AES_256_OFB("AES-256-OFB", "2.16.840.1.101.3.4.1.43", 32, 16, Mode.OFB),
  AES_128_CFB("AES-128-CFB", "2.16.840.1.101.3.4.1.4", 16, 16, Mode.CFB),
  AES_192_CFB("AES-192-CFB", "2.16.840.1.101.3.4.1.24", 24, 16, Mode.CFB),
  AES_256_CFB("AES-256-CFB", "2.16.840.1.101.3.4.1.44", 32, 16, Mode.CFB),
  DES_ECB("DES-ECB", "1.3.14.3.2.6", 8, 0, Mode.ECB),
  RC4_40("RC4-40", Oid.RC4, 5, 0, Mode.STREAM),
  RC4_128("RC4-128", Oid.RC4, 16, 0, Mode.STREAM);

  /** How blocks are chained, and whether a tag authenticates them. */
  public enum Mode {
    CBC,
    GCM,
    CCM,
    CHACHA20_POLY1305,
    /** Blocks each by itself, without padding: the caller knows where the content ends. */
    ECB,
    OFB,
    CFB,
    /** A stream cipher. */
    STREAM
  }

  private static final class Oid {
    static final String RC2_CBC = "1.2.840.113549.3.2";
    static final String RC4 = "1.2.840.113549.3.4";
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
    return switch (mode) {
      case GCM, CCM, CHACHA20_POLY1305 -> true;
      case CBC, ECB, OFB, CFB, STREAM -> false;
    };
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
      default -> keyFilesOnly();
    };
  }

  /** Whether it is met in old key files alone: a message that names it is refused. */
  public boolean keyFilesOnly() {
    return ordinal() > CAST5_CBC.ordinal();
  }

  /**
   * The cipher of an OID in a message; for RC2 the one with 128 bits, which its parameters may
   * change.
   *
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID
   */
  public static ContentCipher of(String oid) {
    if (oid.equals(Oid.RC2_CBC)) {
      return RC2_128_CBC;
    }
    for (ContentCipher each : values()) {
      if (oid.equals(each.oid) && !each.keyFilesOnly()) {
        return each;
      }
    }
    throw SmimeException.unsupported(oid);
  }

  /**
   * The cipher of an OID in a key file, where older ones are met than in messages.
   *
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID
   */
  public static ContentCipher ofKeyFile(String oid) {
    for (ContentCipher each : values()) {
      // What several share is told apart by the caller, from the parameters.
      if (oid.equals(each.oid) && each.keyFilesOnly() && each.mode != Mode.STREAM) {
        return each;
      }
    }
    return of(oid);
  }
}

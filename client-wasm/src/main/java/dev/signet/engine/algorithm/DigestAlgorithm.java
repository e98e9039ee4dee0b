package dev.signet.engine.algorithm;

import dev.signet.engine.SmimeException;
import java.util.Locale;
import java.util.Optional;

/** Hash algorithms. {@link #weak()} ones are recognised in old mail and never make a green bar. */
public enum DigestAlgorithm {
  MD5("MD5", "1.2.840.113549.2.5", "1.2.840.113549.2.6", 16, true),
  SHA1("SHA-1", "1.3.14.3.2.26", "1.2.840.113549.2.7", 20, true),
  SHA224("SHA-224", "2.16.840.1.101.3.4.2.4", "1.2.840.113549.2.8", 28, false),
  SHA256("SHA-256", "2.16.840.1.101.3.4.2.1", "1.2.840.113549.2.9", 32, false),
  SHA384("SHA-384", "2.16.840.1.101.3.4.2.2", "1.2.840.113549.2.10", 48, false),
  SHA512("SHA-512", "2.16.840.1.101.3.4.2.3", "1.2.840.113549.2.11", 64, false),
  SHA512_224("SHA-512/224", "2.16.840.1.101.3.4.2.5", "1.2.840.113549.2.12", 28, false),
  SHA512_256("SHA-512/256", "2.16.840.1.101.3.4.2.6", "1.2.840.113549.2.13", 32, false),
  SHA3_224("SHA3-224", "2.16.840.1.101.3.4.2.7", "2.16.840.1.101.3.4.2.13", 28, false),
  SHA3_256("SHA3-256", "2.16.840.1.101.3.4.2.8", "2.16.840.1.101.3.4.2.14", 32, false),
  SHA3_384("SHA3-384", "2.16.840.1.101.3.4.2.9", "2.16.840.1.101.3.4.2.15", 48, false),
  SHA3_512("SHA3-512", "2.16.840.1.101.3.4.2.10", "2.16.840.1.101.3.4.2.16", 64, false),
  /** SHAKE128 with 256 bits of output (RFC 8702 section 3.1). */
  SHAKE128("SHAKE128", "2.16.840.1.101.3.4.2.11", null, 32, false),
  /** SHAKE256 with 512 bits of output (RFC 8702 section 3.1). */
  SHAKE256("SHAKE256", "2.16.840.1.101.3.4.2.12", null, 64, false),
  MD2("MD2", "1.2.840.113549.2.2", null, 16, true),
  MD4("MD4", "1.2.840.113549.2.4", null, 16, true),
  RIPEMD128("RIPEMD-128", "1.3.36.3.2.2", null, 16, true),
  RIPEMD160("RIPEMD-160", "1.3.36.3.2.1", "1.3.6.1.5.5.8.1.4", 20, true),
  RIPEMD256("RIPEMD-256", "1.3.36.3.2.3", null, 32, true),
  TIGER("Tiger", "1.3.6.1.4.1.11591.12.2", "1.3.6.1.5.5.8.1.3", 24, true),
  WHIRLPOOL("Whirlpool", "1.0.10118.3.0.55", null, 64, false),
  SM3("SM3", "1.2.156.10197.1.401", "1.2.156.10197.1.401.3.1", 32, false),
  BLAKE2B_512("BLAKE2b-512", "1.3.6.1.4.1.1722.12.2.1.16", null, 64, false),
  BLAKE2S_256("BLAKE2s-256", "1.3.6.1.4.1.1722.12.2.2.8", null, 32, false),
  /** GOST R 34.11-94 with the parameters of CryptoPro (RFC 4357 section 11.2). */
  GOST94("GOST R 34.11-94", "1.2.643.2.2.9", "1.2.643.2.2.10", 32, true),
  /** GOST R 34.11-2012 (RFC 6986, RFC 7836). */
  STREEBOG_256("Streebog-256", "1.2.643.7.1.1.2.2", "1.2.643.7.1.1.4.1", 32, false),
  STREEBOG_512("Streebog-512", "1.2.643.7.1.1.2.3", "1.2.643.7.1.1.4.2", 64, false);

  private final String display;
  private final String oid;
  private final String hmacOid;
  private final int bytes;
  private final boolean weak;

  DigestAlgorithm(String display, String oid, String hmacOid, int bytes, boolean weak) {
    this.display = display;
    this.oid = oid;
    this.hmacOid = hmacOid;
    this.bytes = bytes;
    this.weak = weak;
  }

  /** The name that people and WebCrypto use, such as {@code SHA-256}. */
  public String display() {
    return display;
  }

  public String oid() {
    return oid;
  }

  /** OID of HMAC with this hash (RFC 8018 appendix B.1.2), or null. */
  public String hmacOid() {
    return hmacOid;
  }

  /** Octets of a hash value. */
  public int bytes() {
    return bytes;
  }

  /** Whether collisions can be made, so that a signature over it proves little. */
  public boolean weak() {
    return weak;
  }

  /** Whether the hash can give any number of octets (SHAKE), of which CMS uses {@link #bytes}. */
  public boolean extendable() {
    return this == SHAKE128 || this == SHAKE256;
  }

  /** The value of the {@code micalg} parameter (RFC 8551 section 3.5.3.2). */
  public String micalg() {
    return display.toLowerCase(Locale.ROOT);
  }

  /** Whether only {@link dev.signet.engine.bc.rare} has it. */
  public boolean rare() {
    return keyFilesOnly();
  }

  /** Whether it is met in key files alone: a message that names it is refused. */
  public boolean keyFilesOnly() {
    return ordinal() > SHAKE256.ordinal();
  }

  /** The hash of an OID in a message. */
  public static Optional<DigestAlgorithm> find(String oid) {
    return findInKeyFile(oid).filter(each -> !each.keyFilesOnly());
  }

  /** The hash of an OID in a key file, where others are met than in messages. */
  public static Optional<DigestAlgorithm> findInKeyFile(String oid) {
    for (DigestAlgorithm each : values()) {
      if (each.oid.equals(oid)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /**
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID
   */
  public static DigestAlgorithm of(String oid) {
    return find(oid).orElseThrow(() -> SmimeException.unsupported(oid));
  }

  /**
   * The hash of an HMAC algorithm.
   *
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID
   */
  public static DigestAlgorithm ofHmac(String oid) {
    // RFC 2104's authors had OIDs of their own.
    if (oid.equals("1.3.6.1.5.5.8.1.1")) {
      return MD5;
    }
    if (oid.equals("1.3.6.1.5.5.8.1.2")) {
      return SHA1;
    }
    for (DigestAlgorithm each : values()) {
      if (oid.equals(each.hmacOid)) {
        return each;
      }
    }
    throw SmimeException.unsupported(oid);
  }
}

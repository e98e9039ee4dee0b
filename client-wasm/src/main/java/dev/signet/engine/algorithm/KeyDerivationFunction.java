package dev.signet.engine.algorithm;

/**
 * Derivation of a key from a shared secret.
 *
 * @param digest the hash in it
 */
public record KeyDerivationFunction(Kind kind, DigestAlgorithm digest) {
  /** The construction. */
  public enum Kind {
    /** ANSI X9.63 (SEC 1 section 3.6.1, RFC 5753): {@code info} is the SharedInfo, no salt. */
    X963,
    /** HKDF (RFC 5869, RFC 8418): with salt and info. */
    HKDF,
    /** KDF3 (ISO 18033-2, RFC 9690, RFC 9629): counter first, {@code info} after, no salt. */
    KDF3,
    /** KDF2 (IEEE 1363a): as X9.63, for messages that name it so. */
    KDF2
  }

  /** The name for reports, such as {@code SHA-256 HKDF}. */
  public String display() {
    return digest.display() + (kind == Kind.HKDF ? " HKDF" : " KDF");
  }
}

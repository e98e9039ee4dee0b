package dev.signet.engine.algorithm;

/**
 * How a signature value is made: the algorithm and the hash.
 *
 * @param digest the hash of the message
 */
public record SignatureScheme(Algorithm algorithm, DigestAlgorithm digest) {

  /** Signature algorithms, apart from the hash. */
  public enum Algorithm {
    /** RSASSA-PKCS1-v1_5 (RFC 8017 section 8.2). */
    RSA_PKCS1("RSA PKCS#1 v1.5"),
    /** ECDSA with the value as DER SEQUENCE of r and s (RFC 5753, RFC 3279). */
    ECDSA("ECDSA");

    private final String display;

    Algorithm(String display) {
      this.display = display;
    }

    public String display() {
      return display;
    }
  }

  /** Such as {@code RSA PKCS#1 v1.5 with SHA-256}. */
  public String display() {
    return algorithm.display() + " with " + digest.display();
  }
}

package dev.signet.engine.algorithm;

/**
 * How a signature value is made: the algorithm, the hash, and what RSA-PSS needs besides.
 *
 * @param digest the hash of the message. For algorithms that take the message itself (EdDSA,
 *     ML-DSA, SLH-DSA) it is the hash of the signer info, over the content
 * @param mgf1Digest RSA-PSS only: the hash of MGF1; else null
 * @param saltBytes RSA-PSS only: octets of the salt; else 0
 */
public record SignatureScheme(
    Algorithm algorithm, DigestAlgorithm digest, DigestAlgorithm mgf1Digest, int saltBytes) {

  /** A scheme without parameters of its own. */
  public SignatureScheme(Algorithm algorithm, DigestAlgorithm digest) {
    this(algorithm, digest, null, 0);
  }

  /** Signature algorithms, apart from the hash. */
  public enum Algorithm {
    /** RSASSA-PKCS1-v1_5 (RFC 8017 section 8.2). */
    RSA_PKCS1("RSA PKCS#1 v1.5"),
    /** RSASSA-PSS (RFC 8017 section 8.1, RFC 4056). */
    RSA_PSS("RSA-PSS"),
    /** ECDSA with the value as DER SEQUENCE of r and s (RFC 5753, RFC 3279). */
    ECDSA("ECDSA"),
    /** RFC 8032, RFC 8419. */
    ED25519("Ed25519"),
    /** RFC 9882. */
    ML_DSA_44("ML-DSA-44"),
    ML_DSA_65("ML-DSA-65"),
    ML_DSA_87("ML-DSA-87"),
    /** RFC 8032, RFC 8419; in the rare part. */
    ED448("Ed448"),
    /** RFC 9814, any parameter set: the public key names it; in the rare part. */
    SLH_DSA("SLH-DSA"),
    /** RFC 3370 section 3.1, for old mail; in the rare part. */
    DSA("DSA");

    private final String display;

    Algorithm(String display) {
      this.display = display;
    }

    public String display() {
      return display;
    }

    /** Whether only {@link dev.signet.engine.bc.rare} has it. */
    public boolean rare() {
      return this == ED448 || this == SLH_DSA || this == DSA;
    }

    /** Whether the hash of the message is part of the algorithm and need not be named apart. */
    public boolean takesMessage() {
      return switch (this) {
        case ED25519, ED448, ML_DSA_44, ML_DSA_65, ML_DSA_87, SLH_DSA -> true;
        case RSA_PKCS1, RSA_PSS, ECDSA, DSA -> false;
      };
    }
  }

  /** Such as {@code RSA PKCS#1 v1.5 with SHA-256}. */
  public String display() {
    return algorithm.takesMessage()
        ? algorithm.display()
        : algorithm.display() + " with " + digest.display();
  }
}

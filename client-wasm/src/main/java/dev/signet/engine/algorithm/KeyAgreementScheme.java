package dev.signet.engine.algorithm;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.KeyDerivationFunction.Kind;

/**
 * Key agreement with one ephemeral key and the derivation that follows it: ECDH (RFC 5753 section
 * 7.1.4), and X25519 and X448 (RFC 8418), which share the first with it.
 *
 * <p>On curves whose cofactor is 1 the cofactor form is the same computation.
 */
public enum KeyAgreementScheme {
  STANDARD_X963_SHA1("1.3.133.16.840.63.0.2", Kind.X963, DigestAlgorithm.SHA1),
  STANDARD_X963_SHA224("1.3.132.1.11.0", Kind.X963, DigestAlgorithm.SHA224),
  STANDARD_X963_SHA256("1.3.132.1.11.1", Kind.X963, DigestAlgorithm.SHA256),
  STANDARD_X963_SHA384("1.3.132.1.11.2", Kind.X963, DigestAlgorithm.SHA384),
  STANDARD_X963_SHA512("1.3.132.1.11.3", Kind.X963, DigestAlgorithm.SHA512),
  COFACTOR_X963_SHA1("1.3.133.16.840.63.0.3", Kind.X963, DigestAlgorithm.SHA1),
  COFACTOR_X963_SHA224("1.3.132.1.14.0", Kind.X963, DigestAlgorithm.SHA224),
  COFACTOR_X963_SHA256("1.3.132.1.14.1", Kind.X963, DigestAlgorithm.SHA256),
  COFACTOR_X963_SHA384("1.3.132.1.14.2", Kind.X963, DigestAlgorithm.SHA384),
  COFACTOR_X963_SHA512("1.3.132.1.14.3", Kind.X963, DigestAlgorithm.SHA512),
  STANDARD_HKDF_SHA256("1.2.840.113549.1.9.16.3.19", Kind.HKDF, DigestAlgorithm.SHA256),
  STANDARD_HKDF_SHA384("1.2.840.113549.1.9.16.3.20", Kind.HKDF, DigestAlgorithm.SHA384),
  STANDARD_HKDF_SHA512("1.2.840.113549.1.9.16.3.21", Kind.HKDF, DigestAlgorithm.SHA512);

  private final String oid;
  private final KeyDerivationFunction derivation;

  KeyAgreementScheme(String oid, Kind kind, DigestAlgorithm digest) {
    this.oid = oid;
    this.derivation = new KeyDerivationFunction(kind, digest);
  }

  public String oid() {
    return oid;
  }

  /** How the key-encryption key comes out of the shared secret. */
  public KeyDerivationFunction derivation() {
    return derivation;
  }

  /**
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID
   */
  public static KeyAgreementScheme of(String oid) {
    for (KeyAgreementScheme each : values()) {
      if (oid.equals(each.oid)) {
        return each;
      }
    }
    throw SmimeException.unsupported(oid);
  }
}

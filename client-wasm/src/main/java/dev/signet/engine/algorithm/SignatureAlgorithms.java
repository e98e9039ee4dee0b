package dev.signet.engine.algorithm;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.SignatureScheme.Algorithm;
import java.util.Map;

/** The OIDs of signature algorithms in CMS and in certificates (RFC 3279, RFC 5754, RFC 5758). */
public final class SignatureAlgorithms {
  /** rsaEncryption: in CMS the hash is that of the signer info (RFC 3370 section 3.2). */
  public static final String RSA_ENCRYPTION = "1.2.840.113549.1.1.1";

  private static final Map<String, SignatureScheme> SCHEMES =
      Map.ofEntries(
          rsa("1.2.840.113549.1.1.4", DigestAlgorithm.MD5),
          rsa("1.2.840.113549.1.1.5", DigestAlgorithm.SHA1),
          rsa("1.3.14.3.2.29", DigestAlgorithm.SHA1),
          rsa("1.2.840.113549.1.1.14", DigestAlgorithm.SHA224),
          rsa("1.2.840.113549.1.1.11", DigestAlgorithm.SHA256),
          rsa("1.2.840.113549.1.1.12", DigestAlgorithm.SHA384),
          rsa("1.2.840.113549.1.1.13", DigestAlgorithm.SHA512),
          ecdsa("1.2.840.10045.4.1", DigestAlgorithm.SHA1),
          ecdsa("1.2.840.10045.4.3.1", DigestAlgorithm.SHA224),
          ecdsa("1.2.840.10045.4.3.2", DigestAlgorithm.SHA256),
          ecdsa("1.2.840.10045.4.3.3", DigestAlgorithm.SHA384),
          ecdsa("1.2.840.10045.4.3.4", DigestAlgorithm.SHA512));

  private SignatureAlgorithms() {}

  private static Map.Entry<String, SignatureScheme> rsa(String oid, DigestAlgorithm digest) {
    return Map.entry(oid, new SignatureScheme(Algorithm.RSA_PKCS1, digest));
  }

  private static Map.Entry<String, SignatureScheme> ecdsa(String oid, DigestAlgorithm digest) {
    return Map.entry(oid, new SignatureScheme(Algorithm.ECDSA, digest));
  }

  /**
   * The scheme of an OID that names its hash.
   *
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID
   */
  public static SignatureScheme of(String oid) {
    SignatureScheme scheme = SCHEMES.get(oid);
    if (scheme == null) {
      throw SmimeException.unsupported(oid);
    }
    return scheme;
  }

  /**
   * The scheme of a signer info.
   *
   * @param digest the signer info's digest algorithm
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID; {@code MALFORMED_MESSAGE}
   *     when the OID names another hash than the signer info does
   */
  public static SignatureScheme ofSigner(String oid, DigestAlgorithm digest) {
    if (oid.equals(RSA_ENCRYPTION)) {
      return new SignatureScheme(Algorithm.RSA_PKCS1, digest);
    }
    SignatureScheme scheme = of(oid);
    if (scheme.digest() != digest) {
      throw SmimeException.malformed("a signer info names two hash algorithms");
    }
    return scheme;
  }
}

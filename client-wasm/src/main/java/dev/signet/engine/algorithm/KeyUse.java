package dev.signet.engine.algorithm;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.SignatureScheme.Algorithm;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** What a public key's own AlgorithmIdentifier lets it be used for. */
public final class KeyUse {
  private static final String RSA_ENCRYPTION = "1.2.840.113549.1.1.1";
  private static final String EC_PUBLIC_KEY = "1.2.840.10045.2.1";

  private KeyUse() {}

  /**
   * Whether a key may have made a signature of this scheme. A key for RSASSA-PSS alone takes no
   * other padding, and where it names parameters, hash and mask must be those and the salt at least
   * as long (RFC 4055 section 3.3).
   *
   * @param key the algorithm in the SubjectPublicKeyInfo
   * @param signature the algorithm of the signature, which the scheme was read from
   */
  public static boolean allows(
      AlgorithmIdentifier key, AlgorithmIdentifier signature, SignatureScheme scheme) {
    String oid = key.getAlgorithm().getId();
    return switch (scheme.algorithm()) {
      case RSA_PKCS1 -> oid.equals(RSA_ENCRYPTION);
      case RSA_PSS -> oid.equals(RSA_ENCRYPTION) || allowsPss(key, scheme);
      case ECDSA -> oid.equals(EC_PUBLIC_KEY);
      case DSA -> same(oid, Algorithm.DSA);
      // The key's OID is the signature's, and names the parameter set; there are no parameters.
      case ED25519, ED448, ML_DSA_44, ML_DSA_65, ML_DSA_87, SLH_DSA ->
          oid.equals(signature.getAlgorithm().getId()) && key.getParameters() == null;
    };
  }

  /** The scheme that a key is restricted to, its salt the shortest that is allowed; or null. */
  public static SignatureScheme restriction(AlgorithmIdentifier key) {
    String oid = key.getAlgorithm().getId();
    ASN1Encodable parameters = key.getParameters();
    if (oid.equals(PssParameters.OID)) {
      return parameters == null ? null : PssParameters.read(parameters);
    }
    SignatureScheme scheme = SignatureOids.scheme(oid);
    return scheme != null && scheme.algorithm() == Algorithm.RSA_PSS ? scheme : null;
  }

  /** Whether a key is for RSASSA-PSS alone. */
  public static boolean pssOnly(AlgorithmIdentifier key) {
    return key.getAlgorithm().getId().equals(PssParameters.OID) || restriction(key) != null;
  }

  private static boolean allowsPss(AlgorithmIdentifier key, SignatureScheme scheme) {
    try {
      SignatureScheme restriction = restriction(key);
      return pssOnly(key)
          && (restriction == null
              || restriction.digest() == scheme.digest()
                  && restriction.mgf1Digest() == scheme.mgf1Digest()
                  && restriction.saltBytes() <= scheme.saltBytes());
    } catch (SmimeException e) {
      // Whoever cannot read the restriction cannot say that it is kept.
      return false;
    }
  }

  private static boolean same(String oid, Algorithm algorithm) {
    return SignatureOids.withoutDigest(oid) == algorithm;
  }
}

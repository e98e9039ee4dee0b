package dev.signet.engine.algorithm;

import dev.signet.engine.algorithm.SignatureScheme.Algorithm;
import java.util.HashMap;
import java.util.Map;

/**
 * The OIDs of signature algorithms in CMS and in certificates (RFC 3279, RFC 3370, RFC 5754, RFC
 * 5758, RFC 8410, RFC 8692, RFC 9688, RFC 9814, RFC 9881).
 */
final class SignatureOids {
  static final String ECDSA_WITH_SPECIFIED = "1.2.840.10045.4.3";

  private static final String PKCS1 = "1.2.840.113549.1.1.";
  private static final String OIW = "1.3.14.3.2.";
  private static final String X962 = "1.2.840.10045.4.";
  private static final String NIST = "2.16.840.1.101.3.4.3.";
  private static final String PKIX = "1.3.6.1.5.5.7.6.";

  /** From id-slh-dsa-sha2-128s to id-slh-dsa-shake-256f. */
  private static final int SLH_DSA_FIRST = 20;

  private static final int SLH_DSA_LAST = 31;

  /** Algorithms whose OID says nothing of the hash: it is the one of the signer info. */
  private static final Map<String, Algorithm> BARE =
      Map.of(
          PKCS1 + "1",
          Algorithm.RSA_PKCS1,
          "1.2.840.10045.2.1",
          Algorithm.ECDSA,
          "1.2.840.10040.4.1",
          Algorithm.DSA,
          OIW + "12",
          Algorithm.DSA);

  private static final Map<String, SignatureScheme> SCHEMES = schemes();

  private SignatureOids() {}

  /** The scheme, without parameters, of an OID that names its hash or needs none; or null. */
  static SignatureScheme scheme(String oid) {
    return SCHEMES.get(oid);
  }

  /** The algorithm of an OID that leaves the hash to the signer info, or null. */
  static Algorithm withoutDigest(String oid) {
    return BARE.get(oid);
  }

  private static Map<String, SignatureScheme> schemes() {
    Map<String, SignatureScheme> all = new HashMap<>();
    put(all, PKCS1 + "4", Algorithm.RSA_PKCS1, DigestAlgorithm.MD5);
    put(all, OIW + "3", Algorithm.RSA_PKCS1, DigestAlgorithm.MD5);
    put(all, OIW + "25", Algorithm.RSA_PKCS1, DigestAlgorithm.MD5);
    put(all, PKCS1 + "5", Algorithm.RSA_PKCS1, DigestAlgorithm.SHA1);
    put(all, OIW + "29", Algorithm.RSA_PKCS1, DigestAlgorithm.SHA1);
    put(all, PKCS1 + "14", Algorithm.RSA_PKCS1, DigestAlgorithm.SHA224);
    put(all, PKCS1 + "11", Algorithm.RSA_PKCS1, DigestAlgorithm.SHA256);
    put(all, PKCS1 + "12", Algorithm.RSA_PKCS1, DigestAlgorithm.SHA384);
    put(all, PKCS1 + "13", Algorithm.RSA_PKCS1, DigestAlgorithm.SHA512);
    put(all, PKCS1 + "15", Algorithm.RSA_PKCS1, DigestAlgorithm.SHA512_224);
    put(all, PKCS1 + "16", Algorithm.RSA_PKCS1, DigestAlgorithm.SHA512_256);
    put(all, X962 + "1", Algorithm.ECDSA, DigestAlgorithm.SHA1);
    put(all, "1.2.840.10040.4.3", Algorithm.DSA, DigestAlgorithm.SHA1);
    put(all, OIW + "27", Algorithm.DSA, DigestAlgorithm.SHA1);
    DigestAlgorithm[] sha2 = {
      DigestAlgorithm.SHA224, DigestAlgorithm.SHA256, DigestAlgorithm.SHA384, DigestAlgorithm.SHA512
    };
    DigestAlgorithm[] sha3 = {
      DigestAlgorithm.SHA3_224,
      DigestAlgorithm.SHA3_256,
      DigestAlgorithm.SHA3_384,
      DigestAlgorithm.SHA3_512
    };
    for (int i = 0; i < sha2.length; i++) {
      put(all, X962 + "3." + (1 + i), Algorithm.ECDSA, sha2[i]);
      put(all, NIST + (1 + i), Algorithm.DSA, sha2[i]);
      put(all, NIST + (5 + i), Algorithm.DSA, sha3[i]);
      put(all, NIST + (9 + i), Algorithm.ECDSA, sha3[i]);
      put(all, NIST + (13 + i), Algorithm.RSA_PKCS1, sha3[i]);
    }
    all.put(PKIX + "30", shakePss(DigestAlgorithm.SHAKE128));
    all.put(PKIX + "31", shakePss(DigestAlgorithm.SHAKE256));
    put(all, PKIX + "32", Algorithm.ECDSA, DigestAlgorithm.SHAKE128);
    put(all, PKIX + "33", Algorithm.ECDSA, DigestAlgorithm.SHAKE256);
    put(all, "1.3.101.112", Algorithm.ED25519, DigestAlgorithm.SHA512);
    put(all, "1.3.101.113", Algorithm.ED448, DigestAlgorithm.SHAKE256);
    put(all, NIST + "17", Algorithm.ML_DSA_44, DigestAlgorithm.SHA512);
    put(all, NIST + "18", Algorithm.ML_DSA_65, DigestAlgorithm.SHA512);
    put(all, NIST + "19", Algorithm.ML_DSA_87, DigestAlgorithm.SHA512);
    for (int i = SLH_DSA_FIRST; i <= SLH_DSA_LAST; i++) {
      put(all, NIST + i, Algorithm.SLH_DSA, DigestAlgorithm.SHA512);
    }
    return all;
  }

  /** Hash, mask and length of the salt are fixed (RFC 8702 section 3.2.1). */
  private static SignatureScheme shakePss(DigestAlgorithm shake) {
    return new SignatureScheme(Algorithm.RSA_PSS, shake, shake, shake.bytes());
  }

  private static void put(
      Map<String, SignatureScheme> all, String oid, Algorithm algorithm, DigestAlgorithm digest) {
    all.put(oid, new SignatureScheme(algorithm, digest));
  }
}

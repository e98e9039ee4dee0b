package dev.signet.engine.sign;

import dev.signet.engine.SignOptions;
import dev.signet.engine.SignOptions.Padding;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.KeyUse;
import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.algorithm.SignatureScheme.Algorithm;
import dev.signet.engine.key.UnlockedKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** How a key signs: what its kind, its certificate and the caller say, in this order. */
final class SigningScheme {
  private static final String RSA_ENCRYPTION = "1.2.840.113549.1.1.1";

  private SigningScheme() {}

  /**
   * The scheme, or null where the certificate's key does not take the padding that is asked for.
   *
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID
   */
  static SignatureScheme of(UnlockedKey key, SignOptions options) {
    AlgorithmIdentifier named = key.certificate().publicKey().getAlgorithm();
    return switch (key.privateKey().kind()) {
      case RSA -> rsa(named, options);
      case EC -> new SignatureScheme(Algorithm.ECDSA, options.digest());
      // RFC 8419 section 3: each has its one hash.
      case ED25519 -> new SignatureScheme(Algorithm.ED25519, DigestAlgorithm.SHA512);
      case ED448 -> new SignatureScheme(Algorithm.ED448, DigestAlgorithm.SHAKE256);
      // RFC 9882 section 3.3: the one that every reader has, and strong enough for all three.
      case ML_DSA ->
          new SignatureScheme(mlDsa(named.getAlgorithm().getId()), DigestAlgorithm.SHA512);
      default -> throw SmimeException.unsupported(named.getAlgorithm().getId());
    };
  }

  /** NIST's OIDs name key and signature alike. */
  private static Algorithm mlDsa(String oid) {
    return switch (oid) {
      case "2.16.840.1.101.3.4.3.17" -> Algorithm.ML_DSA_44;
      case "2.16.840.1.101.3.4.3.18" -> Algorithm.ML_DSA_65;
      case "2.16.840.1.101.3.4.3.19" -> Algorithm.ML_DSA_87;
      default -> throw SmimeException.unsupported(oid);
    };
  }

  private static SignatureScheme rsa(AlgorithmIdentifier named, SignOptions options) {
    boolean pssOnly = KeyUse.pssOnly(named);
    boolean anyUse = named.getAlgorithm().getId().equals(RSA_ENCRYPTION);
    if (!pssOnly && !anyUse || pssOnly && options.padding() == Padding.PKCS1) {
      return null;
    }
    if (!pssOnly && options.padding() != Padding.PSS) {
      return new SignatureScheme(Algorithm.RSA_PKCS1, options.digest());
    }
    SignatureScheme restriction = KeyUse.restriction(named);
    if (restriction == null) {
      return pss(options.digest(), options.digest(), options.digest().bytes());
    }
    int salt = Math.max(restriction.saltBytes(), restriction.digest().bytes());
    return restriction.digest().weak()
        ? null
        : pss(restriction.digest(), restriction.mgf1Digest(), salt);
  }

  private static SignatureScheme pss(DigestAlgorithm digest, DigestAlgorithm mask, int salt) {
    return new SignatureScheme(Algorithm.RSA_PSS, digest, mask, salt);
  }
}

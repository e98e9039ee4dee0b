package dev.signet.engine.cms.write;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.algorithm.SignatureScheme.Algorithm;

/** The algorithms of a signer info in DER, with the parameters that their RFCs ask of a sender. */
final class SignatureIdentifiers {
  private static final String RSA_ENCRYPTION = "1.2.840.113549.1.1.1";
  private static final String RSASSA_PSS = "1.2.840.113549.1.1.10";
  private static final String RSASSA_PSS_SHAKE128 = "1.3.6.1.5.5.7.6.30";
  private static final String RSASSA_PSS_SHAKE256 = "1.3.6.1.5.5.7.6.31";
  private static final String MGF1 = "1.2.840.113549.1.1.8";
  private static final String SHAKE256_LEN = "2.16.840.1.101.3.4.2.18";
  private static final byte[] NULL = {0x05, 0x00};
  private static final byte[] NOTHING = {};
  private static final byte[] BITS_512 = {0x02, 0x02, 0x02, 0x00};

  private SignatureIdentifiers() {}

  /**
   * The hash over the content. Parameters are absent (RFC 5754 section 2), but for Ed448, whose
   * SHAKE256 names its length (RFC 8419 section 3.1).
   */
  static byte[] digest(SignatureScheme scheme) {
    return scheme.algorithm() == Algorithm.ED448
        ? Der.sequence(Der.oid(SHAKE256_LEN), BITS_512)
        : Der.sequence(Der.oid(scheme.digest().oid()));
  }

  /**
   * RSA is named {@code rsaEncryption} (RFC 3370 section 3.2), which every reader knows; ECDSA
   * together with its hash, without parameters (RFC 5754 section 3.3); EdDSA (RFC 8419) and ML-DSA
   * (RFC 9882) without parameters.
   *
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} for what is not to be signed with
   */
  static byte[] signature(SignatureScheme scheme) {
    return switch (scheme.algorithm()) {
      case RSA_PKCS1 -> Der.sequence(Der.oid(RSA_ENCRYPTION), NULL);
      case RSA_PSS -> pss(scheme);
      case ECDSA -> Der.sequence(Der.oid(ecdsa(scheme.digest())));
      case ED25519 -> Der.sequence(Der.oid("1.3.101.112"));
      case ED448 -> Der.sequence(Der.oid("1.3.101.113"));
      case ML_DSA_44 -> Der.sequence(Der.oid("2.16.840.1.101.3.4.3.17"));
      case ML_DSA_65 -> Der.sequence(Der.oid("2.16.840.1.101.3.4.3.18"));
      case ML_DSA_87 -> Der.sequence(Der.oid("2.16.840.1.101.3.4.3.19"));
      case SLH_DSA, DSA -> throw SmimeException.unsupported(scheme.algorithm().display());
    };
  }

  private static String ecdsa(DigestAlgorithm digest) {
    return switch (digest) {
      case SHA256 -> "1.2.840.10045.4.3.2";
      case SHA384 -> "1.2.840.10045.4.3.3";
      case SHA512 -> "1.2.840.10045.4.3.4";
      default -> throw SmimeException.unsupported(digest.oid());
    };
  }

  /** RFC 4055 section 3.1; what equals its default is left out, as DER asks. */
  private static byte[] pss(SignatureScheme scheme) {
    if (scheme.digest().extendable()) {
      return Der.sequence(
          Der.oid(
              scheme.digest() == DigestAlgorithm.SHAKE128
                  ? RSASSA_PSS_SHAKE128
                  : RSASSA_PSS_SHAKE256));
    }
    byte[] hash =
        scheme.digest() == DigestAlgorithm.SHA1
            ? NOTHING
            : Der.element(Der.context(0, true), hash(scheme.digest()));
    byte[] mask =
        scheme.mgf1Digest() == DigestAlgorithm.SHA1
            ? NOTHING
            : Der.element(
                Der.context(1, true), Der.sequence(Der.oid(MGF1), hash(scheme.mgf1Digest())));
    byte[] salt =
        scheme.saltBytes() == 20
            ? NOTHING
            : Der.element(Der.context(2, true), Der.unsigned(scheme.saltBytes()));
    return Der.sequence(Der.oid(RSASSA_PSS), Der.sequence(hash, mask, salt));
  }

  /** Inside the parameters of PSS a hash has NULL parameters (RFC 4055 section 2.1). */
  private static byte[] hash(DigestAlgorithm digest) {
    return Der.sequence(Der.oid(digest.oid()), NULL);
  }
}

package dev.signet.engine.algorithm;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.SignatureScheme.Algorithm;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Null;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * The one place where an AlgorithmIdentifier becomes a {@link SignatureScheme}: of a certificate, a
 * CRL or an OCSP answer, and of a signer info. Parameters are checked, not only read.
 */
public final class SignatureAlgorithms {
  /** rsaEncryption: in CMS the hash is that of the signer info (RFC 3370 section 3.2). */
  public static final String RSA_ENCRYPTION = "1.2.840.113549.1.1.1";

  /** SHAKE with a length of output as parameter (RFC 8419 section 2.3). */
  private static final String SHAKE128_LEN = "2.16.840.1.101.3.4.2.17";

  private static final String SHAKE256_LEN = "2.16.840.1.101.3.4.2.18";

  private SignatureAlgorithms() {}

  /**
   * The scheme of a signature on a certificate, a CRL or an OCSP answer.
   *
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID; {@code MALFORMED_MESSAGE}
   *     for parameters that the algorithm does not have
   */
  public static SignatureScheme of(AlgorithmIdentifier signature) {
    String oid = signature.getAlgorithm().getId();
    if (oid.equals(PssParameters.OID)) {
      return PssParameters.read(signature.getParameters());
    }
    if (oid.equals(SignatureOids.ECDSA_WITH_SPECIFIED)) {
      return new SignatureScheme(Algorithm.ECDSA, digest(specified(signature)));
    }
    SignatureScheme scheme = SignatureOids.scheme(oid);
    if (scheme == null) {
      throw SmimeException.unsupported(oid);
    }
    checkParameters(scheme, oid, signature.getParameters());
    return scheme;
  }

  /**
   * The scheme of a signer info (RFC 5652 section 5.3).
   *
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID; {@code MALFORMED_MESSAGE}
   *     when the two fields name different hashes, the hash is not one that goes with the
   *     algorithm, or parameters are wrong
   */
  public static SignatureScheme ofSigner(
      AlgorithmIdentifier digestField, AlgorithmIdentifier signature) {
    DigestAlgorithm digest = digest(digestField);
    String oid = signature.getAlgorithm().getId();
    Algorithm bare = SignatureOids.withoutDigest(oid);
    if (bare != null) {
      SignatureScheme scheme = new SignatureScheme(bare, digest);
      if (bare == Algorithm.RSA_PKCS1) {
        checkParameters(scheme, oid, signature.getParameters());
      }
      return scheme;
    }
    SignatureScheme scheme = of(signature);
    if (scheme.algorithm().takesMessage()) {
      if (!MessageDigests.goWith(scheme.algorithm(), digest)) {
        throw SmimeException.malformed(
            scheme.algorithm().display() + " does not go with " + digest.display());
      }
      return new SignatureScheme(scheme.algorithm(), digest);
    }
    if (scheme.digest() != digest) {
      // The hash over the content and the one under the signature: two would let the weaker count.
      throw SmimeException.malformed("a signer info names two hash algorithms");
    }
    return scheme;
  }

  /**
   * The hash in a signer info's digest field. The OID of a signature algorithm that names its hash
   * stands for that hash: old senders wrote {@code sha1WithRSAEncryption} there.
   *
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID; {@code MALFORMED_MESSAGE}
   */
  public static DigestAlgorithm digest(AlgorithmIdentifier field) {
    String oid = field.getAlgorithm().getId();
    ASN1Encodable parameters = field.getParameters();
    if (oid.equals(SHAKE128_LEN) || oid.equals(SHAKE256_LEN)) {
      DigestAlgorithm shake =
          oid.equals(SHAKE128_LEN) ? DigestAlgorithm.SHAKE128 : DigestAlgorithm.SHAKE256;
      if (parameters instanceof ASN1Integer bits && bits.hasValue(8 * shake.bytes())) {
        return shake;
      }
      throw SmimeException.malformed("SHAKE with another length of output");
    }
    if (!absentOrNull(parameters)) {
      throw SmimeException.malformed("a hash algorithm has parameters");
    }
    DigestAlgorithm digest = DigestAlgorithm.find(oid).orElse(null);
    if (digest != null) {
      return digest;
    }
    SignatureScheme scheme = SignatureOids.scheme(oid);
    if (scheme == null || scheme.algorithm().takesMessage()) {
      throw SmimeException.unsupported(oid);
    }
    return scheme.digest();
  }

  private static AlgorithmIdentifier specified(AlgorithmIdentifier signature) {
    try {
      return AlgorithmIdentifier.getInstance(signature.getParameters());
    } catch (IllegalArgumentException e) {
      throw SmimeException.malformed("ECDSA does not say its hash");
    }
  }

  /**
   * RFC 4055 section 5 wants NULL for RSA and has readers accept its absence; the others have no
   * parameters, and old writers put NULL there. Newer algorithms forbid them (RFC 8410 section 3,
   * RFC 8702 section 3, RFC 9881 section 2, RFC 9909 section 3).
   */
  private static void checkParameters(
      SignatureScheme scheme, String oid, ASN1Encodable parameters) {
    boolean right =
        switch (scheme.algorithm()) {
          case RSA_PKCS1, ECDSA, DSA -> absentOrNull(parameters);
          default -> parameters == null;
        };
    // DSA's own parameters stand in the signature of some certificates of its time.
    if (!right && scheme.algorithm() != Algorithm.DSA) {
      throw SmimeException.malformed("the signature algorithm " + oid + " has parameters");
    }
  }

  private static boolean absentOrNull(ASN1Encodable parameters) {
    return parameters == null || parameters instanceof ASN1Null;
  }
}

package dev.signet.engine.algorithm;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.SignatureScheme.Algorithm;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Null;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** RSASSA-PSS-params (RFC 4055 section 3.1). */
final class PssParameters {
  /** id-RSASSA-PSS. */
  static final String OID = "1.2.840.113549.1.1.10";

  private static final String MGF1 = "1.2.840.113549.1.1.8";
  private static final int DEFAULT_SALT = 20;

  /** Octets of the longest modulus that the engine computes with: no salt is longer. */
  private static final int MAX_SALT = 1024;

  private static final BigInteger TRAILER_FIELD_BC = BigInteger.ONE;

  private PssParameters() {}

  /**
   * Reads them; what is left out has its default (SHA-1, MGF1 with SHA-1, 20 octets, trailer 1).
   *
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID of a hash or mask; {@code
   *     MALFORMED_MESSAGE} where they are missing or damaged
   */
  static SignatureScheme read(ASN1Encodable parameters) {
    try {
      return read(ASN1Sequence.getInstance(parameters.toASN1Primitive()));
    } catch (IllegalArgumentException | IllegalStateException | NullPointerException e) {
      throw malformed();
    }
  }

  private static SignatureScheme read(ASN1Sequence fields) {
    DigestAlgorithm digest = DigestAlgorithm.SHA1;
    DigestAlgorithm mask = DigestAlgorithm.SHA1;
    int salt = DEFAULT_SALT;
    int last = -1;
    for (ASN1Encodable each : fields) {
      ASN1TaggedObject field = ASN1TaggedObject.getInstance(each);
      if (!field.hasContextTag() || field.getTagNo() <= last) {
        throw malformed();
      }
      last = field.getTagNo();
      ASN1Encodable value = field.getExplicitBaseObject();
      switch (last) {
        case 0 -> digest = hash(AlgorithmIdentifier.getInstance(value));
        case 1 -> mask = mask(AlgorithmIdentifier.getInstance(value));
        case 2 -> salt = salt(ASN1Integer.getInstance(value).getValue());
        case 3 -> {
          if (!ASN1Integer.getInstance(value).getValue().equals(TRAILER_FIELD_BC)) {
            throw malformed();
          }
        }
        default -> throw malformed();
      }
    }
    return new SignatureScheme(Algorithm.RSA_PSS, digest, mask, salt);
  }

  private static int salt(BigInteger octets) {
    if (octets.signum() < 0 || octets.bitLength() > 16 || octets.intValue() > MAX_SALT) {
      throw malformed();
    }
    return octets.intValue();
  }

  private static DigestAlgorithm mask(AlgorithmIdentifier mask) {
    String oid = mask.getAlgorithm().getId();
    if (!oid.equals(MGF1)) {
      throw SmimeException.unsupported(oid);
    }
    return hash(AlgorithmIdentifier.getInstance(mask.getParameters()));
  }

  /** SHAKE is not for these parameters: it has algorithms of its own (RFC 8702 section 3.2.1). */
  private static DigestAlgorithm hash(AlgorithmIdentifier identifier) {
    ASN1Encodable parameters = identifier.getParameters();
    if (parameters != null && !(parameters instanceof ASN1Null)) {
      throw malformed();
    }
    DigestAlgorithm digest = DigestAlgorithm.of(identifier.getAlgorithm().getId());
    if (digest.extendable()) {
      throw SmimeException.unsupported(digest.oid());
    }
    return digest;
  }

  private static SmimeException malformed() {
    return SmimeException.malformed("the parameters of RSA-PSS are damaged");
  }
}

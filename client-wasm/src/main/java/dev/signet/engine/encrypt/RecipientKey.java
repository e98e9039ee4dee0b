package dev.signet.engine.encrypt;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import java.io.IOException;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * A certificate's public key as one to encrypt to.
 *
 * @param refusal a stable name for why not, or null
 * @param management null where it is refused
 * @param publicKey DER of the SubjectPublicKeyInfo as drivers know it; null where it is refused
 */
record RecipientKey(String refusal, KeyManagement management, byte[] publicKey) {
  static final String RSAES_OAEP = PKCSObjectIdentifiers.id_RSAES_OAEP.getId();

  /** What an algorithm of keys is for, and who looks at such keys. */
  private enum Kind {
    RSA(KeyUsage.keyEncipherment),
    ELLIPTIC(KeyUsage.keyAgreement),
    X25519(KeyUsage.keyAgreement),
    X448(KeyUsage.keyAgreement),
    ML_KEM(KeyUsage.keyEncipherment);

    private final int usage;

    Kind(int usage) {
      this.usage = usage;
    }
  }

  static RecipientKey refused(String reason) {
    return new RecipientKey(reason, null, null);
  }

  static RecipientKey usable(KeyManagement management, AlgorithmIdentifier algorithm, byte[] key) {
    try {
      byte[] publicKey = new SubjectPublicKeyInfo(algorithm, key).getEncoded("DER");
      return new RecipientKey(null, management, publicKey);
    } catch (IOException e) {
      throw new SmimeException(ErrorCode.INTERNAL_ERROR, "a public key cannot be encoded");
    }
  }

  /**
   * The key usage that a certificate with such a key has to allow, if it restricts any: agreement
   * has one of its own (RFC 5480 section 3, RFC 8410 section 5), KEMs share that of RSA (RFC 9935
   * section 5). 0 for keys that cannot be encrypted to at all.
   */
  static int usageOf(SubjectPublicKeyInfo key) {
    Kind kind = kind(key);
    return kind == null ? 0 : kind.usage;
  }

  /**
   * @param minimumRsaBits smaller RSA keys are refused
   * @param readsOaep whether the recipient is known to read RSA-OAEP
   */
  static RecipientKey of(SubjectPublicKeyInfo key, int minimumRsaBits, boolean readsOaep) {
    Kind kind = kind(key);
    if (kind == null) {
      return refused("key-algorithm");
    }
    return switch (kind) {
      case RSA -> RsaRecipient.of(key, minimumRsaBits, readsOaep);
      case ELLIPTIC -> EllipticRecipient.of(key);
      case X25519 -> MontgomeryRecipient.x25519(key);
      case X448 -> MontgomeryRecipient.x448(key);
      case ML_KEM -> MlKemRecipient.of(key);
    };
  }

  private static Kind kind(SubjectPublicKeyInfo key) {
    return switch (key.getAlgorithm().getAlgorithm().getId()) {
      case "1.2.840.113549.1.1.1", "1.2.840.113549.1.1.7" -> Kind.RSA;
      // id-ecPublicKey, and id-ecDH for a key that is for agreement only (RFC 5480 section 2.1).
      case "1.2.840.10045.2.1", "1.3.132.1.12" -> Kind.ELLIPTIC;
      case "1.3.101.110" -> Kind.X25519;
      case "1.3.101.111" -> Kind.X448;
      case "2.16.840.1.101.3.4.4.1", "2.16.840.1.101.3.4.4.2", "2.16.840.1.101.3.4.4.3" ->
          Kind.ML_KEM;
      default -> null;
    };
  }
}

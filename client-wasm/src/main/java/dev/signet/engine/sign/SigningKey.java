package dev.signet.engine.sign;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.key.UnlockedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** A key that may sign mail, and how it does. */
final class SigningKey {
  private final UnlockedKey key;
  private final SignatureScheme scheme;

  private SigningKey(UnlockedKey key, SignatureScheme scheme) {
    this.key = key;
    this.scheme = scheme;
  }

  /**
   * @param at the signing time, milliseconds since 1970
   * @throws SmimeException {@code KEY_UNUSABLE} with the details {@code reason} and {@code
   *     serialNumber}; {@code UNSUPPORTED_ALGORITHM} for a hash that is not to be signed with
   */
  static SigningKey require(UnlockedKey key, DigestAlgorithm digest, long at) {
    if (digest != DigestAlgorithm.SHA256
        && digest != DigestAlgorithm.SHA384
        && digest != DigestAlgorithm.SHA512) {
      throw SmimeException.unsupported(digest.oid());
    }
    String reason = refusal(key, at);
    if (reason != null) {
      throw new SmimeException(
          ErrorCode.KEY_UNUSABLE,
          "this key cannot sign: " + reason,
          Map.of("reason", reason, "serialNumber", key.certificate().serialNumber()));
    }
    SignatureScheme.Algorithm algorithm =
        switch (key.privateKey().kind()) {
          case RSA -> SignatureScheme.Algorithm.RSA_PKCS1;
          case EC -> SignatureScheme.Algorithm.ECDSA;
          default -> throw SmimeException.unsupported(keyAlgorithm(key));
        };
    return new SigningKey(key, new SignatureScheme(algorithm, digest));
  }

  private static String keyAlgorithm(UnlockedKey key) {
    return key.certificate().publicKey().getAlgorithm().getAlgorithm().getId();
  }

  /** Why not, or null. Readers judge by the same rules (RFC 8550 section 4.4). */
  private static String refusal(UnlockedKey key, long at) {
    MailCertificate certificate = key.certificate();
    if (at < certificate.notBefore()) {
      return "not-yet-valid";
    }
    if (at > certificate.notAfter()) {
      return "expired";
    }
    Optional<KeyUsage> usage = certificate.keyUsage();
    if (usage.isPresent()
        && !usage.get().hasUsages(KeyUsage.digitalSignature)
        && !usage.get().hasUsages(KeyUsage.nonRepudiation)) {
      return "key-usage";
    }
    Optional<List<KeyPurposeId>> purposes = certificate.extendedKeyUsage();
    if (purposes.isPresent()
        && !purposes.get().contains(KeyPurposeId.id_kp_emailProtection)
        && !purposes.get().contains(KeyPurposeId.anyExtendedKeyUsage)) {
      return "extended-key-usage";
    }
    return key.canSign() ? null : "cannot-sign";
  }

  PrivateKey privateKey() {
    return key.privateKey();
  }

  MailCertificate certificate() {
    return key.certificate();
  }

  SignatureScheme scheme() {
    return scheme;
  }

  /** Whether answers can be encrypted to the same certificate. */
  boolean decrypts() {
    return key.canDecrypt();
  }

  /**
   * The certificates that go with the signature: the signer's own first, then those that lead
   * upwards, each once. A root is left out: who does not have it already has no reason to trust it.
   */
  List<MailCertificate> certificates() {
    List<MailCertificate> certificates = new ArrayList<>();
    certificates.add(key.certificate());
    for (MailCertificate each : key.chain()) {
      if (!certificates.contains(each) && !each.subject().equals(each.issuer())) {
        certificates.add(each);
      }
    }
    return certificates;
  }
}

package dev.signet.engine.sign;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SignOptions;
import dev.signet.engine.SmimeException;
import dev.signet.engine.address.MailAddress;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.cert.MailUsage;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.key.UnlockedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyUsage;

/** A key that may sign mail, and how it does. */
final class SigningKey {
  private final UnlockedKey key;
  private final SignatureScheme scheme;
  private final UnlockedKey encryption;

  private SigningKey(UnlockedKey key, SignatureScheme scheme, UnlockedKey encryption) {
    this.key = key;
    this.scheme = scheme;
    this.encryption = encryption;
  }

  /**
   * @param unlocked where the key for answers is looked for
   * @throws SmimeException {@code KEY_UNUSABLE} with the details {@code reason} and {@code
   *     serialNumber}; {@code UNSUPPORTED_ALGORITHM} for a hash that is not to be signed with
   */
  static SigningKey require(UnlockedKey key, List<UnlockedKey> unlocked, SignOptions options) {
    DigestAlgorithm digest = options.digest();
    if (digest != DigestAlgorithm.SHA256
        && digest != DigestAlgorithm.SHA384
        && digest != DigestAlgorithm.SHA512) {
      throw SmimeException.unsupported(digest.oid());
    }
    String reason = refusal(key, options.at());
    SignatureScheme scheme = reason == null ? SigningScheme.of(key, options) : null;
    if (scheme == null) {
      throw unusable(key, reason == null ? "padding" : reason);
    }
    return new SigningKey(key, scheme, encryption(key, unlocked, options.at()));
  }

  private static SmimeException unusable(UnlockedKey key, String reason) {
    return new SmimeException(
        ErrorCode.KEY_UNUSABLE,
        "this key cannot sign: " + reason,
        Map.of("reason", reason, "serialNumber", key.certificate().serialNumber()));
  }

  /** The key for answers: this one, else one of the same person that is valid; or null. */
  private static UnlockedKey encryption(UnlockedKey key, List<UnlockedKey> unlocked, long at) {
    if (key.canDecrypt()) {
      return key;
    }
    for (UnlockedKey each : unlocked) {
      if (each.canDecrypt()
          && at >= each.certificate().notBefore()
          && at <= each.certificate().notAfter()
          && MailAddress.anyShared(
              each.certificate().emailAddresses(), key.certificate().emailAddresses())) {
        return each;
      }
    }
    return null;
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
    if (!MailUsage.extendedKeyUsageAllows(certificate)) {
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

  /** The certificate that answers are to be encrypted to, or null. */
  MailCertificate encryption() {
    return encryption == null ? null : encryption.certificate();
  }

  /**
   * The certificates that go with the signature: the signer's own first, then those that lead
   * upwards, each once, and the one for answers with its own. A root is left out: who does not have
   * it already has no reason to trust it.
   */
  List<MailCertificate> certificates() {
    List<MailCertificate> certificates = new ArrayList<>();
    certificates.add(key.certificate());
    addChain(key, certificates);
    if (encryption != null) {
      addChain(encryption, certificates);
    }
    return certificates;
  }

  private static void addChain(UnlockedKey key, List<MailCertificate> certificates) {
    List<MailCertificate> chain = new ArrayList<>(List.of(key.certificate()));
    chain.addAll(key.chain());
    for (MailCertificate each : chain) {
      boolean root = each.subject().equals(each.issuer()) && !each.equals(key.certificate());
      if (!root && !certificates.contains(each)) {
        certificates.add(each);
      }
    }
  }
}

package dev.signet.engine.cms.recipient;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.KeyTransport;
import dev.signet.engine.algorithm.SignatureAlgorithms;
import dev.signet.engine.asn1.Asn1;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.key.UnlockedKey;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * What decrypting came to.
 *
 * @param content null where it failed
 * @param key the key that is named by the message, or null where none is at hand
 * @param keyTransport name of the key transport, for reports
 */
public record Decryption(Bulk content, UnlockedKey key, String keyTransport) {
  /** Recipient infos that name one and the same key are tried up to this number. */
  private static final int MAX_CANDIDATES = 16;

  private record Candidate(KeyTransRecipientInfo recipient, UnlockedKey key) {}

  /**
   * Tries every key that the message names. All are tried to the end, whichever of them fits, and a
   * failure has one form whatever its cause: neither time nor result tells more than whether the
   * message can be read.
   *
   * @param keyBytes octets of the content-encryption key
   * @param decrypt the content out of such a key; fails in one way whatever the cause is
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} for a key management that the engine does
   *     not have, {@code MALFORMED_MESSAGE} for a damaged structure
   */
  public static Step<Decryption> of(
      RecipientList recipients,
      List<UnlockedKey> keys,
      int keyBytes,
      Function<byte[], Step<Bulk>> decrypt) {
    List<Candidate> candidates = Asn1.read("a recipient info", () -> candidates(recipients, keys));
    if (candidates.isEmpty()) {
      return Step.done(new Decryption(null, null, transportName(recipients)));
    }
    return Step.each(candidates, candidate -> attempt(candidate, keyBytes, decrypt))
        .map(
            attempts ->
                attempts.stream()
                    .filter(attempt -> attempt.content() != null)
                    .findFirst()
                    .orElse(attempts.get(0)));
  }

  private static Step<Decryption> attempt(
      Candidate candidate, int keyBytes, Function<byte[], Step<Bulk>> decrypt) {
    AlgorithmIdentifier algorithm = candidate.recipient.getKeyEncryptionAlgorithm();
    KeyTransport transport = transport(algorithm);
    byte[] encryptedKey = candidate.recipient.getEncryptedKey().getOctets();
    UnlockedKey key = candidate.key;
    return Step.ask(new Ask.UnwrapKey(key.privateKey(), transport, encryptedKey, keyBytes))
        .then(decrypt)
        .map(content -> new Decryption(content, key, transport.display()))
        .recover(error -> Step.done(new Decryption(null, key, transport.display())));
  }

  private static List<Candidate> candidates(RecipientList recipients, List<UnlockedKey> keys) {
    List<Candidate> found = new ArrayList<>();
    for (KeyTransRecipientInfo recipient : recipients.transports()) {
      for (UnlockedKey key : keys) {
        if (key.privateKey().kind() == PrivateKey.Kind.RSA
            && names(recipient.getRecipientIdentifier().getId(), key.certificate())
            && found.size() < MAX_CANDIDATES) {
          found.add(new Candidate(recipient, key));
        }
      }
    }
    return found;
  }

  private static boolean names(ASN1Encodable id, MailCertificate certificate) {
    if (id instanceof IssuerAndSerialNumber issuer) {
      return issuer.getSerialNumber().hasValue(certificate.structure().getSerialNumber().getValue())
          && issuer.getName().equals(certificate.issuer());
    }
    byte[] identifier = ASN1OctetString.getInstance(id).getOctets();
    return certificate
        .subjectKeyIdentifier()
        .map(own -> Arrays.equals(own, identifier))
        .orElse(false);
  }

  /** Name of the key transport of the first recipient, or an OID, for reports. */
  public static String transportName(RecipientList recipients) {
    if (recipients.transports().isEmpty()) {
      return Objects.requireNonNullElse(recipients.other(), "");
    }
    AlgorithmIdentifier algorithm = recipients.transports().get(0).getKeyEncryptionAlgorithm();
    try {
      return transport(algorithm).display();
    } catch (SmimeException e) {
      return algorithm.getAlgorithm().getId();
    }
  }

  private static KeyTransport transport(AlgorithmIdentifier algorithm) {
    if (algorithm.getAlgorithm().getId().equals(SignatureAlgorithms.RSA_ENCRYPTION)) {
      return new KeyTransport.Pkcs1();
    }
    if (!algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSAES_OAEP)) {
      throw SmimeException.unsupported(algorithm.getAlgorithm().getId());
    }
    return Asn1.read("the key transport", () -> oaep(algorithm));
  }

  private static KeyTransport oaep(AlgorithmIdentifier algorithm) {
    RSAESOAEPparams parameters =
        algorithm.getParameters() == null
            ? new RSAESOAEPparams()
            : RSAESOAEPparams.getInstance(algorithm.getParameters());
    AlgorithmIdentifier mask = parameters.getMaskGenAlgorithm();
    AlgorithmIdentifier label = parameters.getPSourceAlgorithm();
    if (!mask.getAlgorithm().equals(PKCSObjectIdentifiers.id_mgf1)) {
      throw SmimeException.unsupported(mask.getAlgorithm().getId());
    }
    if (!label.getAlgorithm().equals(PKCSObjectIdentifiers.id_pSpecified)) {
      throw SmimeException.unsupported(label.getAlgorithm().getId());
    }
    return new KeyTransport.Oaep(
        DigestAlgorithm.of(parameters.getHashAlgorithm().getAlgorithm().getId()),
        DigestAlgorithm.of(
            AlgorithmIdentifier.getInstance(mask.getParameters()).getAlgorithm().getId()),
        ASN1OctetString.getInstance(label.getParameters()).getOctets());
  }
}

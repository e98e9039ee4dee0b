package dev.signet.engine.cms.recipient;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.KeyAgreementScheme;
import dev.signet.engine.algorithm.KeyDerivationFunction;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.key.UnlockedKey;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Step;
import dev.signet.engine.report.EncryptionReport.RecipientId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientIdentifier;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientEncryptedKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * Recipients by key agreement (RFC 5652 section 6.2.2) with elliptic curves (RFC 5753), X25519 and
 * X448 (RFC 8418): one originator's key, and one encrypted key for each of them.
 *
 * @param userKeyingMaterial or null
 */
record AgreementRecipient(
    Originator originator,
    byte[] userKeyingMaterial,
    AlgorithmIdentifier algorithm,
    List<EncryptedKey> encryptedKeys)
    implements Recipient {

  /** The content key, encrypted for one of them. */
  record EncryptedKey(RecipientName name, byte[] octets) {}

  /**
   * One way in which senders derive the key-encryption key.
   *
   * @param salt HKDF only, or null
   */
  private record Derivation(byte[] salt, byte[] info) {}

  static AgreementRecipient of(KeyAgreeRecipientInfo info) {
    List<EncryptedKey> keys = new ArrayList<>();
    for (ASN1Encodable each : info.getRecipientEncryptedKeys()) {
      RecipientEncryptedKey key = RecipientEncryptedKey.getInstance(each);
      KeyAgreeRecipientIdentifier id = key.getIdentifier();
      RecipientName name =
          RecipientName.of(
              id.getIssuerAndSerialNumber() != null
                  ? id.getIssuerAndSerialNumber()
                  : id.getRKeyID().getSubjectKeyIdentifier());
      keys.add(new EncryptedKey(name, key.getEncryptedKey().getOctets()));
    }
    return new AgreementRecipient(
        new Originator(info.getOriginator()),
        info.getUserKeyingMaterial() == null ? null : info.getUserKeyingMaterial().getOctets(),
        info.getKeyEncryptionAlgorithm(),
        keys);
  }

  @Override
  public List<RecipientId> ids() {
    return encryptedKeys.stream().map(key -> key.name().id()).toList();
  }

  @Override
  public String display() {
    return display(null);
  }

  private String display(UnlockedKey key) {
    return Names.orOid(
        algorithm.getAlgorithm().getId(),
        () ->
            originator.display(key)
                + " with "
                + scheme().derivation().display()
                + ", "
                + wrapping().wrap().display());
  }

  private KeyAgreementScheme scheme() {
    return KeyAgreementScheme.of(algorithm.getAlgorithm().getId());
  }

  private KeyWrapping wrapping() {
    return KeyWrapping.of(algorithm.getParameters());
  }

  @Override
  public void collect(Search search, boolean hidden) {
    for (EncryptedKey encrypted : encryptedKeys) {
      for (UnlockedKey key :
          search.keys(
              encrypted.name(),
              hidden,
              each -> agrees(each) && (!hidden || originator.mayAgreeWith(each)))) {
        KeyDerivationFunction derivation = scheme().derivation();
        KeyWrapping wrapping = wrapping();
        byte[] publicKey = originator.publicKey(key, search.secrets().certificates());
        search.add(
            new Candidate(
                key,
                display(key),
                false,
                keyBytes ->
                    Step.ask(new Ask.Agree(key.privateKey(), publicKey))
                        .then(secret -> unwrap(secret, derivation, wrapping, encrypted.octets()))));
      }
    }
  }

  private static boolean agrees(PrivateKey key) {
    return switch (key.kind()) {
      case EC, X25519, X448 -> true;
      default -> false;
    };
  }

  /** Every way of deriving is gone to the end; the check in the key wrap tells the right one. */
  private Step<byte[]> unwrap(
      byte[] secret, KeyDerivationFunction function, KeyWrapping wrapping, byte[] encryptedKey) {
    return Step.each(
            derivations(function.kind(), wrapping),
            way ->
                Step.ask(
                        new Ask.DeriveKey(
                            function, secret, way.salt(), way.info(), wrapping.wrap().keyBytes()))
                    .then(
                        keyEncryptionKey ->
                            Step.ask(
                                new Ask.UnwrapWithKey(
                                    wrapping.wrap(), keyEncryptionKey, encryptedKey)))
                    .recover(error -> Step.done(null)))
        .map(
            keys ->
                keys.stream()
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow(
                        () -> SmimeException.malformed("the content key cannot be decrypted")));
  }

  private List<Derivation> derivations(KeyDerivationFunction.Kind kind, KeyWrapping wrapping) {
    List<Derivation> ways = new ArrayList<>();
    // With HKDF the user keying material is the salt as well (RFC 8418 section 2.2); there are
    // senders that leave it out of the salt.
    byte[] salt = kind == KeyDerivationFunction.Kind.HKDF ? userKeyingMaterial : null;
    ways.add(new Derivation(salt, wrapping.sharedInfo(userKeyingMaterial)));
    ways.add(new Derivation(salt, wrapping.otherForm().sharedInfo(userKeyingMaterial)));
    if (salt != null) {
      ways.add(new Derivation(null, wrapping.sharedInfo(userKeyingMaterial)));
    }
    return ways;
  }
}

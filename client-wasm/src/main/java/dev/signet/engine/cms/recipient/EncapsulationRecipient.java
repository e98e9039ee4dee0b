package dev.signet.engine.cms.recipient;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.KemAlgorithm;
import dev.signet.engine.algorithm.KeyDerivationFunction;
import dev.signet.engine.algorithm.KeyDerivationFunction.Kind;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.key.UnlockedKey;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Step;
import dev.signet.engine.report.EncryptionReport.RecipientId;
import java.util.List;
import org.bouncycastle.asn1.cms.KEMRecipientInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** A recipient by key encapsulation (RFC 9629): ML-KEM (RFC 9936) and RSA-KEM (RFC 9690). */
record EncapsulationRecipient(RecipientName name, KEMRecipientInfo info) implements Recipient {
  /** id-ori-kem. */
  static final String KIND = "1.2.840.113549.1.9.16.13.3";

  static EncapsulationRecipient of(KEMRecipientInfo info) {
    return new EncapsulationRecipient(
        RecipientName.of(info.getRecipientIdentifier().getId()), info);
  }

  @Override
  public List<RecipientId> ids() {
    return List.of(name.id());
  }

  @Override
  public String display() {
    return Names.orOid(
        info.getKem().getAlgorithm().getId(),
        () ->
            kem().display()
                + " with "
                + derivation().display()
                + ", "
                + KeyWrapping.of(info.getWrap()).wrap().display());
  }

  private KemAlgorithm kem() {
    return KemAlgorithm.of(info.getKem().getAlgorithm().getId());
  }

  /** RFC 8619 for HKDF, RFC 9690 section 2.2.1 for the others. */
  private KeyDerivationFunction derivation() {
    AlgorithmIdentifier function = info.getKdf();
    String oid = function.getAlgorithm().getId();
    return switch (oid) {
      case "1.2.840.113549.1.9.16.3.28" ->
          new KeyDerivationFunction(Kind.HKDF, DigestAlgorithm.SHA256);
      case "1.2.840.113549.1.9.16.3.29" ->
          new KeyDerivationFunction(Kind.HKDF, DigestAlgorithm.SHA384);
      case "1.2.840.113549.1.9.16.3.30" ->
          new KeyDerivationFunction(Kind.HKDF, DigestAlgorithm.SHA512);
      case "1.3.133.16.840.9.44.1.1" -> new KeyDerivationFunction(Kind.KDF2, hash(function));
      case "1.3.133.16.840.9.44.1.2" -> new KeyDerivationFunction(Kind.KDF3, hash(function));
      default -> throw SmimeException.unsupported(oid);
    };
  }

  private static DigestAlgorithm hash(AlgorithmIdentifier function) {
    return DigestAlgorithm.of(
        AlgorithmIdentifier.getInstance(function.getParameters()).getAlgorithm().getId());
  }

  @Override
  public void collect(Search search, boolean hidden) {
    for (UnlockedKey key : search.keys(name, hidden, this::decapsulates)) {
      KemAlgorithm kem = kem();
      KeyDerivationFunction derivation = derivation();
      KeyWrapping wrapping = KeyWrapping.of(info.getWrap());
      if (info.getKekLength() != wrapping.wrap().keyBytes()) {
        throw SmimeException.malformed("a recipient info names another length of key");
      }
      byte[] other = wrapping.encapsulationInfo(info.getUkm());
      search.add(
          new Candidate(
              key,
              display(),
              false,
              keyBytes ->
                  Step.ask(new Ask.Decapsulate(key.privateKey(), kem, info.getKemct().getOctets()))
                      .then(
                          secret ->
                              Step.ask(
                                  new Ask.DeriveKey(
                                      derivation, secret, null, other, wrapping.wrap().keyBytes())))
                      .then(
                          keyEncryptionKey ->
                              Step.ask(
                                  new Ask.UnwrapWithKey(
                                      wrapping.wrap(),
                                      keyEncryptionKey,
                                      info.getEncryptedKey().getOctets())))));
    }
  }

  /** A mechanism that is not known here may be for any key: that it is not known is told then. */
  private boolean decapsulates(PrivateKey key) {
    String oid = info.getKem().getAlgorithm().getId();
    for (KemAlgorithm each : KemAlgorithm.values()) {
      if (each.oid().equals(oid)) {
        return key.kind()
            == (each == KemAlgorithm.RSA_KEM ? PrivateKey.Kind.RSA : PrivateKey.Kind.ML_KEM);
      }
    }
    return !name.hidden();
  }
}

package dev.signet.engine.pkcs12;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.port.Step;
import java.math.BigInteger;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** A scheme of encryption by passphrase. */
sealed interface Scheme permits Scheme.Pbes2, OldScheme.Pbes1, OldScheme.Pkcs12 {
  ContentCipher cipher();

  /** The rounds, or what stands in their place. */
  BigInteger iterations();

  /** The key derivation's name for reports. */
  String kdf();

  /** Takes its work out of what one file may ask for. */
  void spend(Rounds rounds);

  /** The key out of the passphrase. */
  Step<DerivedKey> derive(Passphrase passphrase);

  /**
   * Whether it takes the passphrase as octets, for which there was no rule for long: then a MAC
   * that is right does not tell yet which octets were meant.
   */
  boolean takesOctets();

  /** PBES2 (RFC 8018 section 6.2). */
  record Pbes2(Kdf derivation, CipherParameters parameters) implements Scheme {
    @Override
    public ContentCipher cipher() {
      return parameters.cipher();
    }

    @Override
    public BigInteger iterations() {
      return derivation.iterations();
    }

    @Override
    public String kdf() {
      return derivation.display();
    }

    @Override
    public void spend(Rounds rounds) {
      derivation.spend(rounds);
    }

    @Override
    public boolean takesOctets() {
      return true;
    }

    @Override
    public Step<DerivedKey> derive(Passphrase passphrase) {
      return derivation
          .derive(passphrase.utf8(), parameters.keyBytes())
          .map(key -> new DerivedKey(key, parameters.iv()));
    }
  }

  /**
   * Reads the scheme's parameters.
   *
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID of the first part that the
   *     engine does not have; {@code DAMAGED_PKCS12}; {@code REFUSED_PARAMETERS}
   */
  static Scheme of(AlgorithmIdentifier algorithm) {
    return Faults.reading(
        () ->
            algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)
                ? pbes2(PBES2Parameters.getInstance(algorithm.getParameters()))
                : OldScheme.of(algorithm));
  }

  private static Scheme pbes2(PBES2Parameters parameters) {
    Kdf kdf = Kdf.of(algorithm(parameters.getKeyDerivationFunc()));
    return new Pbes2(
        kdf, CipherParameters.of(algorithm(parameters.getEncryptionScheme()), kdf.keyLength()));
  }

  private static AlgorithmIdentifier algorithm(org.bouncycastle.asn1.ASN1Object part) {
    return AlgorithmIdentifier.getInstance(part.toASN1Primitive());
  }
}

package dev.signet.engine.bc;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.KemAlgorithm;
import dev.signet.engine.bc.key.MlKemKeys;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.port.Ask;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPublicKeyParameters;

/** ML-KEM (FIPS 203). */
final class MlKem {
  private MlKem() {}

  static byte[] decapsulate(Ask.Decapsulate ask) {
    if (ask.key().kind() != PrivateKey.Kind.ML_KEM) {
      throw new SmimeException(ErrorCode.KEY_UNUSABLE, "this needs an ML-KEM key");
    }
    MLKEMPrivateKeyParameters key = MlKemKeys.of(ask.key());
    if (key.getParameters() != MlKemKeys.parameters(ask.kem())) {
      throw undecapsulated();
    }
    MLKEMExtractor extractor = new MLKEMExtractor(key);
    if (ask.ciphertext().length != extractor.getEncapsulationLength()) {
      throw undecapsulated();
    }
    return extractor.extractSecret(ask.ciphertext());
  }

  static Ask.Encapsulation encapsulate(Ask.Encapsulate ask, HostSecureRandom random) {
    SecretWithEncapsulation secret =
        new MLKEMGenerator(random).generateEncapsulated(publicKey(ask.publicKey(), ask.kem()));
    return new Ask.Encapsulation(secret.getEncapsulation(), secret.getSecret());
  }

  private static MLKEMPublicKeyParameters publicKey(byte[] publicKey, KemAlgorithm kem) {
    MLKEMParameters parameters = MlKemKeys.parameters(kem);
    try {
      SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(publicKey);
      if (info.getAlgorithm().getAlgorithm().getId().equals(kem.oid())
          && info.getAlgorithm().getParameters() == null) {
        // Refuses another length, and numbers that are not below the modulus (FIPS 203 section
        // 7.2).
        return new MLKEMPublicKeyParameters(parameters, info.getPublicKeyData().getOctets());
      }
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw unusable();
    }
    throw unusable();
  }

  private static SmimeException undecapsulated() {
    return SmimeException.malformed("the shared secret cannot be decapsulated");
  }

  private static SmimeException unusable() {
    return new SmimeException(
        ErrorCode.RECIPIENT_UNUSABLE, "the recipient's key cannot be encapsulated to");
  }
}

package dev.signet.conformance.wycheproof;

import dev.signet.conformance.Case;
import dev.signet.engine.algorithm.KemAlgorithm;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Step;
import dev.signet.testing.Keys;
import java.util.Arrays;
import java.util.Set;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPublicKeyParameters;

/** ML-KEM: keys, encapsulation, decapsulation. */
final class MlKemVectors {
  private static final int SECRET_BYTES = 32;

  private MlKemVectors() {}

  static Case decapsulateBySeed(Vector vector) {
    return decapsulate(vector, PublishedKeys.seed(kem(vector).oid(), vector.bytes("seed")));
  }

  static Case decapsulate(Vector vector) {
    return decapsulate(vector, PublishedKeys.expanded(kem(vector).oid(), vector.bytes("dk")));
  }

  private static Case decapsulate(Vector vector, byte[] pkcs8) {
    return vector.withKey(
        vector.expected(Vector.RIGHT, Vector.REFUSED, Vector.KEY_REFUSED),
        pkcs8,
        key ->
            Step.ask(new Ask.Decapsulate(key, kem(vector), vector.bytes("c")))
                .map(secret -> Vector.compared(vector.bytes("K"), secret)));
  }

  /**
   * The engine draws its own randomness, so the published ciphertext cannot come out: what is seen
   * is that a good key is taken and a bad one is not.
   */
  static Case encapsulate(Vector vector) {
    KemAlgorithm kem = kem(vector);
    byte[] key = PublishedKeys.publicKey(kem.oid(), vector.bytes("ek"));
    return vector.asking(
        vector.expected(Vector.RIGHT, "refused recipient-unusable"),
        () ->
            Step.ask(new Ask.Encapsulate(key, kem))
                .map(
                    made ->
                        made.ciphertext().length == vector.bytes("c").length
                                && made.secret().length == SECRET_BYTES
                            ? Vector.RIGHT
                            : Vector.WRONG));
  }

  /**
   * The key out of the seed and the published expanded key are the same: both open what was
   * encapsulated to the published public key.
   */
  static Case keyGeneration(Vector vector) {
    KemAlgorithm kem = kem(vector);
    MLKEMPublicKeyParameters publicKey =
        new MLKEMPublicKeyParameters(parameters(kem), vector.bytes("ek"));
    SecretWithEncapsulation made =
        MLKEMGenerator.internalGenerateEncapsulated(publicKey, new byte[SECRET_BYTES]);
    return vector.withKey(
        Set.of(Vector.RIGHT),
        PublishedKeys.seed(kem.oid(), vector.bytes("seed")),
        key -> {
          PrivateKey expanded =
              Keys.read(
                  PrivateKeyInfo.getInstance(
                      PublishedKeys.expanded(kem.oid(), vector.bytes("dk"))));
          return Step.both(
              Step.ask(new Ask.Decapsulate(key, kem, made.getEncapsulation())),
              Step.ask(new Ask.Decapsulate(expanded, kem, made.getEncapsulation())),
              (one, two) ->
                  Step.done(
                      Arrays.equals(one, two)
                          ? Vector.compared(made.getSecret(), one)
                          : Vector.WRONG));
        });
  }

  private static KemAlgorithm kem(Vector vector) {
    return KemAlgorithm.valueOf(vector.ofGroup("parameterSet").replace('-', '_'));
  }

  private static MLKEMParameters parameters(KemAlgorithm kem) {
    return switch (kem) {
      case ML_KEM_512 -> MLKEMParameters.ml_kem_512;
      case ML_KEM_768 -> MLKEMParameters.ml_kem_768;
      case ML_KEM_1024 -> MLKEMParameters.ml_kem_1024;
      default -> throw new IllegalArgumentException("not ML-KEM");
    };
  }
}

package dev.signet.conformance.wycheproof;

import dev.signet.conformance.Case;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.algorithm.SignatureScheme.Algorithm;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Step;
import java.util.Set;

/** Verification of signatures. */
final class SignatureVectors {
  private SignatureVectors() {}

  static Case rsa(Vector vector) {
    DigestAlgorithm digest = Vector.digest(vector.ofGroup("sha"));
    return verify(vector, new SignatureScheme(Algorithm.RSA_PKCS1, digest));
  }

  static Case pss(Vector vector) {
    DigestAlgorithm digest = Vector.digest(vector.ofGroup("sha"));
    String mgf = vector.ofGroup("mgf");
    // With SHAKE the mask is made by the function itself (RFC 8702 section 2.2).
    DigestAlgorithm mask = Vector.digest(mgf.equals("MGF1") ? vector.ofGroup("mgfSha") : mgf);
    int salt = vector.group().get("sLen").asInt();
    return verify(vector, new SignatureScheme(Algorithm.RSA_PSS, digest, mask, salt));
  }

  static Case ecdsa(Vector vector) {
    DigestAlgorithm digest = Vector.digest(vector.ofGroup("sha"));
    return verify(vector, new SignatureScheme(Algorithm.ECDSA, digest));
  }

  static Case eddsa(Vector vector) {
    boolean long448 = vector.file().startsWith("ed448");
    return verify(
        vector,
        long448
            ? new SignatureScheme(Algorithm.ED448, DigestAlgorithm.SHAKE256)
            : new SignatureScheme(Algorithm.ED25519, DigestAlgorithm.SHA512));
  }

  static Case mlDsa(Vector vector) {
    if (vector.has("ctx")) {
      return vector.notOffered("context");
    }
    return verify(vector, mlDsaScheme(vector));
  }

  /** Such as {@code ML-DSA-44}, which the file states. */
  static SignatureScheme mlDsaScheme(Vector vector) {
    String name = vector.whole().get("algorithm").asText();
    return new SignatureScheme(Algorithm.valueOf(name.replace('-', '_')), DigestAlgorithm.SHA512);
  }

  private static Case verify(Vector vector, SignatureScheme scheme) {
    byte[] key = vector.bytesOfGroup("publicKeyDer");
    Ask<Boolean> ask = new Ask.Verify(key, scheme, vector.bytes("msg"), vector.bytes("sig"));
    Set<String> expected = vector.expected(Vector.VERIFIES, Vector.DOES_NOT_VERIFY);
    return vector.asking(
        expected,
        () -> Step.ask(ask).map(right -> right ? Vector.VERIFIES : Vector.DOES_NOT_VERIFY));
  }
}

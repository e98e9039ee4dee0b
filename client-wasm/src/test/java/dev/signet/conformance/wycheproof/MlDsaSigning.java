package dev.signet.conformance.wycheproof;

import dev.signet.conformance.Case;
import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Step;
import java.util.Arrays;
import java.util.Set;

/**
 * ML-DSA signing. The published signatures are deterministic; whoever adds randomness (FIPS 204
 * section 3.4) makes others. So the signature is right when it is the published one, or verifies
 * under the published public key.
 */
final class MlDsaSigning {
  private MlDsaSigning() {}

  static Case of(Vector vector) {
    if (vector.has("ctx")) {
      return vector.notOffered("context");
    }
    if (!vector.has("msg")) {
      return vector.notOffered("message representative");
    }
    SignatureScheme scheme = SignatureVectors.mlDsaScheme(vector);
    Set<String> expected = vector.expected(Vector.RIGHT, Vector.KEY_REFUSED);
    return vector.withKey(
        expected,
        pkcs8(vector),
        key ->
            Step.ask(new Ask.Sign(key, scheme, vector.bytes("msg")))
                .then(signature -> judge(vector, scheme, signature)));
  }

  private static byte[] pkcs8(Vector vector) {
    // A key of a wrong length was published without such a structure.
    if (!vector.group().path("privateKeyPkcs8").asText().isEmpty()) {
      return vector.bytesOfGroup("privateKeyPkcs8");
    }
    return vector.group().has("privateSeed")
        ? PublishedKeys.seed(oid(vector), vector.bytesOfGroup("privateSeed"))
        : PublishedKeys.expanded(oid(vector), vector.bytesOfGroup("privateKey"));
  }

  private static String oid(Vector vector) {
    return switch (vector.whole().get("algorithm").asText()) {
      case "ML-DSA-44" -> "2.16.840.1.101.3.4.3.17";
      case "ML-DSA-65" -> "2.16.840.1.101.3.4.3.18";
      case "ML-DSA-87" -> "2.16.840.1.101.3.4.3.19";
      default -> throw new IllegalStateException("an unknown parameter set: " + vector);
    };
  }

  private static Step<String> judge(Vector vector, SignatureScheme scheme, byte[] signature) {
    if (Arrays.equals(vector.bytes("sig"), signature)) {
      return Step.done(Vector.RIGHT);
    }
    byte[] publicKey = PublishedKeys.publicKey(oid(vector), vector.bytesOfGroup("publicKey"));
    return Step.ask(new Ask.Verify(publicKey, scheme, vector.bytes("msg"), signature))
        .map(right -> right ? Vector.RIGHT : Vector.WRONG);
  }
}

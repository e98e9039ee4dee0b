package dev.signet.conformance.wycheproof;

import dev.signet.conformance.Case;
import dev.signet.engine.algorithm.KeyTransport;
import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.algorithm.SignatureScheme.Algorithm;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Step;
import java.util.Arrays;
import java.util.Set;

/** Private operations with RSA. */
final class RsaVectors {
  /** Another key of the length asked for, the same each time (implicit rejection). */
  private static final String SUBSTITUTE = "substitute";

  private RsaVectors() {}

  static Case sign(Vector vector) {
    SignatureScheme scheme =
        new SignatureScheme(Algorithm.RSA_PKCS1, Vector.digest(vector.ofGroup("sha")));
    // Acceptable are short keys and SHA-1: a deterministic signature is the same for all that.
    return vector.withKey(
        Set.of(Vector.RIGHT),
        vector.bytesOfGroup("privateKeyPkcs8"),
        key ->
            Step.ask(new Ask.Sign(key, scheme, vector.bytes("msg")))
                .map(signature -> Vector.compared(vector.bytes("sig"), signature)));
  }

  static Case decryptPkcs1(Vector vector) {
    byte[] message = vector.bytes("msg");
    // A content-encryption key is never shorter; a message of another length is a wrong one.
    int length = Math.max(message.length, 16);
    boolean taken = vector.valid() && length == message.length;
    return vector.withKey(
        Set.of(taken ? Vector.RIGHT : SUBSTITUTE),
        vector.bytesOfGroup("privateKeyPkcs8"),
        key -> {
          Ask<byte[]> ask =
              new Ask.UnwrapKey(key, new KeyTransport.Pkcs1(), vector.bytes("ct"), length);
          return Step.both(
              Step.ask(ask),
              Step.ask(ask),
              (one, two) -> Step.done(key(message, length, one, two)));
        });
  }

  private static String key(byte[] message, int length, byte[] one, byte[] two) {
    if (one.length != length || !Arrays.equals(one, two)) {
      return Vector.WRONG;
    }
    return Arrays.equals(message, one) ? Vector.RIGHT : SUBSTITUTE;
  }

  static Case decryptOaep(Vector vector) {
    byte[] message = vector.bytes("msg");
    KeyTransport oaep =
        new KeyTransport.Oaep(
            Vector.digest(vector.ofGroup("sha")),
            Vector.digest(vector.ofGroup("mgfSha")),
            vector.bytes("label"));
    return vector.withKey(
        vector.expected(Vector.RIGHT, Vector.REFUSED),
        vector.bytesOfGroup("privateKeyPkcs8"),
        key ->
            Step.ask(new Ask.UnwrapKey(key, oaep, vector.bytes("ct"), message.length))
                .map(answer -> Vector.compared(message, answer)));
  }
}

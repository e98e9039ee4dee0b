package dev.signet.conformance.wycheproof;

import dev.signet.conformance.Case;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.KeyDerivationFunction;
import dev.signet.engine.algorithm.KeyDerivationFunction.Kind;
import dev.signet.engine.heap.HeapBulk;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Step;
import java.util.Arrays;
import java.util.Set;

/** Message authentication and derivation of keys. */
final class DerivationVectors {
  /** What the engine refuses before it asks for it. */
  private static final int MOST_ROUNDS = 10_000_000;

  private DerivationVectors() {}

  static Case mac(Vector vector) {
    String algorithm = vector.whole().get("algorithm").asText();
    if (!algorithm.startsWith("HMAC")) {
      return vector.notOffered(algorithm);
    }
    int bytes = vector.group().get("tagSize").asInt() / 8;
    Ask<byte[]> ask =
        new Ask.Hmac(digest(algorithm), vector.bytes("key"), new HeapBulk(vector.bytes("msg")));
    return vector.asking(
        vector.expected(Vector.RIGHT, Vector.WRONG),
        () ->
            Step.ask(ask)
                .map(tag -> Vector.compared(vector.bytes("tag"), Arrays.copyOf(tag, bytes))));
  }

  static Case hkdf(Vector vector) {
    KeyDerivationFunction function =
        new KeyDerivationFunction(Kind.HKDF, digest(vector.whole().get("algorithm").asText()));
    Ask<byte[]> ask =
        new Ask.DeriveKey(
            function,
            vector.bytes("ikm"),
            vector.bytes("salt"),
            vector.bytes("info"),
            vector.number("size"));
    return vector.asking(
        vector.expected(Vector.RIGHT, Vector.REFUSED),
        () -> Step.ask(ask).map(key -> Vector.compared(vector.bytes("okm"), key)));
  }

  static Case pbkdf2(Vector vector) {
    int rounds = vector.number("iterationCount");
    if (rounds > MOST_ROUNDS) {
      return vector.notOffered(rounds + " rounds");
    }
    Ask<byte[]> ask =
        new Ask.Pbkdf2(
            digest(vector.whole().get("algorithm").asText()),
            vector.bytes("password"),
            vector.bytes("salt"),
            rounds,
            vector.number("dkLen"));
    return vector.asking(
        Set.of(Vector.RIGHT),
        () -> Step.ask(ask).map(key -> Vector.compared(vector.bytes("dk"), key)));
  }

  /** Of names such as {@code HMACSHA1}, {@code HKDF-SHA-256} and {@code PBKDF2-HMACSHA224}. */
  private static DigestAlgorithm digest(String algorithm) {
    return DigestAlgorithm.valueOf(algorithm.substring(algorithm.indexOf("SHA")).replace("-", ""));
  }
}

package dev.signet.conformance.wycheproof;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.conformance.Case;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.port.Step;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bouncycastle.util.encoders.Hex;

/** One of Wycheproof's tests, with its group and its file. */
record Vector(String file, JsonNode whole, JsonNode group, JsonNode test) {
  /** The answer is what was published. */
  static final String RIGHT = "right";

  /** There is an answer, and it is another one. */
  static final String WRONG = "wrong";

  /** Bad input was refused in the one way in which decryption and agreement fail. */
  static final String REFUSED = "refused malformed-message";

  /** A private key was refused when it was read. */
  static final String KEY_REFUSED = "key refused damaged-pkcs12";

  static final String VERIFIES = "verifies";
  static final String DOES_NOT_VERIFY = "does not verify";

  String kind() {
    return group.get("type").asText();
  }

  String name() {
    return test.get("tcId").asText();
  }

  String comment() {
    return test.path("comment").asText();
  }

  boolean valid() {
    return result().equals("valid");
  }

  /** {@code valid}, {@code invalid}, or {@code acceptable}: either is right. */
  String result() {
    return test.get("result").asText();
  }

  boolean has(String field) {
    return test.has(field);
  }

  byte[] bytes(String field) {
    return Hex.decode(text(field));
  }

  int number(String field) {
    return test.get(field).asInt();
  }

  String text(String field) {
    return test.get(field).asText();
  }

  String ofGroup(String field) {
    return group.get(field).asText();
  }

  byte[] bytesOfGroup(String field) {
    return Hex.decode(ofGroup(field));
  }

  static DigestAlgorithm digest(String name) {
    return DigestAlgorithm.valueOf(
        name.startsWith("SHA-512/") || name.startsWith("SHA3-")
            ? name.replace("SHA-512/", "SHA512_").replace("SHA3-", "SHA3_")
            : name.replace("-", ""));
  }

  static byte[] pem(String text) {
    return Base64.getMimeDecoder().decode(text.replaceAll("-----[^-]*-----", ""));
  }

  static String compared(byte[] published, byte[] answered) {
    return Arrays.equals(published, answered) ? RIGHT : WRONG;
  }

  /** What may come: the right answer, a refusal, or either. */
  Set<String> expected(String right, String... refusals) {
    return switch (result()) {
      case "valid" -> Set.of(right);
      case "invalid" -> Set.of(refusals);
      case "acceptable" -> {
        Set<String> either = new java.util.HashSet<>(Set.of(refusals));
        either.add(right);
        yield either;
      }
      default -> throw new IllegalStateException("an unknown result: " + result());
    };
  }

  Case asking(Set<String> expected, Supplier<Step<String>> operation) {
    return Case.asking(name(), comment(), expected, operation);
  }

  Case withKey(Set<String> expected, byte[] pkcs8, Function<PrivateKey, Step<String>> operation) {
    return Case.withKey(name(), comment(), expected, pkcs8, operation);
  }

  Case notOffered(String what) {
    return Case.notOffered(name(), comment(), what);
  }

  @Override
  public String toString() {
    return file + " " + name() + " of kind " + kind();
  }
}

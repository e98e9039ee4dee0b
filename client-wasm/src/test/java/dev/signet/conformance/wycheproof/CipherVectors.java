package dev.signet.conformance.wycheproof;

import dev.signet.conformance.Case;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.KeyWrap;
import dev.signet.engine.heap.HeapBulk;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Step;
import java.util.Set;
import org.bouncycastle.util.Arrays;

/** Ciphers for content and keys: what is valid must come out of both directions. */
final class CipherVectors {
  private static final int TAG_BYTES = 16;

  private CipherVectors() {}

  static Case cbc(Vector vector) {
    ContentCipher cipher = ContentCipher.valueOf("AES_" + vector.ofGroup("keySize") + "_CBC");
    byte[] key = vector.bytes("key");
    byte[] iv = vector.bytes("iv");
    return vector.asking(
        vector.expected(Vector.RIGHT, Vector.REFUSED),
        () ->
            bothWays(
                vector,
                Step.ask(new Ask.DecryptContent(cipher, key, iv, bulk(vector, "ct")))
                    .map(Bulk::read),
                () ->
                    Step.ask(new Ask.EncryptContent(cipher, key, iv, bulk(vector, "msg")))
                        .map(Bulk::read),
                vector.bytes("ct")));
  }

  static Case sealed(Vector vector) {
    ContentCipher cipher = sealing(vector);
    byte[] key = vector.bytes("key");
    byte[] nonce = vector.bytes("iv");
    byte[] associated = vector.bytes("aad");
    byte[] tag = vector.bytes("tag");
    Ask<Bulk> open = new Ask.OpenSealed(cipher, key, nonce, associated, bulk(vector, "ct"), tag);
    Ask<Bulk> seal = new Ask.Seal(cipher, key, nonce, associated, bulk(vector, "msg"));
    Set<String> expected = vector.expected(Vector.RIGHT, Vector.REFUSED);
    if (tag.length != TAG_BYTES) {
      // Read, but never written.
      return vector.asking(
          expected, () -> Step.ask(open).map(c -> Vector.compared(vector.bytes("msg"), c.read())));
    }
    return vector.asking(
        expected,
        () ->
            bothWays(
                vector,
                Step.ask(open).map(Bulk::read),
                () -> Step.ask(seal).map(Bulk::read),
                Arrays.concatenate(vector.bytes("ct"), tag)));
  }

  private static ContentCipher sealing(Vector vector) {
    String name = vector.whole().get("algorithm").asText();
    return name.equals("CHACHA20-POLY1305")
        ? ContentCipher.CHACHA20_POLY1305
        : ContentCipher.valueOf(
            "AES_"
                + vector.ofGroup("keySize")
                + name.substring(name.indexOf('-')).replace('-', '_'));
  }

  static Case keyWrap(Vector vector) {
    KeyWrap wrap = KeyWrap.valueOf("AES_" + vector.ofGroup("keySize"));
    byte[] key = vector.bytes("key");
    return vector.asking(
        vector.expected(Vector.RIGHT, Vector.REFUSED),
        () ->
            bothWays(
                vector,
                Step.ask(new Ask.UnwrapWithKey(wrap, key, vector.bytes("ct"))),
                () -> Step.ask(new Ask.WrapWithKey(wrap, key, vector.bytes("msg"))),
                vector.bytes("ct")));
  }

  static Case pbes2(Vector vector) {
    // Such as pbes2_hmacsha224_aes_192_test.
    String[] words = vector.file().split("_", -1);
    DigestAlgorithm prf = Vector.digest(words[1].substring(4).toUpperCase(java.util.Locale.ROOT));
    ContentCipher cipher = ContentCipher.valueOf("AES_" + words[3] + "_CBC");
    byte[] iv = vector.bytes("iv");
    Ask<byte[]> derive =
        new Ask.Pbkdf2(
            prf,
            vector.bytes("password"),
            vector.bytes("salt"),
            vector.number("iterationCount"),
            cipher.keyBytes());
    return vector.asking(
        vector.expected(Vector.RIGHT, Vector.REFUSED),
        () ->
            Step.ask(derive)
                .then(
                    key ->
                        bothWays(
                            vector,
                            Step.ask(new Ask.DecryptContent(cipher, key, iv, bulk(vector, "ct")))
                                .map(Bulk::read),
                            () ->
                                Step.ask(
                                        new Ask.EncryptContent(
                                            cipher, key, iv, bulk(vector, "msg")))
                                    .map(Bulk::read),
                            vector.bytes("ct"))));
  }

  private static Bulk bulk(Vector vector, String field) {
    return new HeapBulk(vector.bytes(field));
  }

  /** Decryption; and where that gives what was published, encryption of it. */
  private static Step<String> bothWays(
      Vector vector,
      Step<byte[]> decryption,
      java.util.function.Supplier<Step<byte[]>> encryption,
      byte[] ciphertext) {
    return decryption.then(
        message -> {
          if (!java.util.Arrays.equals(vector.bytes("msg"), message)) {
            return Step.done(Vector.WRONG);
          }
          return encryption.get().map(back -> Vector.compared(ciphertext, back));
        });
  }
}

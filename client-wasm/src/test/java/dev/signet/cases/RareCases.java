package dev.signet.cases;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.cases.EngineUnderTest.Opened;
import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import dev.signet.testing.OpenSsl;
import dev.signet.testing.Vectors;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail and keys whose algorithms hardly anybody uses: in Wasm they are a module of their own. */
@DisplayName("Rarely used algorithms")
public abstract class RareCases extends MessageCases {
  private static final String LEGACY = "-provider legacy -provider default";

  private Identity person(String name, String key) {
    return world.ca().issue(name, Leaf.rsa("alice@example.org").withKey(key));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A SignedData under the header of a mail. */
  private static byte[] opaque(byte[] cms) {
    ByteArrayOutputStream entity = new ByteArrayOutputStream();
    entity.writeBytes(
        ("Content-Type: application/pkcs7-mime; smime-type=signed-data\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n")
            .getBytes(US_ASCII));
    entity.writeBytes(Base64.getMimeEncoder().encode(cms));
    return Mail.fromAlice().of(entity.toByteArray());
  }

  private String signerStatus(Opened opened) {
    return opened.report().at("/signature/signers/0/status/code").asText();
  }

  @Nested
  @DisplayName("of encryption:")
  class Encryption {
    @ParameterizedTest
    @CsvSource({
      "-des-cbc, DES-CBC",
      "-camellia128, Camellia-128-CBC",
      "-camellia192, Camellia-192-CBC",
      "-camellia256, Camellia-256-CBC",
      "-seed-cbc, SEED-CBC",
      "-cast5-cbc, CAST5-CBC",
    })
    @DisplayName("what OpenSSL has encrypted opens to the octet")
    void opens(String option, String cipher) {
      byte[] mail = Mail.fromAlice().encryptedTo(world.bob(), (LEGACY + " " + option).split(" "));
      assertEquals(cipher, engine.open(mail).report().at("/encryption/contentCipher").asText());
      unlock(world.bob());
      Opened opened = engine.open(mail);
      assertEquals("decrypted", opened.code(), opened::toString);
      assertEquals(cipher, opened.report().at("/encryption/contentCipher").asText());
      assertArrayEquals(Mail.ENTITY, opened.content());
    }

    @Test
    @DisplayName("what was changed on the way fails, and the next message opens")
    void fails() {
      byte[] mail = Mail.fromAlice().encryptedTo(world.bob(), (LEGACY + " -seed-cbc").split(" "));
      unlock(world.bob());
      String text = new String(mail, ISO_8859_1);
      String body = text.substring(text.indexOf("\n\n") + 2);
      byte[] cms = Base64.getMimeDecoder().decode(body);
      // The last block: with it the padding.
      cms[cms.length - 3] ^= 1;
      String changed =
          text.substring(0, text.indexOf("\n\n") + 2) + Base64.getMimeEncoder().encodeToString(cms);
      Opened opened = engine.open(changed.getBytes(ISO_8859_1));
      assertFalse(opened.colour().equals("green"), opened::toString);
      assertFalse(java.util.Arrays.equals(Mail.ENTITY, opened.content()));
      assertEquals("decrypted", engine.open(mail).code());
    }
  }

  @Nested
  @DisplayName("of signatures:")
  class Signatures {
    @Test
    @DisplayName("DSA as OpenSSL makes it is verified, and what was changed is not")
    void dsa() {
      Identity signer = person("dsasigner", "DSA:2048");
      byte[] mail = Mail.fromAlice().signedBy(signer, "-binary", "-md", "sha256");
      Opened opened = verdict("verified-revocation-off", "green", mail);
      assertArrayEquals(Mail.ENTITY, opened.content());
      assertEquals("tampered", engine.open(Mail.changed(mail, "Köln", "Bonn!")).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.4.bin"})
    @DisplayName("the DSA examples of RFC 4134 are right, over SHA-1 and therefore weak")
    void rfc4134(String name) {
      byte[] cms = read(Vectors.folder("rfc4134").resolve(name));
      Opened opened = engine.open(opaque(cms));
      assertEquals("weak-algorithm", opened.code(), opened::toString);
    }

    static Stream<String> slhDsa() throws IOException {
      try (Stream<Path> files = Files.list(Vectors.folder("pqc-cms").resolve("bc"))) {
        return files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.startsWith("slh-dsa-") && !name.contains("-with-"))
            .sorted()
            .toList()
            .stream();
      }
    }

    @Test
    @DisplayName("SLH-DSA: every published SignedData is right, and wrong when it was changed")
    void published() throws IOException {
      List<String> names = slhDsa().toList();
      assertEquals(12, names.size());
      for (String name : names) {
        byte[] cms = read(Vectors.folder("pqc-cms").resolve("bc").resolve(name));
        Opened right = engine.open(opaque(cms));
        assertEquals("untrusted", signerStatus(right), () -> name + " " + right);
        cms[cms.length - 100] ^= 1;
        Opened wrong = engine.open(opaque(cms));
        assertEquals("tampered", signerStatus(wrong), () -> name + " " + wrong);
      }
    }
  }

  @Nested
  @DisplayName("of keys:")
  class Keys {
    @Test
    @DisplayName("an Ed448 key of OpenSSL's unlocks, signs, and its signature is verified")
    void ed448() {
      JsonNode key = unlocked(person("ed448", "ED448"));
      assertTrue(key.get("canSign").asBoolean());
      assertFalse(key.get("canDecrypt").asBoolean());
      for (boolean opaque : new boolean[] {false, true}) {
        byte[] mail =
            engine.sign(Mail.fromAlice().of(Mail.ENTITY), key.get("id").asText(), opaque, null);
        Opened opened = verdict("verified-revocation-off", "green", mail);
        assertEquals("Ed448", opened.report().at("/signature/signers/0/algorithm").asText());
      }
    }

    @Test
    @DisplayName("an X448 key of OpenSSL's unlocks and decrypts; it is kept under a new passphrase")
    void x448() throws IOException {
      byte[] first = x448File();
      JsonNode key = engine.unlock(first, World.PASSPHRASE).get(0);
      assertTrue(key.get("canDecrypt").asBoolean());
      assertFalse(key.get("canSign").asBoolean());
      byte[] p12 = engine.reprotectPkcs12(first, World.PASSPHRASE, "another one");
      engine.lock();
      assertTrue(engine.unlock(p12, "another one").get(0).get("canDecrypt").asBoolean());
    }

    /** No request can be signed with such a key: the certificate takes the place of another's. */
    private byte[] x448File() throws IOException {
      Path folder = world.folder();
      OpenSsl.run(folder, "genpkey", "-algorithm", "X448", "-out", "x448.key");
      OpenSsl.run(folder, "pkey", "-in", "x448.key", "-pubout", "-out", "x448.pub");
      String request = "req -new -key " + world.alice().key() + " -subj /CN=x448 -out x448.csr";
      OpenSsl.run(folder, request.split(" "));
      String issue =
          "x509 -req -in x448.csr -force_pubkey x448.pub -CA Anchor.pem -CAkey Anchor.key"
              + " -set_serial 448 -days 10 -out x448.pem";
      OpenSsl.run(folder, issue.split(" "));
      Files.writeString(folder.resolve("x448.pass"), World.PASSPHRASE);
      String export = "pkcs12 -export -inkey x448.key -in x448.pem -out x448.p12";
      OpenSsl.run(folder, (export + " -passout file:x448.pass").split(" "));
      return read(folder.resolve("x448.p12"));
    }

    private JsonNode unlocked(Identity person) {
      JsonNode keys = engine.unlock(person.p12(World.PASSPHRASE), World.PASSPHRASE);
      assertEquals(1, keys.size());
      return keys.get(0);
    }
  }
}

package dev.signet.e2e.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cases.EngineUnderTest;
import dev.signet.cases.EngineUnderTest.Opened;
import dev.signet.testing.Vectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Mail that others have published, with the result that they state, where the browser's own crypto
 * takes part; by itself the engine is put to it by {@link dev.signet.conformance}.
 */
@Order(13)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A published message")
final class WasmVectorTest {
  private final EngineUnderTest.Factory engines = BrowserEngine.factory();

  private static byte[] read(String folder, String name) {
    try {
      return Files.readAllBytes(Vectors.folder(folder).resolve(name));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] crlf(byte[] text) {
    return new String(text, ISO_8859_1)
        .replace("\r\n", "\n")
        .replace("\n", "\r\n")
        .getBytes(ISO_8859_1);
  }

  @ParameterizedTest
  @CsvSource({
    "smime-enc+legacy-disp, decrypted, smime-enc+legacy-disp.inner",
    "smime-sign+enc, verified-revocation-off, smime-sign+enc.inner.inner",
    "smime-sign+enc+legacy-disp, verified-revocation-off, smime-sign+enc+legacy-disp.inner.inner",
    "smime-onepart-signed, verified-revocation-off, smime-onepart-signed.inner",
    "smime-multipart-signed, verified-revocation-off,",
  })
  @DisplayName("with protected header fields opens to its inner part")
  void protectedHeaders(String name, String code, String inner) {
    String folder = "protected-headers";
    String pem = new String(read(folder, "bob.p12"), ISO_8859_1);
    byte[] p12 = Base64.getMimeDecoder().decode(pem.replaceAll("-----[^-]*-----", ""));
    try (EngineUnderTest engine = engines.create(List.of(read(folder, "ca.crt")), true)) {
      // The README of the vectors says "bob"; what the file was made with is the empty passphrase.
      engine.unlock(p12, "");
      long at = Instant.parse("2019-11-28T00:00:00Z").toEpochMilli();
      Opened opened = engine.open(read(folder, name + ".eml"), at);
      assertEquals(code, opened.code());
      if (inner != null) {
        assertArrayEquals(crlf(read(folder, inner)), crlf(opened.content()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "validator.validMail.eml", "validator.expired.eml", "validator.keyUsage.eml",
        "validator.longValidity.eml", "validator.noEmail.eml", "validator.notYetValid.eml",
        "validator.revoked.eml", "validator.shortKey.eml", "validator.extKeyUsage.eml",
        "multi-alternative.eml", "circular.eml",
      })
  @DisplayName("with a right signature over SHA-1 is weak, not tampered")
  void oldSignatures(String name) {
    byte[] root = read("mail-bouncycastle", "validator.root.crt");
    try (EngineUnderTest engine = engines.create(List.of(root), true)) {
      assertEquals("weak-algorithm", engine.open(read("mail-bouncycastle", name)).code());
    }
  }

  @Test
  @DisplayName("with RSA-PSS and a long salt verifies; its certificate is signed over SHA-1")
  void pss() {
    String name = "openssl-signed-sha256-non-default-salt-length.eml";
    try (EngineUnderTest engine = engines.create(List.of(), true)) {
      byte[] mail = read("mail-bouncycastle", name);
      Opened opened = engine.open(mail);
      assertEquals("weak-algorithm", opened.code());
      assertEquals("RSA-PSS", opened.report().at("/signature/signers/0/algorithm").asText());
      assertEquals("SHA-256", opened.report().at("/signature/signers/0/digest").asText());
      assertTrue(opened.report().at("/signature/signers/0/capabilities").size() > 3);
    }
  }

  @Test
  @DisplayName("key file of RFC 9216 opens")
  void sampleKeys() throws IOException {
    Path folder = Vectors.folder("rfc9216");
    try (EngineUnderTest engine = engines.create(List.of(), true)) {
      for (String person : List.of("alice", "bob")) {
        byte[] p12 = Files.readAllBytes(folder.resolve(person + ".p12"));
        if (p12[0] == '-') {
          String pem = new String(p12, ISO_8859_1);
          p12 = Base64.getMimeDecoder().decode(pem.replaceAll("-----[^-]*-----", ""));
        }
        assertEquals(2, engine.unlock(p12, person).size(), person);
      }
    }
  }
}

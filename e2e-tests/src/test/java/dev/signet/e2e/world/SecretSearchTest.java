package dev.signet.e2e.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search that the secrecy of the whole run is judged by can find what it looks for. */
@DisplayName("The search for secrets")
final class SecretSearchTest {
  private static final String PASSPHRASE = "correct horse battery+staple/7";
  private static final byte[] NOISE = new byte[100_000];

  static {
    new Random(1).nextBytes(NOISE);
  }

  private final SecretSearch search =
      new SecretSearch(List.of(Secret.text("passphrase", PASSPHRASE)));

  @Test
  @DisplayName("finds nothing in noise")
  void noise() {
    assertEquals(List.of(), List.copyOf(search.in(NOISE)));
  }

  @Test
  @DisplayName("finds every spelling, wherever it stands")
  void spellings() throws IOException {
    for (var spelling : Spelling.of(PASSPHRASE.getBytes(StandardCharsets.UTF_8)).entrySet()) {
      byte[] haystack = within(NOISE, spelling.getValue());
      String name = "passphrase (" + spelling.getKey() + ")";
      assertTrue(search.in(haystack).contains(name), name);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  @DisplayName("finds base64 whatever precedes it")
  void base64(int before) {
    byte[] text = ("x".repeat(before) + PASSPHRASE + "tail").getBytes(StandardCharsets.UTF_8);
    assertFalse(search.in(Base64.getEncoder().encode(text)).isEmpty());
    assertFalse(search.in(Base64.getUrlEncoder().encode(text)).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC"})
  @DisplayName("finds a private key in PKCS#8, as DER, PEM and PEM within JSON")
  void keys(String algorithm) throws NoSuchAlgorithmException {
    PrivateKey key = KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPrivate();
    SecretSearch keys = new SecretSearch(Secret.of("key", key));
    String pem = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    assertFalse(keys.in(key.getEncoded()).isEmpty());
    assertFalse(keys.in(pem.getBytes(StandardCharsets.US_ASCII)).isEmpty());
    assertFalse(keys.in(pem.replace("\n", "\\n").getBytes(StandardCharsets.US_ASCII)).isEmpty());
    assertTrue(keys.in(NOISE).isEmpty());
  }

  @Test
  @DisplayName("names the file in which something was found")
  void files(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("a/b"));
    Files.write(folder.resolve("a/clean"), NOISE);
    Files.write(
        folder.resolve("a/b/leak"), within(NOISE, PASSPHRASE.getBytes(StandardCharsets.UTF_8)));
    var found = search.below(folder);
    assertTrue(found.contains("a/b/leak: passphrase (raw)"), found.toString());
    assertTrue(found.stream().allMatch(line -> line.startsWith("a/b/leak")), found.toString());
  }

  private static byte[] within(byte[] noise, byte[] needle) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(noise);
    out.write(needle);
    out.write(noise);
    return out.toByteArray();
  }
}

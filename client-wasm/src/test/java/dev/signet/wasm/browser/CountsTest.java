package dev.signet.wasm.browser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cases.EngineUnderTest.Opened;
import dev.signet.cases.Mail;
import dev.signet.cases.World;
import dev.signet.wasm.browser.WasmPage.HostKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Counts in place of times: they are the same on every machine, and grow where a copy is made more.
 */
@Tag("wasm")
@DisplayName("How often the octets of a large mail are gone through")
class CountsTest {
  /** What structures, certificates, keys and reports may take, whatever the content's length. */
  private static final long STRUCTURE = 96 << 10;

  private final World world = World.get();
  private final WasmPage page = SharedPage.get();
  private final byte[] entity = entity();
  private WasmEngine engine;
  private String key;

  private static byte[] entity() {
    String line =
        "A line of seventy-eight octets, the line end among them, for a mail of a MB..\r\n";
    return ("Content-Type: text/plain\r\n\r\n" + line.repeat((1 << 20) / line.length()))
        .getBytes(StandardCharsets.US_ASCII);
  }

  @BeforeEach
  void start() {
    engine = new WasmEngine(page, HostKind.WEB_CRYPTO, List.of(world.ca().certificateDer()), true);
    key = engine.unlock(world.alice().p12(World.PASSPHRASE), World.PASSPHRASE).at("/0/id").asText();
    page.counts();
  }

  private void assertCounts(Map<String, Double> times, Map<String, Long> counts) {
    counts.forEach(
        (name, octets) -> {
          double most = times.getOrDefault(name, 0.0) * entity.length + STRUCTURE;
          assertTrue(octets <= most, name + " went through " + octets + ", not " + most);
        });
  }

  @Test
  @DisplayName("verifying: hashed once, looked at once for line ends, and copied not at all")
  void verifies() {
    byte[] mail = Mail.fromAlice().of(Mail.fromAlice().signed(entity, world.alice(), "-binary"));
    page.counts();
    Opened opened = engine.open(mail);
    Map<String, Long> counts = page.counts();
    assertEquals("green", opened.colour());
    assertCounts(Map.of("digest", 1.0, "canonicalLineEnds", 1.0), counts);
  }

  @Test
  @DisplayName("decrypting and verifying: decoded once, decrypted once, hashed once")
  void decryptsAndVerifies() {
    byte[] signed = Mail.fromAlice().signed(entity, world.alice(), "-binary");
    byte[] mail =
        Mail.fromAlice().of(Mail.fromAlice().encrypted(signed, world.alice(), "-aes-256-cbc"));
    page.counts();
    Opened opened = engine.open(mail);
    Map<String, Long> counts = page.counts();
    assertEquals("green", opened.colour());
    assertArrayEquals(entity, opened.content());
    assertCounts(
        Map.of(
            "decodeBase64", 1.4,
            "decryptContent", 1.0,
            "digest", 1.0,
            "canonicalLineEnds", 1.0),
        counts);
  }

  @Test
  @DisplayName("signing and encrypting: hashed once, encrypted once, encoded once")
  void signsAndEncrypts() {
    byte[] mail = Mail.fromAlice().of(entity);
    page.counts();
    byte[] made = engine.signAndEncrypt(mail, key, List.of(world.alice().certificateDer()));
    Map<String, Long> counts = page.counts();
    assertEquals("green", engine.open(made).colour());
    assertCounts(
        Map.of(
            "canonicalLineEnds", 2.0,
            "digest", 1.0,
            "encryptContent", 1.0,
            "encodeBase64", 1.05,
            // The signed entity, the signed mail, and one layer of DER after the other.
            "concat", 5.6,
            // The same, and the two times that its lines are looked at.
            "copied", 7.7),
        counts);
  }
}

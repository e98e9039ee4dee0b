package dev.signet.wasm.browser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cases.EngineUnderTest.EngineError;
import dev.signet.cases.EngineUnderTest.Opened;
import dev.signet.cases.World;
import dev.signet.testing.Identity;
import dev.signet.wasm.browser.WasmPage.HostKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("wasm")
@DisplayName("The built module, under the strict policy")
class BuiltModuleTest {
  private static final Pattern CODE_FROM_TEXT =
      Pattern.compile("\\beval\\s*\\(|\\bFunction\\s*\\(|set(?:Timeout|Interval)\\s*\\(\\s*['\"`]");

  private final World world = World.get();
  private final WasmPage page = SharedPage.get();

  private WasmEngine engine(HostKind host) {
    return new WasmEngine(page, host, List.of(world.ca().certificateDer()), true);
  }

  private static String header() {
    return "From: alice@example.org\r\nDate: "
        + RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC))
        + "\r\n";
  }

  @AfterEach
  void breaksNoRule() {
    assertEquals(List.of(), page.violations());
  }

  @ParameterizedTest
  @EnumSource(names = {"WEB_CRYPTO", "MEMORY_ONLY", "DECLINING"})
  @DisplayName("loads, and unlocks, makes and opens mail, whatever the host can do")
  void works(HostKind host) {
    WasmEngine engine = engine(host);
    Identity alice = world.alice();
    String key = engine.unlock(alice.p12(World.PASSPHRASE), World.PASSPHRASE).at("/0/id").asText();
    byte[] mail = (header() + "Content-Type: text/plain\r\n\r\nHello.\r\n").getBytes(US_ASCII);
    Opened opened = engine.open(engine.signAndEncrypt(mail, key, List.of(alice.certificateDer())));
    assertEquals("green verified-revocation-off", opened.colour() + " " + opened.code());
    assertTrue(new String(opened.content(), ISO_8859_1).endsWith("\r\n\r\nHello.\r\n"));
  }

  @Test
  @DisplayName("is served without a word that makes code out of text")
  void servesNoEval() throws IOException {
    engine(HostKind.WEB_CRYPTO);
    List<Path> scripts = new ArrayList<>();
    for (Path file : page.served()) {
      if (file.toString().endsWith(".js")) {
        scripts.add(file);
        assertFalse(CODE_FROM_TEXT.matcher(Files.readString(file, UTF_8)).find(), file::toString);
      }
    }
    assertTrue(scripts.size() >= 5, scripts::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing.wasm", "text.wasm", "page.js"})
  @DisplayName("that does not arrive, or cannot be compiled here, makes the engine unavailable")
  void unavailable(String file) {
    assertEquals("engine-unavailable", page.startWith(file).code());
    assertEquals("0.1.0", page.start(HostKind.WEB_CRYPTO));
  }

  @Test
  @DisplayName("takes content that is far larger than the window, to the octet")
  void crossesWhole() {
    WasmEngine engine = engine(HostKind.WEB_CRYPTO);
    Identity alice = world.alice();
    String key = engine.unlock(alice.p12(World.PASSPHRASE), World.PASSPHRASE).at("/0/id").asText();
    StringBuilder text = new StringBuilder("Content-Type: text/plain\r\n\r\n");
    for (int line = 0; text.length() < 1_000_000; line++) {
      text.append("line ").append(line).append("\r\n");
    }
    byte[] entity = text.toString().getBytes(US_ASCII);
    byte[] mail = (header() + text).getBytes(US_ASCII);
    for (boolean opaque : new boolean[] {false, true}) {
      Opened opened = engine.open(engine.sign(mail, key, opaque, null));
      assertEquals("green", opened.colour(), opened::toString);
      assertArrayEquals(entity, opened.content());
    }
  }

  @Test
  @DisplayName("passes text of every kind both ways")
  void crossesText() {
    WasmEngine engine = engine(HostKind.WEB_CRYPTO);
    // Longer than the window, and beyond the first plane.
    String odd = "\u0000\uD83D\uDD12é\uD800" + "€".repeat(100_000);
    EngineError error =
        assertThrows(
            EngineError.class,
            () -> engine.sign("X: y\r\n\r\n".getBytes(US_ASCII), odd, false, null));
    assertEquals("key-locked", error.code());
  }

  @Test
  @DisplayName("refuses to make anything without randomness, and still opens")
  void withoutRandomness() {
    WasmEngine engine = engine(HostKind.WITHOUT_RANDOMNESS);
    EngineError error =
        assertThrows(
            EngineError.class,
            () ->
                engine.encrypt(
                    "X: y\r\n\r\nz\r\n".getBytes(US_ASCII),
                    List.of(world.alice().certificateDer()),
                    null));
    assertEquals("no-randomness", error.code());
    assertEquals(
        "alice@example.org",
        engine.readCertificates(world.alice().certificateDer()).at("/0/emailAddresses/0").asText());
  }

  @Test
  @DisplayName("survives a host that fails, and the next call works")
  void brokenHost() {
    WasmEngine engine = engine(HostKind.BROKEN);
    for (int i = 0; i < 3; i++) {
      EngineError error =
          assertThrows(
              EngineError.class,
              () ->
                  engine.encrypt(
                      "X: y\r\n\r\nz\r\n".getBytes(US_ASCII),
                      List.of(world.alice().certificateDer()),
                      null));
      assertEquals("internal-error", error.code());
    }
    assertEquals(
        "alice@example.org",
        engine.readCertificates(world.alice().certificateDer()).at("/0/emailAddresses/0").asText());
  }

  @Test
  @DisplayName("ends when the caller gives up")
  void givesUp() {
    WasmEngine engine = engine(HostKind.GIVING_UP);
    EngineError error =
        assertThrows(
            EngineError.class,
            () ->
                engine.encrypt(
                    "X: y\r\n\r\nz\r\n".getBytes(US_ASCII),
                    List.of(world.alice().certificateDer()),
                    null));
    assertEquals("aborted", error.code());
  }
}

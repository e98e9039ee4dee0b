package dev.signet.wasm.browser;

import static dev.signet.wasm.browser.WasmPage.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.cases.World;
import dev.signet.testing.Identity;
import dev.signet.wasm.browser.WasmPage.HostKind;
import dev.signet.wasm.browser.WasmPage.Result;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The module as it is served, under the strict policy, with hosts good and bad. */
@Tag("wasm")
class BuiltModuleTest {
  private static WasmPage page;

  private final World world = World.get();

  @BeforeAll
  static void open() throws IOException {
    page = new WasmPage();
  }

  @AfterAll
  static void close() {
    page.close();
  }

  private void start(HostKind host) {
    assertEquals("0.1.0", page.start(host));
    Map<String, Object> settings = new HashMap<>();
    settings.put("trustAnchors", List.of(bytes(world.ca().certificateDer())));
    settings.put("revocationOff", true);
    settings.put("contentCipher", "auto");
    settings.put("digest", "sha-256");
    settings.put("asciiPassphrases", true);
    settings.put("minimumRsaBits", 2048);
    assertNull(page.perform("configure", settings).refusal());
  }

  private static JsonNode json(Result result) throws IOException {
    assertNull(result.refusal(), () -> "refused: " + result.refusal());
    return new ObjectMapper().readTree(result.report());
  }

  @Test
  void breaksNoRuleOfThePolicy() {
    start(HostKind.WEB_CRYPTO);
    assertEquals(List.of(), page.violations());
  }

  @ParameterizedTest
  @EnumSource(names = {"WEB_CRYPTO", "MEMORY_ONLY", "DECLINING"})
  void readsACertificate(HostKind host) throws IOException {
    start(host);
    Identity alice = world.alice();
    JsonNode read =
        json(
            page.perform(
                "readCertificates",
                Map.of("operation", 1, "bytes", bytes(alice.certificateDer()))));
    assertEquals("alice@example.org", read.at("/0/emailAddresses/0").asText());
    JsonNode checked =
        json(
            page.perform(
                "checkCertificate",
                Map.of(
                    "operation",
                    2,
                    "certificate",
                    bytes(alice.certificateDer()),
                    "at",
                    System.currentTimeMillis(),
                    "intermediates",
                    List.of())));
    assertTrue(checked.at("/trusted").asBoolean(), checked::toString);
  }
}

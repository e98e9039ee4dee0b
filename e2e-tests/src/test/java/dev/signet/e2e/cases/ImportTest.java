package dev.signet.e2e.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.browser.SettingsPage;
import dev.signet.e2e.browser.SettingsPage.Outcome;
import dev.signet.e2e.browser.WebApp;
import dev.signet.e2e.stage.Stage;
import dev.signet.e2e.world.Person;
import dev.signet.e2e.world.World;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@DisplayName("Importing a .p12")
@Order(30)
final class ImportTest {
  private final Stage stage = Stage.get();
  private final World world = stage.world();
  private final Person alice = world.alice();
  private WebApp app;
  private SettingsPage settings;

  @BeforeEach
  void empty() {
    app = stage.appOf(alice);
    settings = app.settings();
    settings.awaitListed();
    settings.removeAllKeys();
    again();
  }

  @Test
  @DisplayName("made by OpenSSL succeeds, and its key can be unlocked")
  void byOpenSsl() {
    imports(alice.p12(), alice.passphrase());
    unlocks(alice.passphrase());
  }

  @Test
  @DisplayName("made by OpenSSL with the old protection succeeds")
  void old() {
    imports(alice.oldP12(), alice.passphrase());
    unlocks(alice.passphrase());
  }

  @Test
  @DisplayName("made by NSS succeeds")
  void byNss() {
    imports(stage.nss().p12(alice), alice.passphrase());
    unlocks(alice.passphrase());
  }

  @Test
  @DisplayName("with an EC key succeeds")
  void ec() {
    imports(world.carol().p12(), world.carol().passphrase());
    unlocks(world.carol().passphrase());
  }

  @Test
  @DisplayName("with a wrong passphrase says that it is unable to decrypt, and stores nothing")
  void wrongPassphrase() {
    Outcome outcome = settings.importP12(file(alice.p12()), world.passphrase("nobody"));
    assertEquals("failure", outcome.outcome());
    assertEquals("wrong-passphrase", outcome.code());
    assertTrue(outcome.text().contains("Unable to decrypt"), outcome.text());
    assertEquals("[]", app.fetch("GET", "/api/keys").get("text"));
    again();
    imports(alice.p12(), alice.passphrase());
  }

  @Test
  @DisplayName("that is garbage, cut off or empty names what it is, and the next import works")
  void garbage() {
    byte[] whole = alice.p12();
    refused(
        "not-pkcs12",
        "This is a letter, not a key.".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    refused("not-pkcs12", new byte[0]);
    refusedAsDamaged(Arrays.copyOf(whole, whole.length / 2));
    imports(whole, alice.passphrase());
  }

  private void refused(String code, byte[] content) {
    Outcome outcome = settings.importP12(file(content), alice.passphrase());
    assertEquals("failure", outcome.outcome());
    assertEquals(code, outcome.code(), outcome.text());
    again();
  }

  private void refusedAsDamaged(byte[] content) {
    Outcome outcome = settings.importP12(file(content), alice.passphrase());
    assertEquals("failure", outcome.outcome());
    assertTrue(outcome.code().matches("damaged-pkcs12|not-pkcs12"), outcome.toString());
    again();
  }

  private void imports(byte[] p12, String passphrase) {
    Outcome outcome = settings.importP12(file(p12), passphrase);
    assertEquals("success", outcome.outcome(), outcome.toString());
    assertFalse(outcome.text().isBlank());
    settings.awaitKeys(1);
  }

  private void unlocks(String passphrase) {
    app.load();
    settings = app.settings();
    settings.awaitKeys(1);
    assertEquals(0, app.unlocked());
    settings.unlockFirst();
    app.passphrase(passphrase);
    app.page().await("unlocked-keys");
    assertEquals(1, app.unlocked());
    app.lock();
    assertEquals(0, app.unlocked());
  }

  /** A page that does not yet speak of an import. */
  private void again() {
    app.load();
    settings = app.settings();
    settings.awaitListed();
  }

  private Path file(byte[] content) {
    return world.file("import.p12", content);
  }
}

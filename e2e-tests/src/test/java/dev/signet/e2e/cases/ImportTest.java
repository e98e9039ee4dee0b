package dev.signet.e2e.cases;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.browser.SettingsPage.Outcome;
import dev.signet.e2e.browser.WebApp;
import dev.signet.e2e.world.Person;
import dev.signet.testing.Leaf;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

@DisplayName("Importing a .p12")
@Order(30)
final class ImportTest extends KeyFileCase {
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
  @DisplayName("with weak protection stores it with today's, which OpenSSL reads, unless declined")
  void weak() {
    byte[] old = alice.oldP12();
    imports(old, alice.passphrase());
    byte[] stored = download();
    assertFalse(Arrays.equals(old, stored), "stored as it was");
    String protection = stage.openssl().protection(stored, alice.passphrase());
    assertTrue(protection.contains("PBES2"), protection);
    assertFalse(protection.contains("RC2"), protection);
    settings.removeAllKeys();
    again();

    WebApp.choose(app.page().present("import-file"), file(old));
    WebElement box = app.page().await("import-reprotect");
    assertTrue(box.isSelected());
    look("settings-import-weak");
    box.click();
    app.page().type("import-passphrase", alice.passphrase());
    assertEquals("success", settings.uploadAnyway().outcome());
    settings.awaitKeys(1);
    assertArrayEquals(old, download());
  }

  @Test
  @DisplayName("that has expired, is not valid yet or not for mail says so, and can go on")
  void findings() {
    Leaf leaf = Leaf.rsa("alice@example.org");
    Instant later = Instant.now().plus(10, ChronoUnit.DAYS);
    goesOn("expired", leaf.expired());
    goesOn("not-yet-valid", leaf.withValidity(later, later.plus(10, ChronoUnit.DAYS)));
    goesOn("no-mail-purpose", leaf.withPurpose("serverAuth"));
    goesOn("no-address", Leaf.rsa());
  }

  private void goesOn(String code, Leaf leaf) {
    Person person = new Person(code, "", world.authority().issue(code, leaf), alice.passphrase());
    settings.offerP12(file(person.p12()), alice.passphrase(), "import-findings");
    assertEquals(code, app.page().await("import-finding").getDomAttribute("data-code"));
    assertFalse(app.page().text("import-finding").isBlank());
    look("settings-import-" + code);
    assertEquals("success", settings.uploadAnyway().outcome());
    again();
    settings.removeAllKeys();
    again();
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
}

package dev.signet.e2e.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@DisplayName("Passphrases")
@Order(32)
final class PassphraseTest extends KeyFileCase {
  @Test
  @DisplayName("that break the policy are replaced when a file is imported")
  void otherPassphrase() {
    String umlauts = world.passphrase("umlauts") + " für 10 €";
    String better = world.passphrase("better");
    settings.offerP12(file(stage.openssl().p12(alice, umlauts)), umlauts, "import-replace");
    assertEquals("[]", app.fetch("GET", "/api/keys").get("text"));
    settings.newPassphrase("grün", "grün");
    String fault = app.page().text("new-passphrase-fault");
    assertTrue(fault.contains("ü") && fault.contains("3"), fault);
    look("settings-import-passphrase");
    app.page().click("import-upload");
    assertFalse(app.page().has("import-message"));
    settings.newPassphrase(better, better + "x");
    app.page().click("import-upload");
    app.page().await("new-passphrase-differs");
    settings.newPassphrase(better, better);
    assertEquals("success", settings.uploadAnyway().outcome());
    settings.awaitKeys(1);
    assertTrue(stage.openssl().opensP12(download(), better));
    unlocks(better);
  }

  @Test
  @DisplayName("can be changed: the old one must be right, the new one typed twice")
  void change() {
    String next = world.passphrase("next");
    imports(alice.p12(), alice.passphrase());
    settings.changePassphrase(world.passphrase("nobody"), next, next);
    assertEquals("wrong-passphrase", app.page().await("change-error").getDomAttribute("data-code"));
    settings.changePassphrase(alice.passphrase(), next, next + "x");
    app.page().await("new-passphrase-differs");
    assertEquals("0", strength("password"));
    assertEquals("4", strength("gravel lantern oxide thirsty comet"));
    look("settings-change-passphrase");
    settings.changePassphrase(alice.passphrase(), next, next);
    app.page().awaitGone("change-dialog");
    byte[] stored = download();
    assertTrue(stage.openssl().opensP12(stored, next));
    assertFalse(stage.openssl().opensP12(stored, alice.passphrase()));
    unlocks(next);
  }

  private String strength(String passphrase) {
    app.page().type("new-passphrase", passphrase);
    return app.page()
        .until(
            "the strength was told",
            any -> {
              String told =
                  app.page().await("passphrase-strength").getDomAttribute("data-strength");
              return "0".equals(told) || "4".equals(told) ? told : null;
            });
  }

  @Test
  @DisplayName("of a file that was changed elsewhere meanwhile are left as they are")
  void conflict() {
    String next = world.passphrase("next in the other tab");
    imports(alice.p12(), alice.passphrase());
    app.page().click("key-change");
    replaceElsewhere(alice.identity().p12(next));
    settings.changePassphrase(next, "never set", "never set");
    assertEquals("http-412", app.page().await("change-error").getDomAttribute("data-code"));
    assertTrue(stage.openssl().opensP12(download(), next));
    settings.changePassphrase(next, alice.passphrase(), alice.passphrase());
    app.page().awaitGone("change-dialog");
    unlocks(alice.passphrase());
  }

  private void replaceElsewhere(byte[] p12) {
    stage
        .chromium()
        .driver()
        .executeAsyncScript(
            """
            const [base64, done] = arguments;
            const get = async (path) => (await fetch(path)).json();
            (async () => {
              const { csrf } = await get('/api/session');
              const [{ id, name }] = await get('/api/keys');
              await fetch(`/api/keys/${id}?name=${name}`, {
                method: 'PUT',
                headers: { 'Content-Type': 'application/x-pkcs12', 'X-CSRF-Token': csrf },
                body: Uint8Array.from(atob(base64), (octet) => octet.charCodeAt(0)),
              });
            })().then(done);
            """,
            Base64.getEncoder().encodeToString(p12));
  }
}

package dev.signet.e2e.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.signet.e2e.browser.Accessibility;
import dev.signet.e2e.browser.SettingsPage;
import dev.signet.e2e.browser.SettingsPage.Outcome;
import dev.signet.e2e.browser.WebApp;
import dev.signet.e2e.stage.Stage;
import dev.signet.e2e.world.Person;
import dev.signet.e2e.world.World;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A case that imports key files in the settings of a user who has none at first. */
abstract class KeyFileCase {
  final Stage stage = Stage.get();
  final World world = stage.world();
  final Person alice = world.alice();
  WebApp app;
  SettingsPage settings;

  @BeforeEach
  void empty() {
    app = stage.appOf(alice);
    settings = app.settings();
    settings.awaitListed();
    settings.removeAllKeys();
    again();
  }

  /** What is stored, as the server gives it back. */
  byte[] download() {
    return Base64.getDecoder()
        .decode(
            (String)
                stage
                    .chromium()
                    .driver()
                    .executeAsyncScript(
                        """
                        const done = arguments[0];
                        (async () => {
                          const [{ id }] = await (await fetch('/api/keys')).json();
                          const file = await (await fetch(`/api/keys/${id}`)).arrayBuffer();
                          return btoa(String.fromCharCode(...new Uint8Array(file)));
                        })().then(done);
                        """));
  }

  void look(String name) {
    stage.screenshots().take(name);
    stage.screenshots().takeNarrow(name);
    assertEquals(List.of(), Accessibility.findings(stage.chromium().driver()));
  }

  void imports(byte[] p12, String passphrase) {
    Outcome outcome = settings.importP12(file(p12), passphrase);
    assertEquals("success", outcome.outcome(), outcome.toString());
    assertFalse(outcome.text().isBlank());
    settings.awaitKeys(1);
  }

  void unlocks(String passphrase) {
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
  void again() {
    app.load();
    settings = app.settings();
    settings.awaitListed();
  }

  Path file(byte[] content) {
    return world.file("import.p12", content);
  }
}

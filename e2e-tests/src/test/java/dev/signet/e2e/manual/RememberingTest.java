package dev.signet.e2e.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.browser.Chromium;
import dev.signet.e2e.browser.PasswordManager;
import dev.signet.e2e.browser.SettingsPage;
import dev.signet.e2e.browser.WebApp;
import dev.signet.e2e.stage.Site;
import dev.signet.e2e.stage.Stage;
import dev.signet.e2e.world.Person;
import dev.signet.e2e.world.Project;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

@DisplayName("6.6. Allow ‘remember passphrase’ by browser")
@Order(76)
final class RememberingTest extends ManualCase {
  private static final Person OWNER = Stage.get().world().alice();
  private static Chromium chromium;
  private static PasswordManager manager;
  private static Site on;
  private static Site off;
  private static String password;

  @BeforeAll
  static void start() {
    password = Stage.get().world().password();
    on = site("manual-remember-on", "on");
    off = site("manual-remember-off", "off");
    chromium =
        Chromium.startWithPasswordManager(
            Project.scratch("browser-of-the-manual"), Stage.get().outside());
    manager = PasswordManager.of(chromium);
  }

  @AfterAll
  static void end() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Override
  Chromium browser() {
    return chromium;
  }

  @Test
  @Order(1)
  @DisplayName("the passphrase dialog is a form with a name and a password, as managers look for")
  @Sentence(
      value = "This functionality only works with Chrome and Firefox.",
      note = "Chromium here and in `PasswordManagerTest`, Firefox in `FirefoxTest`.")
  void form() {
    WebApp app = asked(on);
    WebElement field = app.page().await("passphrase-input");
    assertEquals("current-password", field.getDomAttribute("autocomplete"));
    assertEquals("password", field.getDomAttribute("type"));
  }

  /** Before one is saved: of what it has, no browser asks. */
  @Test
  @Order(2)
  @DisplayName("after a mail was signed, the browser decides to ask")
  @Sentence(
      "After signing an e-mail the browser will ask to remember the passphrase providing your"
          + " browser is configured to remember passwords.")
  void asks() {
    WebApp app = withKey(on);
    manager.decisions();
    app.compose().write("bob@example.org", subject("Signed"), "Signed, and remembered.");
    app.page().click("compose-sign");
    app.passphrase(OWNER.passphrase());
    app.page()
        .until(
            "the browser decides to ask",
            any -> manager.decisions().stream().anyMatch(one -> one.contains("ASK")));
  }

  @Test
  @Order(3)
  @DisplayName("a passphrase that was added by hand, with domain and name, is filled")
  @Sentence(
      "Safari workaround: Add your passphrase to the passphrase vault reachable via: “Preferences ->"
          + " Password -> Add domain + Password”")
  void addedByHand() {
    manager.save(on.origin(), "S/MIME alice.p12", OWNER.passphrase());
    WebApp app = asked(on);
    app.page().until("the passphrase is filled", any -> filled(app));
  }

  @Test
  @Order(4)
  @DisplayName("off is the default; on, the form is one that is remembered")
  @Sentence("This functionality can be enabled by the administrator.")
  @Sentence(
      value = "See this config setting.",
      note = "`remember-passphrase`, in `administration.md`.")
  void setting() {
    manager.save(off.origin(), "S/MIME alice.p12", OWNER.passphrase());
    WebApp app = asked(off);
    assertFalse(filled(app));
    assertEquals("off", app.page().await("passphrase-input").getDomAttribute("autocomplete"));
  }

  @Test
  @Order(5)
  @DisplayName("what was kept stands in the browser’s settings")
  @Sentence("This option can be found in your browser settings.")
  void inTheSettings() {
    manager.save(on.origin(), "S/MIME kept.p12", OWNER.passphrase());
    assertTrue(manager.accounts(on.origin()).contains("S/MIME kept.p12"));
  }

  private static Site site(String name, String remember) {
    return Stage.get()
        .site(
            name,
            Map.of(
                "ocsp",
                "off",
                "remember-passphrase",
                remember,
                "trust-anchors",
                Stage.get().world().authority().certificate().toString()))
        .user(OWNER.name(), password)
        .start();
  }

  private WebApp withKey(Site site) {
    WebApp app = site.app(chromium).signedInAs(OWNER.name(), password);
    SettingsPage settings = app.settings();
    settings.awaitListed();
    if (settings.keys().isEmpty()) {
      settings.importP12(file("alice.p12", OWNER.p12()), OWNER.passphrase());
      settings.awaitKeys(1);
    }
    return app;
  }

  /** With the passphrase dialog open. */
  private WebApp asked(Site site) {
    WebApp app = withKey(site);
    app.settings().unlockFirst();
    return app;
  }

  private static boolean filled(WebApp app) {
    return Boolean.TRUE.equals(
        chromium
            .driver()
            .executeScript(
                "return arguments[0].matches(':autofill')", app.page().await("passphrase-input")));
  }
}

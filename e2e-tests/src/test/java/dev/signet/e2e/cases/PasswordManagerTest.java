package dev.signet.e2e.cases;

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.WebElement;

/** In a browser of its own: this one is meant to keep a passphrase, which the run's must not. */
@DisplayName("The browser's password manager")
@Order(75)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class PasswordManagerTest {
  /** Chromium decides within a second of what is fetched or taken out. */
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);

  private static final String ACCOUNT = "S/MIME alice.p12";

  private static Stage stage;
  private static Person alice;
  private static String password;
  private static Site on;
  private static Site off;
  private static Chromium chromium;
  private static PasswordManager manager;

  @BeforeAll
  static void start() {
    stage = Stage.get();
    alice = stage.world().alice();
    password = stage.world().password();
    on = site("remember-on", "on");
    off = site("remember-off", "off");
    chromium =
        Chromium.startWithPasswordManager(
            Project.scratch("browser-that-remembers"), stage.outside());
    manager = PasswordManager.of(chromium);
  }

  private static Site site(String name, String remember) {
    Map<String, String> settings =
        Map.of(
            "ocsp",
            "off",
            "remember-passphrase",
            remember,
            "trust-anchors",
            stage.world().authority().certificate().toString());
    return stage.site(name, settings).user(alice.name(), password).start();
  }

  @AfterAll
  static void end() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  @Order(1)
  @DisplayName("asks after a key was unlocked, and is not asked to keep what imports a file")
  void asks() {
    WebApp app = withKey(on);
    app.settings().unlockFirst();
    WebElement field = app.page().await("passphrase-input");
    assertEquals("current-password", field.getDomAttribute("autocomplete"));
    app.passphrase(alice.passphrase());
    app.page().await("unlocked-keys");
    app.page().until("the browser decides to ask", any -> !asked().isEmpty());
  }

  @Test
  @Order(2)
  @DisplayName("fills a saved passphrase again, in the form of its key alone")
  void fills() {
    manager.save(on.origin(), alice.name(), password);
    manager.save(on.origin(), ACCOUNT, alice.passphrase());
    WebApp app = on.app(chromium).load();
    app.settings().unlockFirst();
    awaitFilled(app, "passphrase-input");
    app.page().click("passphrase-submit");
    app.page().awaitGone("passphrase-dialog");
    app.page().await("unlocked-keys");

    // The passphrase was used last now, which is what browsers offer first.
    app.signOut();
    app.load();
    awaitFilled(app, "sign-in-password");
    assertEquals(
        alice.name(), app.page().await("sign-in-user").getDomProperty("value"), "whose password");
    app.page().click("sign-in-submit");
    app.page().await("sign-out");
    assertTrue(app.page().text("user-name").contains(alice.name()));
  }

  @Test
  @Order(3)
  @DisplayName("neither fills nor asks where the setting is off")
  void off() {
    WebApp app = withKey(off);
    manager.save(off.origin(), alice.name(), password);
    manager.save(off.origin(), ACCOUNT, alice.passphrase());
    app.load();
    asked();
    app.settings().unlockFirst();
    WebElement field = app.page().await("passphrase-input");
    pause();
    assertFalse(filled(field), "filled");
    assertEquals("", field.getDomProperty("value"));
    assertEquals("disc", field.getCssValue("-webkit-text-security"), "what is typed can be read");
    app.passphrase(alice.passphrase());
    app.page().await("unlocked-keys");
    pause();
    assertEquals(List.of(), asked());
  }

  /** Signed in, and the key stored; of the sign-in nothing is pending any more. */
  private static WebApp withKey(Site site) {
    WebApp app = site.app(chromium).signedInAs(alice.name(), password);
    pause();
    app.load();
    SettingsPage settings = app.settings();
    settings.awaitListed();
    settings.removeAllKeys();
    asked();
    settings.importP12(stage.world().file("alice.p12", alice.p12()), alice.passphrase());
    settings.awaitKeys(1);
    pause();
    assertEquals(List.of(), asked(), "on import");
    return app.load();
  }

  private static List<String> asked() {
    List<String> asked = new ArrayList<>(manager.decisions());
    asked.removeIf(decision -> !decision.contains("ASK"));
    return asked;
  }

  private static void awaitFilled(WebApp app, String hook) {
    app.page().until(hook + " was filled", any -> filled(app.page().await(hook)));
  }

  private static boolean filled(WebElement field) {
    return Boolean.TRUE.equals(
        chromium.driver().executeScript("return arguments[0].matches(':autofill')", field));
  }

  private static void pause() {
    try {
      Thread.sleep(LONG_ENOUGH.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}

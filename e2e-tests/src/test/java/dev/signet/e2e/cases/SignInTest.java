package dev.signet.e2e.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.e2e.browser.Accessibility;
import dev.signet.e2e.browser.SettingsPage;
import dev.signet.e2e.browser.WebApp;
import dev.signet.e2e.stage.Stage;
import dev.signet.e2e.world.Person;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;

@DisplayName("Signing in")
@Order(20)
final class SignInTest {
  private final Stage stage = Stage.get();

  @Test
  @DisplayName("with a wrong password is refused, and the right one is taken afterwards")
  void wrongPassword() {
    WebApp app = stage.app().load();
    if (app.page().has("sign-out")) {
      app.signOut();
    }
    app.signIn("alice", "not " + stage.password(stage.world().alice()));
    assertFalse(app.page().text("sign-in-error").isBlank());
    assertFalse(app.page().has("sign-out"));
    app.signIn("alice", stage.password(stage.world().alice()));
    app.page().await("sign-out");
    assertTrue(app.page().text("user-name").contains("alice"));
    assertEquals(200L, app.fetch("GET", "/api/session").get("status"));
  }

  @Test
  @DisplayName("ends with signing out: the session is worth nothing after that")
  void signOut() {
    WebApp app = stage.appOf(stage.world().alice());
    app.signOut();
    assertEquals(401L, app.fetch("GET", "/api/session").get("status"));
    assertEquals(401L, app.fetch("GET", "/api/keys").get("status"));
    app.load();
    assertTrue(app.page().has("sign-in-submit"));
  }

  @Test
  @DisplayName("as somebody else does not give the first one's key file")
  void secondUser() throws JsonProcessingException {
    WebApp app = stage.appWithKeyOf(stage.world().alice());
    String list = (String) app.fetch("GET", "/api/keys").get("text");
    String id = new ObjectMapper().readTree(list).get(0).get("id").asText();
    assertEquals(200L, app.fetch("GET", "/api/keys/" + id).get("status"));

    app = stage.appOf(stage.world().bob());
    assertEquals(404L, app.fetch("GET", "/api/keys/" + id).get("status"));
    assertFalse(((String) app.fetch("GET", "/api/keys").get("text")).contains(id));
    app.signOut();
    assertEquals(401L, app.fetch("GET", "/api/keys/" + id).get("status"));
  }

  @Test
  @DisplayName("again, after the session ended, loses neither the draft nor what was under way")
  void again() {
    Person alice = stage.world().alice();
    WebApp app = stage.appOf(alice);
    String marker = stage.world().marker("a draft that outlives its session");
    app.compose().write("bob@example.org", "A draft", marker);
    SettingsPage settings = app.settings();
    settings.removeAllKeys();
    app.loseSession();
    WebApp.choose(app.page().present("import-file"), stage.world().file("again.p12", alice.p12()));
    app.page().type("import-passphrase", alice.passphrase());
    app.page().click("import-upload");
    app.page().await("session-ended");
    app.page()
        .until(
            "the password has the focus", any -> "sign-in-password".equals(app.page().focused()));
    look("session-ended");
    app.page().type("sign-in-password", "not " + stage.password(alice));
    app.page().click("sign-in-submit");
    app.page().await("sign-in-error");
    app.signInAgain(stage.password(alice));
    assertEquals("success", app.page().await("import-message").getDomAttribute("data-outcome"));
    settings.awaitKeys(1);
    app.compose();
    assertEquals(marker, app.page().await("compose-body").getDomProperty("value"));
  }

  @Test
  @DisplayName("again can be put off: a note stays, and signing in by it is as good")
  void putOff() {
    Person alice = stage.world().alice();
    WebApp app = stage.appOf(alice);
    app.settings().awaitListed();
    app.loseSession();
    // Stands for the user's return to the window.
    stage.chromium().driver().executeScript("window.dispatchEvent(new Event('focus'))");
    app.page().await("session-ended");
    app.page().click("session-ended-close");
    app.page().await("session-ended-note");
    look("session-ended-note");
    app.page().click("sign-in-again");
    app.signInAgain(stage.password(alice));
    app.page().awaitGone("session-ended-note");
    assertEquals(200L, app.fetch("GET", "/api/session").get("status"));
  }

  @Test
  @DisplayName("out in another tab takes what is shown in this one with it")
  void signOutElsewhere() {
    WebApp app = stage.appOf(stage.world().alice());
    ChromeDriver driver = stage.chromium().driver();
    String first = driver.getWindowHandle();
    driver.switchTo().newWindow(WindowType.TAB);
    try {
      app.load().signOut();
    } finally {
      driver.close();
      driver.switchTo().window(first);
    }
    app.page().await("sign-in-submit");
    assertFalse(app.page().has("sign-out"));
  }

  private void look(String name) {
    stage.screenshots().take(name);
    stage.screenshots().takeNarrow(name);
    List<String> findings = new ArrayList<>();
    for (String scheme : new String[] {"light", "dark"}) {
      stage.chromium().colourScheme(scheme);
      findings.addAll(Accessibility.findings(stage.chromium().driver()));
    }
    stage.chromium().colourScheme("light");
    assertEquals(List.of(), findings, name);
  }
}

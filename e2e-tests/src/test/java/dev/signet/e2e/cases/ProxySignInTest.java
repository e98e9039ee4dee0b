package dev.signet.e2e.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.browser.WebApp;
import dev.signet.e2e.stage.Site;
import dev.signet.e2e.stage.Stage;
import dev.signet.e2e.world.Nginx;
import dev.signet.e2e.world.Person;
import dev.signet.e2e.world.Project;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.chrome.ChromeDriver;

/** Where nginx says who the user is. */
@DisplayName("Signing in by the proxy before the server")
@Order(22)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProxySignInTest {
  private final Stage stage = Stage.get();
  private final ChromeDriver driver = stage.chromium().driver();
  private final String ticket = stage.world().password();
  private Nginx nginx;
  private Site site;
  private WebApp app;

  @BeforeAll
  void start() {
    site =
        stage
            .site(
                "proxied",
                Map.of(
                    "sign-in", "proxy",
                    "trusted-proxies", "127.0.0.1/32",
                    "trust-anchors", stage.world().authority().certificate().toString()))
            .startBehind(
                port -> {
                  nginx = Nginx.start(Project.scratch("nginx"), ticket, "alice", port);
                  return nginx.port();
                });
  }

  @AfterAll
  void stop() {
    nginx.close();
  }

  @BeforeEach
  void nobody() {
    app = site.app(stage.chromium()).load();
    driver.manage().deleteAllCookies();
  }

  private void signInAtTheSite() {
    driver.manage().addCookie(new Cookie(Nginx.COOKIE, ticket));
  }

  @Test
  @DisplayName("shows no sign-in at all to whom nginx names")
  void named() {
    signInAtTheSite();
    app.load();
    app.page().await("sign-out");
    assertEquals("alice", app.page().text("user-name"));
    assertFalse(app.page().has("sign-in-submit"));
    Cookie cookie = driver.manage().getCookieNamed("signet-session");
    assertTrue(cookie.isHttpOnly());
    assertEquals("Strict", cookie.getSameSite());
  }

  @Test
  @DisplayName("tells whom nginx does not name that the site's own sign-in is missing")
  void nobodyNamed() {
    app.load();
    assertTrue(app.page().text("sign-in-error").contains("sign-in of this site is missing"));
    assertFalse(app.page().has("sign-out"));
    assertEquals(401L, app.fetch("GET", "/api/keys").get("status"));
    stage.screenshots().take("sign-in-proxy-missing");
    signInAtTheSite();
    app.page().click("sign-in-submit");
    app.page().await("sign-out");
  }

  @Test
  @DisplayName("out stays so until the user asks for more")
  void signOut() {
    signInAtTheSite();
    app.load();
    app.page().click("sign-out");
    app.page().await("signed-out");
    stage.screenshots().take("signed-out-proxy");
    assertEquals(401L, app.fetch("GET", "/api/session").get("status"));
    app.page().click("sign-in-submit");
    app.page().await("sign-out");
  }

  @Test
  @DisplayName("again, after the session ended, asks nobody where nginx knows the user")
  void again() {
    signInAtTheSite();
    app.load();
    Person alice = stage.world().alice();
    var settings = app.settings();
    settings.removeAllKeys();
    app.loseSession();
    var outcome =
        settings.importP12(stage.world().file("proxied.p12", alice.p12()), alice.passphrase());
    assertEquals("success", outcome.outcome());
    settings.awaitKeys(1);
    assertFalse(app.page().has("session-ended"));
  }

  @Test
  @DisplayName("again asks for the site's own sign-in where nginx does not, and loses nothing")
  void againAtTheSite() {
    signInAtTheSite();
    app.load();
    String marker = stage.world().marker("a draft that outlives the site's sign-in");
    app.compose().write("bob@example.org", "A draft", marker);
    driver.manage().deleteAllCookies();
    driver.executeScript("window.dispatchEvent(new Event('focus'))");
    app.page().await("session-ended");
    app.page().await("sign-in-error");
    stage.screenshots().take("session-ended-proxy");
    signInAtTheSite();
    app.page().click("sign-in-submit");
    app.page().awaitGone("session-ended");
    assertEquals(marker, app.page().await("compose-body").getDomProperty("value"));
    assertEquals(200L, app.fetch("GET", "/api/session").get("status"));
  }
}

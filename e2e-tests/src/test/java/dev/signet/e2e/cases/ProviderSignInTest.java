package dev.signet.e2e.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.browser.Accessibility;
import dev.signet.e2e.browser.BrowserConsole;
import dev.signet.e2e.browser.Chromium;
import dev.signet.e2e.browser.ProviderPage;
import dev.signet.e2e.browser.Screenshots;
import dev.signet.e2e.browser.WebApp;
import dev.signet.e2e.stage.Site;
import dev.signet.e2e.stage.Stage;
import dev.signet.e2e.world.OpenIdProvider;
import dev.signet.e2e.world.OutsideWorld;
import dev.signet.e2e.world.Project;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * In a browser of its own: the provider's pages ask for fonts elsewhere, which the site's pages
 * must not. Site and provider have different addresses, so that the way between them crosses sites.
 */
@DisplayName("Signing in with an OpenID provider")
@Order(23)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProviderSignInTest {
  private final Stage stage = Stage.get();
  private final OutsideWorld outside = OutsideWorld.open();
  private final Chromium chromium = Chromium.start(Project.scratch("provider-browser"), outside);
  private final ChromeDriver driver = chromium.driver();
  private OpenIdProvider provider;
  private ProviderPage atProvider;
  private Site site;
  private WebApp app;

  @BeforeAll
  void start() {
    site =
        stage.site(
            "provided",
            origin -> {
              provider = OpenIdProvider.start(origin + "/api/session/oidc/callback");
              return Map.of(
                  "sign-in",
                  "oidc",
                  "oidc.issuer",
                  provider.issuer(),
                  "oidc.client-id",
                  OpenIdProvider.CLIENT,
                  "oidc.client-secret",
                  OpenIdProvider.SECRET,
                  "trust-anchors",
                  stage.world().authority().certificate().toString());
            });
    site.start();
    atProvider = new ProviderPage(chromium, provider.issuer());
  }

  @AfterAll
  void stop() {
    chromium.close();
    outside.close();
    provider.close();
  }

  @BeforeEach
  void nobody() {
    chromium.command("Network.clearBrowserCookies", Map.of());
    app = site.app(chromium).load();
  }

  private void signIn() {
    app.page().click("sign-in-away");
    atProvider.signIn("alice");
    app.page().await("sign-out");
  }

  @Test
  @DisplayName("leads there and back, and the first page after it is the user's")
  void thereAndBack() {
    assertFalse(app.page().has("sign-in-user"));
    assertEquals("sign-in-away", app.page().focused());
    look("sign-in-provider");
    signIn();
    assertEquals("alice", app.page().text("user-name"));
    assertEquals(site.origin() + "/", driver.getCurrentUrl());
    Cookie cookie = driver.manage().getCookieNamed("signet-session");
    assertTrue(cookie.isHttpOnly());
    assertEquals("Strict", cookie.getSameSite());
    assertEquals(200L, app.fetch("GET", "/api/keys").get("status"));
    app.load();
    app.page().await("sign-out");
  }

  @Test
  @DisplayName("out ends the session here, and says that the provider knows the user still")
  void signOut() {
    signIn();
    app.page().click("sign-out");
    app.page().await("signed-out");
    look("signed-out-provider");
    assertEquals(401L, app.fetch("GET", "/api/session").get("status"));
    app.load();
    app.page().await("sign-in-away");
  }

  @Test
  @DisplayName("that was broken off there is told of once, and can be tried again")
  void brokenOff() {
    app.page().click("sign-in-away");
    atProvider.abort();
    assertTrue(app.page().text("sign-in-error").contains("did not succeed"));
    look("sign-in-provider-failed");
    assertEquals(site.origin() + "/", driver.getCurrentUrl());
    assertFalse(app.page().has("sign-out"));
    app.load();
    assertFalse(app.page().has("sign-in-error"));
    signIn();
  }

  @Test
  @DisplayName("again, after the session ended, happens in another tab and loses nothing")
  void again() {
    signIn();
    String marker = stage.world().marker("a draft that outlives a session of the provider");
    app.compose().write("bob@example.org", "A draft", marker);
    app.loseSession();
    driver.executeScript("window.dispatchEvent(new Event('focus'))");
    app.page().await("session-ended");
    look("session-ended-provider");
    String first = driver.getWindowHandle();
    app.page().click("sign-in-away");
    app.page().until("a tab was opened", any -> any.getWindowHandles().size() == 2);
    driver.switchTo().window(other(first));
    app.page().await("work-elsewhere");
    look("work-elsewhere");
    driver.close();
    driver.switchTo().window(first);
    app.page().awaitGone("session-ended");
    assertEquals(marker, app.page().await("compose-body").getDomProperty("value"));
    assertEquals(200L, app.fetch("GET", "/api/session").get("status"));
  }

  private String other(String first) {
    Set<String> handles = driver.getWindowHandles();
    return handles.stream().filter(each -> !each.equals(first)).findFirst().orElseThrow();
  }

  private void look(String name) {
    new Screenshots(chromium).take(name);
    assertEquals(List.of(), Accessibility.findings(driver), name);
    assertEquals(
        List.of(),
        new BrowserConsole(driver)
            .policyViolations().stream()
                .filter(message -> message.contains(site.origin()))
                .toList());
  }
}

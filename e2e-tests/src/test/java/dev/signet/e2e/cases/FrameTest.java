package dev.signet.e2e.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.signet.e2e.browser.Shadow;
import dev.signet.e2e.stage.Site;
import dev.signet.e2e.stage.Stage;
import dev.signet.e2e.world.StaticSite;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;

/** A webmail that shows the WebApp in a frame, and somebody who would like to. */
@DisplayName("In a frame of another origin")
@Order(24)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FrameTest {
  private static final String NO_POLICY = "default-src 'self' http:";

  /** Of one site with the WebApp: a cookie with SameSite=Strict is for it as well. */
  private static final String ADDRESS = "127.0.0.9";

  private final Stage stage = Stage.get();
  private final ChromeDriver driver = stage.chromium().driver();
  private final Shadow page = new Shadow(driver);
  private final StaticSite allowed = StaticSite.open(ADDRESS, NO_POLICY);
  private final StaticSite forbidden = StaticSite.open(ADDRESS, NO_POLICY);
  private final String password = stage.world().password();
  private Site site;

  @BeforeAll
  void start() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("frame-ancestors", "http://" + ADDRESS + ":" + allowed.port());
    settings.put("trust-anchors", stage.world().authority().certificate().toString());
    site = stage.site("framed", ADDRESS, origin -> settings).user("alice", password).start();
  }

  @AfterAll
  void stop() {
    allowed.close();
    forbidden.close();
  }

  @Test
  @DisplayName("that the settings name, the WebApp is shown, and its user signs in")
  void allowed() {
    open(allowed);
    driver.switchTo().frame(0);
    page.type("sign-in-user", "alice");
    page.type("sign-in-password", password);
    page.click("sign-in-submit");
    page.await("sign-out");
    page.click("sign-out");
    page.await("sign-in-submit");
    driver.switchTo().defaultContent();
    assertEquals(List.of(), stage.console().policyViolations());
  }

  @Test
  @DisplayName("that they do not name, nothing of it is shown")
  void forbidden() {
    List<LogEntry> before = stage.console().read();
    open(forbidden);
    page.until(
        "the browser has refused the frame", any -> stage.console().read().size() > before.size());
    driver.switchTo().frame(0);
    assertFalse(page.has("sign-in-submit"));
    assertEquals(0L, driver.executeScript("return document.querySelectorAll('signet-app').length"));
    driver.switchTo().defaultContent();
    assertEquals(1, stage.console().refusedFrames(before));
  }

  private void open(StaticSite around) {
    String frame = "<!doctype html><title>Webmail</title><iframe width=1000 height=600 src=\"";
    around.file(
        "index.html", (frame + site.origin() + "/\"></iframe>").getBytes(StandardCharsets.UTF_8));
    driver.get("http://" + ADDRESS + ":" + around.port() + "/index.html");
  }
}

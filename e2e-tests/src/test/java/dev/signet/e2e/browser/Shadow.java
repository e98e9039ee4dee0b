package dev.signet.e2e.browser;

import dev.signet.e2e.world.Project;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.FluentWait;

/** Finds elements by `data-testid` through every shadow root, and waits for what a page will do. */
public final class Shadow {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String FIND = Project.resource("/browser/find.js");

  private final ChromeDriver driver;

  public Shadow(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Those that are there now, shown or not. */
  public List<WebElement> all(String id) {
    return find(id, "all", null);
  }

  /** Those that are shown now. */
  public List<WebElement> shown(String id) {
    return find(id, "shown", null);
  }

  /** The first one that is shown now and whose attributes have these values; null for none. */
  public WebElement shownWith(String id, Map<String, String> attributes) {
    return this.<WebElement>find(id, "shown", attributes).stream().findFirst().orElse(null);
  }

  /** What an attribute says of each that is shown now. */
  public List<String> shownAttributes(String id, String attribute) {
    return find(id, "attributes", attribute);
  }

  @SuppressWarnings("unchecked")
  private <T> List<T> find(String id, String what, Object more) {
    return (List<T>) driver.executeScript(FIND, id, what, more);
  }

  /** Whether one is shown now. */
  public boolean has(String id) {
    return !shown(id).isEmpty();
  }

  /** The first one, as soon as it is shown. */
  public WebElement await(String id) {
    return until("`" + id + "` is shown", any -> shown(id).stream().findFirst().orElse(null));
  }

  /** The first one, as soon as it is in the document; for file inputs that are not shown. */
  public WebElement present(String id) {
    return until("`" + id + "` is there", any -> all(id).stream().findFirst().orElse(null));
  }

  /** What has the focus, by its hook; empty for what has none. */
  public String focused() {
    return (String)
        driver.executeScript(
            """
            let focused = document.activeElement;
            while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
            return focused?.dataset?.testid ?? '';
            """);
  }

  /** Waits until none is shown. */
  public void awaitGone(String id) {
    until("`" + id + "` is gone", any -> !has(id));
  }

  /** Clicks the first one as soon as it is shown and can be clicked. */
  public void click(String id) {
    until(
        "`" + id + "` was clicked",
        any -> {
          List<WebElement> ready = find(id, "ready", null);
          if (ready.isEmpty()) {
            return false;
          }
          ready.get(0).click();
          return true;
        });
  }

  /** Replaces what a field holds. */
  public void type(String id, String text) {
    WebElement field = await(id);
    field.clear();
    field.sendKeys(text);
  }

  /** The text of the first one, once it is shown. */
  public String text(String id) {
    return await(id).getText();
  }

  /** Waits for what the condition returns to be neither null nor false. */
  public <T> T until(String what, Function<ChromeDriver, T> condition) {
    return new FluentWait<>(driver)
        .withTimeout(PATIENCE)
        .pollingEvery(Duration.ofMillis(50))
        .ignoring(StaleElementReferenceException.class)
        .ignoring(NoSuchElementException.class)
        .ignoring(ElementNotInteractableException.class)
        .ignoring(JavascriptException.class)
        .withMessage(what)
        .until(condition);
  }
}

package dev.signet.e2e.browser;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** The frame of an open mail, and the bar outside of it. */
public final class MailFrame {
  /**
   * Through every shadow root: what lies uppermost at points over the bar that are not the bar, and
   * how bar and frame stand to each other.
   */
  private static final String LOOK =
      """
      const find = (root, id) => {
        const found = [...root.querySelectorAll(`[data-testid="${id}"]`)];
        for (const element of root.querySelectorAll('*')) {
          if (element.shadowRoot) found.push(...find(element.shadowRoot, id));
        }
        return found;
      };
      const uppermost = (x, y) => {
        let element = document.elementFromPoint(x, y);
        while (element?.shadowRoot) {
          const inner = element.shadowRoot.elementFromPoint(x, y);
          if (inner === null || inner === element) break;
          element = inner;
        }
        return element;
      };
      const bars = find(document, 'status-bar');
      const [bar] = bars;
      bar.scrollIntoView({ block: 'center' });
      const { left, top, width, height, bottom } = bar.getBoundingClientRect();
      const covered = [];
      for (const across of [0.02, 0.25, 0.5, 0.75, 0.98]) {
        for (const down of [0.1, 0.5, 0.9]) {
          const element = uppermost(left + across * width, top + down * height);
          if (element === null || !bar.contains(element)) covered.push(`${across} ${down} ${element?.localName}`);
        }
      }
      const frames = find(document, 'mail-body');
      const frame = frames[0].getBoundingClientRect();
      const article = frames[0].getRootNode().host.getBoundingClientRect();
      return {
        bars: bars.length,
        covered,
        frameBelow: frame.top >= bottom,
        frameHeight: frame.height,
        within: frame.left >= article.left - 1 && frame.right <= article.right + 1,
        width: document.documentElement.scrollWidth <= window.innerWidth,
      };
      """;

  private static final String LISTEN =
      """
      window.told ??= [];
      window.addEventListener('message', (event) => window.told.push(JSON.stringify(event.data)));
      """;

  private final ChromeDriver driver;
  private final Shadow page;

  public MailFrame(ChromeDriver driver) {
    this.driver = driver;
    this.page = new Shadow(driver);
  }

  /** Begins to keep what frames post to the page. */
  public void listen() {
    driver.executeScript(LISTEN);
  }

  /** What was posted since. */
  @SuppressWarnings("unchecked")
  public List<String> told() {
    return (List<String>) driver.executeScript("return window.told");
  }

  /** How the bar and what shows the mail stand to each other. */
  @SuppressWarnings("unchecked")
  public Map<String, Object> look() {
    return page.until("a look", any -> (Map<String, Object>) driver.executeScript(LOOK));
  }

  /** Whether the mail is shown as HTML. */
  public boolean isHtml() {
    return "html".equals(page.await("mail-body").getDomAttribute("data-kind"));
  }

  /** Does something within the frame's document. */
  public <T> T inside(Supplier<T> work) {
    WebElement frame = page.await("mail-body");
    driver.switchTo().frame(frame);
    try {
      return work.get();
    } finally {
      driver.switchTo().defaultContent();
    }
  }

  /** A script within the frame's document. */
  public Object script(String text, Object... arguments) {
    return inside(() -> driver.executeScript(text, arguments));
  }

  /** Waits until the frame shows something; a fixed cover is something as well. */
  public void awaitFilled() {
    page.until(
        "the frame is filled",
        any -> (Boolean) script("return document.body.childNodes.length > 0"));
  }

  /** Posts to the frame what no sanitiser has seen, as the page would. */
  public void post(String html) {
    WebElement frame = page.await("mail-body");
    driver.executeScript(
        "arguments[0].contentWindow.postMessage({ type: 'signet-mail', html: arguments[1] }, '*')",
        frame,
        html);
  }
}

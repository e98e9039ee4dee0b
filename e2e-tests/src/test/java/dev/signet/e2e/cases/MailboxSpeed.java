package dev.signet.e2e.cases;

import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/** How fast the list of mails is, measured by the page's own clock. */
final class MailboxSpeed {
  private static final String DEEP =
      """
      const deep = (selector, root = document) => {
        let found = root.querySelector(selector);
        for (const element of found ? [] : root.querySelectorAll('*')) {
          found ??= element.shadowRoot && deep(selector, element.shadowRoot);
        }
        return found;
      };
      """;

  private static final String SCROLL =
      DEEP
          + """
          const done = arguments[arguments.length - 1];
          const list = deep('[data-testid="mail-list"]');
          const tasks = [];
          const observer = new PerformanceObserver((seen) => {
            tasks.push(...seen.getEntries().map((entry) => entry.duration));
          });
          observer.observe({ type: 'longtask' });
          const gaps = [];
          let last = null;
          const frame = (now) => {
            if (last !== null) gaps.push(now - last);
            last = now;
            list.scrollTop += gaps.length < 200 ? 300 : 4000;
            if (gaps.length < 300) requestAnimationFrame(frame);
            else setTimeout(() => {
              observer.disconnect();
              gaps.sort((one, other) => one - other);
              done({
                frames: gaps.length,
                median: gaps[gaps.length >> 1],
                longestGap: gaps.at(-1),
                longTasks: tasks.length,
                longestTask: Math.max(0, ...tasks),
                scrolled: list.scrollTop,
              });
            }, 200);
          };
          list.scrollTop = 0;
          requestAnimationFrame(frame);
          """;

  private static final String OPEN =
      DEEP
          + """
          const [index, done] = arguments;
          const row = deep(`[aria-rowindex="${index + 2}"]`);
          const { subject } = row.dataset;
          performance.clearResourceTimings();
          const began = performance.now();
          const look = () => {
            const shown = deep('[data-testid="mail-subject"]')?.textContent.trim() === subject
              && deep('[data-testid="status-bar"]') && deep('[data-testid="mail-body"]');
            if (!shown && performance.now() - began < 20_000) return setTimeout(look, 2);
            const all = performance.now() - began;
            const loads = performance.getEntriesByType('resource')
              .filter((entry) => entry.name.includes('/download/'));
            const network = loads.length === 0 ? 0
              : Math.max(...loads.map((entry) => entry.responseEnd))
                - Math.min(...loads.map((entry) => entry.startTime));
            done({ all, network, loads: loads.length });
          };
          row.click();
          look();
          """;

  private final ChromeDriver driver;

  MailboxSpeed(ChromeDriver driver) {
    this.driver = driver;
  }

  /**
   * Scrolling through the list: slowly at first, then in leaps. Times in ms; a long task holds the
   * page up for 50 ms or more.
   */
  record Scroll(
      long frames, double median, double longestGap, long longTasks, double longestTask) {}

  /**
   * Opening a mail, from the click until it is read. Times in ms.
   *
   * @param network of which the mail was on its way
   */
  record Opened(double all, double network) {
    /** What is the page's own. */
    double own() {
      return all - network;
    }
  }

  Scroll scroll() {
    Map<?, ?> result = (Map<?, ?>) driver.executeAsyncScript(SCROLL);
    if (number(result, "scrolled") < 10_000) {
      throw new AssertionError("the list was not scrolled: " + result);
    }
    return new Scroll(
        (long) number(result, "frames"),
        number(result, "median"),
        number(result, "longestGap"),
        (long) number(result, "longTasks"),
        number(result, "longestTask"));
  }

  /** Opens the mail in this place, which must be in sight. */
  Opened openRow(int index) {
    Map<?, ?> result = (Map<?, ?>) driver.executeAsyncScript(OPEN, index);
    if (number(result, "all") > 15_000) {
      throw new AssertionError("the mail did not open: " + result);
    }
    return new Opened(number(result, "all"), number(result, "network"));
  }

  private static double number(Map<?, ?> result, String name) {
    return ((Number) result.get(name)).doubleValue();
  }
}

package dev.signet.e2e.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openqa.selenium.chrome.ChromeDriver;

/** axe-core's judgement of the page that is shown. */
public final class Accessibility {
  private static final String RUN =
      """
      const done = arguments[arguments.length - 1];
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      axe.run(document, { iframes: false, runOnly: { type: 'tag', values: tags } }).then(
        (result) => done([
          ...(result.passes.length < 10 ? ['axe looked at nothing'] : []),
          ...result.violations.flatMap((rule) => rule.nodes.map((node) =>
            `${rule.impact} ${rule.id}: ${node.target.join(' ')} ${node.failureSummary}`)),
        ]),
        (error) => done([`axe failed: ${error}`]));
      """;

  private Accessibility() {}

  /** All findings, one line each: WCAG 2.2 at levels A and AA, and what axe calls best practice. */
  @SuppressWarnings("unchecked")
  public static List<String> findings(ChromeDriver driver) {
    if (!(Boolean) driver.executeScript("return typeof axe === 'object'")) {
      driver.executeScript(script());
    }
    return (List<String>) driver.executeAsyncScript(RUN);
  }

  private static String script() {
    try (InputStream in = Accessibility.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

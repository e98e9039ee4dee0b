package dev.signet.e2e.browser;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openqa.selenium.chrome.ChromeDriver;

/** The words of the page, and the language in which it speaks. */
public final class Wording {
  /**
   * What is read out or shown: texts, and the names and hints of controls. Foreign words name their
   * language.
   */
  private static final String SAID =
      """
      const said = [];
      const take = (text) => {
        const words = (text ?? '').replace(/[\\u2068\\u2069]/g, '').trim();
        if (words !== '') said.push(words);
      };
      const visit = (node) => {
        if (node.nodeType === Node.TEXT_NODE) return take(node.data);
        if (node.nodeType === Node.ELEMENT_NODE) {
          if (['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT'].includes(node.tagName) || node.hidden) return;
          if (node !== document.documentElement && node.hasAttribute('lang')) return;
          for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext'])
            take(node.getAttribute(name));
          if (node.shadowRoot) visit(node.shadowRoot);
        }
        for (const child of node.childNodes) visit(child);
      };
      take(document.title);
      visit(document.body);
      return said;
      """;

  private static final String SPEAK =
      """
      const found = [];
      const visit = (root) => {
        found.push(...root.querySelectorAll('[data-testid="language"]'));
        for (const element of root.querySelectorAll('*'))
          if (element.shadowRoot) visit(element.shadowRoot);
      };
      visit(document);
      found[0].value = arguments[0];
      found[0].dispatchEvent(new Event('change'));
      """;

  private final ChromeDriver driver;
  private final Shadow page;

  public Wording(ChromeDriver driver) {
    this.driver = driver;
    this.page = new Shadow(driver);
  }

  /**
   * Switches the page's language as its choice does. The choice is told by script, since a dialog
   * may stand over it.
   */
  public void speak(String language) {
    driver.executeScript(SPEAK, language);
    page.until("the page speaks " + language, any -> language.equals(language()));
    driver.executeAsyncScript("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))");
  }

  /** The language that the document names as its own. */
  public String language() {
    return (String) driver.executeScript("return document.documentElement.lang");
  }

  /** Every text of the page. */
  @SuppressWarnings("unchecked")
  public Set<String> said() {
    return new TreeSet<>((List<String>) driver.executeScript(SAID));
  }
}

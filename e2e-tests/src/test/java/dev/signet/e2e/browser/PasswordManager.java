package dev.signet.e2e.browser;

import java.util.List;
import java.util.Map;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;

/** Chromium's password manager: what it has saved, and what it decides on what is submitted. */
public final class PasswordManager {
  private static final String DECISION = "Decision: ";

  private final ChromeDriver driver;
  private final String internals;
  private int seen;

  private PasswordManager(ChromeDriver driver, String internals) {
    this.driver = driver;
    this.internals = internals;
  }

  /** Listens from now on; what was decided before is not told of. */
  public static PasswordManager of(Chromium chromium) {
    ChromeDriver driver = chromium.driver();
    String page = driver.getWindowHandle();
    driver.switchTo().newWindow(WindowType.TAB);
    driver.get("chrome://password-manager-internals");
    PasswordManager manager = new PasswordManager(driver, driver.getWindowHandle());
    driver.switchTo().window(page);
    return manager;
  }

  /** What was decided since this was last asked. */
  public List<String> decisions() {
    String page = driver.getWindowHandle();
    driver.switchTo().window(internals);
    try {
      String text = (String) driver.executeScript("return document.body.innerText");
      List<String> all =
          text.lines()
              .filter(line -> line.contains(DECISION))
              .map(line -> line.substring(line.indexOf(DECISION) + DECISION.length()).strip())
              .toList();
      List<String> fresh = all.subList(Math.min(seen, all.size()), all.size());
      seen = all.size();
      return fresh;
    } finally {
      driver.switchTo().window(page);
    }
  }

  /** Has a password saved, as if the person had once agreed to that. */
  public void save(String origin, String user, String password) {
    String page = driver.getWindowHandle();
    driver.switchTo().newWindow(WindowType.TAB);
    try {
      driver.get("chrome://password-manager/passwords");
      driver.executeAsyncScript(
          """
          const [entry, done] = arguments;
          chrome.passwordsPrivate
            .addPassword({ ...entry, note: '', useAccountStore: false })
            .then(done);
          """,
          Map.of("url", origin + "/", "username", user, "password", password));
      driver.close();
    } finally {
      driver.switchTo().window(page);
    }
  }

  /** The user names that are kept for an origin, as the browser's settings list them. */
  @SuppressWarnings("unchecked")
  public List<String> accounts(String origin) {
    String page = driver.getWindowHandle();
    driver.switchTo().newWindow(WindowType.TAB);
    try {
      driver.get("chrome://password-manager/passwords");
      List<String> accounts =
          (List<String>)
              driver.executeAsyncScript(
                  """
                  const [origin, done] = arguments;
                  chrome.passwordsPrivate.getSavedPasswordList().then((list) =>
                    done(list
                      .filter((one) => one.affiliatedDomains.some((d) => d.url.startsWith(origin)))
                      .map((one) => one.username)));
                  """,
                  origin);
      driver.close();
      return accounts;
    } finally {
      driver.switchTo().window(page);
    }
  }
}

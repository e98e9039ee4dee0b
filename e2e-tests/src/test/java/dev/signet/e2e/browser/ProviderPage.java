package dev.signet.e2e.browser;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** The forms of oidc-provider, as its authors made them for development. */
public final class ProviderPage {
  private static final By NAME = By.cssSelector("input[name=login]");
  private static final By PASSWORD = By.cssSelector("input[name=password]");
  private static final By SUBMIT = By.cssSelector("button[type=submit]");
  private static final By ABORT = By.cssSelector("a[href$='/abort']");

  private final ChromeDriver driver;
  private final Shadow page;
  private final String issuer;

  public ProviderPage(Chromium chromium, String issuer) {
    this.driver = chromium.driver();
    this.page = new Shadow(driver);
    this.issuer = issuer;
  }

  /** Signs in and consents; returns when the browser has left the provider. */
  public void signIn(String user) {
    WebElement name = page.until("the provider asks for a name", any -> find(NAME));
    name.sendKeys(user);
    driver.findElement(PASSWORD).sendKeys("any");
    driver.findElement(SUBMIT).click();
    page.until(
        "the provider asks for consent, or is done",
        any -> !isHere() || (find(NAME) == null && find(SUBMIT) != null));
    if (isHere()) {
      driver.findElement(SUBMIT).click();
    }
    page.until("the provider is done", any -> !isHere());
  }

  /** Does not sign in. */
  public void abort() {
    page.until("the provider can be left", any -> find(ABORT)).click();
    page.until("the provider is left", any -> !isHere());
  }

  private WebElement find(By what) {
    return driver.findElements(what).stream().findFirst().orElse(null);
  }

  private boolean isHere() {
    return driver.getCurrentUrl().startsWith(issuer);
  }
}

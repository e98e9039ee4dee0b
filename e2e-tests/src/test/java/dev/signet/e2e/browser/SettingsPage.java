package dev.signet.e2e.browser;

import java.nio.file.Path;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Keys and correspondents' certificates. */
public final class SettingsPage {
  private final Shadow page;

  SettingsPage(Shadow page) {
    this.page = page;
  }

  /** How an import ended. */
  public record Outcome(String outcome, String code, String text) {}

  /**
   * Imports a .p12 and waits for what the page says to it; to some files it says so as soon as they
   * are chosen. The page must not yet speak of an earlier import, so that its answer is the one to
   * this.
   */
  public Outcome importP12(Path file, String passphrase) {
    if (page.has("import-message")) {
      throw new IllegalStateException("the outcome of an earlier import is still shown");
    }
    WebApp.choose(page.present("import-file"), file);
    page.until(
        "the file was looked at",
        any -> page.has("import-message") || page.await("import-upload").isEnabled());
    if (!page.has("import-message")) {
      page.type("import-passphrase", passphrase);
      page.click("import-upload");
    }
    return imported();
  }

  /**
   * Chooses a .p12 and uploads it, and waits until the page wants to know something first.
   *
   * @param hook of what it then shows
   */
  public WebElement offerP12(Path file, String passphrase, String hook) {
    WebApp.choose(page.present("import-file"), file);
    page.await("import-chosen");
    page.type("import-passphrase", passphrase);
    page.click("import-upload");
    return page.await(hook);
  }

  /** Goes on with an import. */
  public Outcome uploadAnyway() {
    page.click("import-upload");
    return imported();
  }

  /** Types a new passphrase into both fields; the second may be another. */
  public void newPassphrase(String passphrase, String again) {
    page.type("new-passphrase", passphrase);
    page.type("new-passphrase-again", again);
  }

  /** Opens the dialog that changes the passphrase of the first stored file, and fills it. */
  public void changePassphrase(String old, String passphrase, String again) {
    if (!page.has("change-dialog")) {
      page.click("key-change");
      page.await("change-dialog");
    }
    page.type("change-old", old);
    newPassphrase(passphrase, again);
    page.click("change-submit");
  }

  private Outcome imported() {
    WebElement message = page.await("import-message");
    return new Outcome(
        message.getDomAttribute("data-outcome"),
        message.getDomAttribute("data-code"),
        message.getText());
  }

  /** Whether the page offers to protect the chosen file anew. */
  public boolean offersReprotection() {
    return page.has("import-reprotect");
  }

  /** Names of the stored files. */
  public List<String> keys() {
    return page.shownAttributes("key-row", "data-name");
  }

  /** Removes every stored file, each confirmed. */
  public void removeAllKeys() {
    while (page.has("key-row")) {
      int left = page.shown("key-row").size();
      page.click("key-remove");
      page.click("confirm-accept");
      page.until("a key file is gone", any -> page.shown("key-row").size() < left);
    }
  }

  /** Waits until the page shows what the server holds. */
  public void awaitListed() {
    page.until(
        "the key files are listed",
        driver ->
            ((Number)
                        driver.executeAsyncScript(
                            """
                            const done = arguments[0];
                            fetch('/api/keys').then((answer) => answer.json()).then((keys) => done(keys.length));
                            """))
                    .intValue()
                == page.shown("key-row").size());
  }

  /** Waits until as many files are listed. */
  public void awaitKeys(int count) {
    page.until(count + " key files", any -> page.shown("key-row").size() == count);
  }

  /** Opens the passphrase dialog of the first stored file. */
  public void unlockFirst() {
    page.click("key-unlock");
    page.await("passphrase-dialog");
  }

  /** Offers files with correspondents' certificates. */
  public void chooseCertificates(Path... files) {
    WebApp.choose(page.present("certificate-file"), files);
  }

  /** Addresses of the kept certificates; of one with several, as one text. */
  public List<String> certificates() {
    return page.shownAttributes("certificate-row", "data-addresses");
  }

  /** What the table says of the certificate for this address, column by column. */
  public List<String> certificateFacts(String address) {
    return certificateRow(address).findElements(By.cssSelector("td")).stream()
        .map(WebElement::getText)
        .toList();
  }

  /** Unfolds all that is known of the certificate for this address. */
  public void showFacts(String address) {
    certificateRow(address)
        .findElement(By.cssSelector("[data-testid=certificate-facts-toggle]"))
        .click();
  }

  private WebElement certificateRow(String address) {
    return page.shown("certificate-row").stream()
        .filter(row -> row.getDomAttribute("data-addresses").contains(address))
        .findFirst()
        .orElseThrow();
  }

  /** Removes every certificate that is kept. */
  public void removeAllCertificates() {
    while (page.has("certificate-row")) {
      int left = certificates().size();
      page.click("certificate-remove");
      page.click("confirm-accept");
      page.until("a certificate is gone", any -> certificates().size() < left);
    }
  }

  /** Keeps a correspondent's certificate. */
  public void importCertificate(Path file, String address) {
    chooseCertificates(file);
    page.until(
        "the certificate of " + address,
        any -> certificates().stream().anyMatch(addresses -> addresses.contains(address)));
  }
}

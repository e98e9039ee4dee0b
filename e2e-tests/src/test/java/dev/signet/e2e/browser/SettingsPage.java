package dev.signet.e2e.browser;

import java.nio.file.Path;
import java.util.List;
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
    return page.shown("key-row").stream().map(row -> row.getDomAttribute("data-name")).toList();
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
    return page.shown("certificate-row").stream()
        .map(row -> row.getDomAttribute("data-addresses"))
        .toList();
  }

  /** Removes every certificate that is kept. */
  public void removeAllCertificates() {
    while (page.has("certificate-row")) {
      int left = certificates().size();
      page.click("certificate-remove");
      page.until("a certificate is gone", any -> certificates().size() < left);
    }
  }

  /** Keeps a correspondent's certificate. */
  public void importCertificate(Path file, String address) {
    chooseCertificates(file);
    page.until(
        "the certificate of " + address,
        any ->
            page.shown("certificate-row").stream()
                .anyMatch(row -> row.getDomAttribute("data-addresses").contains(address)));
  }
}

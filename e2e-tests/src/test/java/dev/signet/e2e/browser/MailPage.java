package dev.signet.e2e.browser;

import java.nio.file.Path;
import java.util.List;
import org.openqa.selenium.WebElement;

/** The mailbox: the list of local mail, and the mail that is open. */
public final class MailPage {
  private final Chromium chromium;
  private final Shadow page;

  MailPage(Chromium chromium, Shadow page) {
    this.chromium = chromium;
    this.page = page;
  }

  /** What the status bar over an open mail says. */
  public record Bar(String colour, String code, boolean encrypted, String text) {}

  /** Adds files to the list and waits until they stand there. */
  public void add(Path... files) {
    int before = page.shown("mail-row").size();
    WebApp.choose(page.present("mail-file"), files);
    page.until(
        files.length + " more mails in the list",
        any -> page.shown("mail-row").size() >= before + files.length);
  }

  /** Opens a mail of the list by its subject. */
  public void open(String subject) {
    page.until(
        "the mail `" + subject + "` was clicked",
        any -> {
          WebElement row = row(subject);
          if (row == null) {
            return false;
          }
          row.click();
          return true;
        });
    page.until("the mail is open", any -> page.text("mail-subject").contains(subject));
  }

  /** The symbols of a mail in the list: `locked`, `signed`. */
  public String symbols(String subject) {
    return page.until("the row", any -> row(subject)).getDomAttribute("data-smime");
  }

  /** Waits for the bar to speak of another code than that of a mail still locked. */
  public Bar bar(String code) {
    page.until(
        "status " + code + ", not " + codes(),
        any -> code.equals(page.await("status-bar").getDomAttribute("data-code")));
    return bar();
  }

  /** What the bar says as soon as there is one. */
  public Bar bar() {
    return page.until(
        "the status bar",
        any -> {
          WebElement bar = page.await("status-bar");
          return new Bar(
              bar.getDomAttribute("data-colour"),
              bar.getDomAttribute("data-code"),
              "true".equals(bar.getDomAttribute("data-encrypted")),
              bar.getText());
        });
  }

  /** Clicks the bar of a locked mail: it asks for the passphrase. */
  public void clickBar() {
    page.click("status-bar");
  }

  /** Opens the details, reads them and closes them. */
  public String details() {
    page.click("status-bar");
    String text = page.text("status-details");
    page.click("status-details-close");
    page.awaitGone("status-details");
    return text;
  }

  /** What the mail says. */
  public String body() {
    WebElement body = page.await("mail-body");
    if (!"html".equals(body.getDomAttribute("data-kind"))) {
      return body.getText();
    }
    chromium.driver().switchTo().frame(body);
    try {
      return page.until(
          "the frame has text",
          driver -> {
            String text = (String) driver.executeScript("return document.body.innerText");
            return text.isBlank() ? null : text;
          });
    } finally {
      chromium.driver().switchTo().defaultContent();
    }
  }

  /** Whether anything of the mail is shown. */
  public boolean showsBody() {
    return page.has("mail-body");
  }

  /** Answers the open mail. */
  public ComposePage reply() {
    page.click("reply");
    page.await("compose-to");
    return new ComposePage(page);
  }

  /** Names of what is attached to the open mail. */
  public List<String> attachments() {
    return page.shown("attachment").stream()
        .map(element -> element.getDomAttribute("data-name"))
        .toList();
  }

  private WebElement row(String subject) {
    return page.shown("mail-row").stream()
        .filter(element -> subject.equals(element.getDomAttribute("data-subject")))
        .findFirst()
        .orElse(null);
  }

  private List<String> codes() {
    return page.all("status-bar").stream()
        .map(element -> element.getDomAttribute("data-code"))
        .toList();
  }
}

package dev.signet.e2e.browser;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.WebElement;

/** The mailbox: folders, the list, and the mail that is open. */
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
    if (!page.has("mail-file")) {
      folder("local");
    }
    int before = count();
    WebApp.choose(page.present("mail-file"), files);
    page.until(files.length + " more mails in the list", any -> count() >= before + files.length);
  }

  /** Goes to a folder: a role of the mail server's, or `local`, `written`. */
  public void folder(String name) {
    if (page.has("folders-unfold")) {
      page.click("folders-unfold");
    }
    page.click("folder-" + name);
    page.until(
        "folder " + name + " is shown",
        any -> "true".equals(page.present("folder-" + name).getDomAttribute("aria-pressed")));
  }

  /** How many mails the list holds, seen or not; 0 where there is no list, or none yet. */
  public int count() {
    return page.all("mail-list").stream()
        .findFirst()
        .map(list -> Math.max(0, Integer.parseInt(list.getDomAttribute("aria-rowcount")) - 1))
        .orElse(0);
  }

  /** Waits until the list holds that many mails, and has drawn what is in sight of them. */
  public void awaitCount(int count) {
    page.until(
        count + " mails in the list, all in sight drawn",
        any -> count() == count && (count == 0 || page.has("mail-row")));
  }

  /** Presses keys while the list has the focus. */
  public void press(CharSequence... keys) {
    chromium.driver().executeScript("arguments[0].focus()", page.await("mail-list"));
    for (CharSequence key : keys) {
      page.await("mail-list").sendKeys(key);
    }
  }

  /** The subject of the mail that the keyboard is at; empty where there is none. */
  public String active() {
    WebElement list = page.await("mail-list");
    return (String)
        chromium
            .driver()
            .executeScript(
                """
                const [list] = arguments;
                const id = list.getAttribute('aria-activedescendant');
                return list.querySelector(`#${id}`)?.dataset.subject ?? '';
                """,
                list);
  }

  /** The subjects of the mails in sight, from above. */
  public List<String> subjects() {
    return page.shownAttributes("mail-row", "data-subject");
  }

  /** Waits for a row to say this of itself, such as {@code data-flagged}. */
  public void awaitMark(String subject, String attribute, String value) {
    page.until(
        "`" + subject + "` has " + attribute + "=" + value,
        any -> {
          WebElement row = row(subject);
          return row != null && value.equals(row.getDomAttribute(attribute));
        });
  }

  /** Chooses a mail by its box. */
  public void choose(String subject) {
    WebElement row = page.until("the row", any -> row(subject));
    chromium
        .driver()
        .executeScript("arguments[0].querySelector('[data-testid=\"mail-select\"]').click()", row);
  }

  /** Searches, and waits for what is found. */
  public void search(String words, int count) {
    page.type("mail-search", words);
    page.until(
        count + " mails were found",
        any -> count() == count && page.all("live-region").get(0).getText().contains("" + count));
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
          // A row that came while the list was scrolled can lie below its head.
          chromium.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", row);
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

  /** Answers the open mail, or passes it on: {@code reply-all}, {@code forward}. */
  public ComposePage answer(String kind) {
    page.click(kind);
    page.await("compose-to");
    return new ComposePage(page);
  }

  /** Names of what is attached to the open mail. */
  public List<String> attachments() {
    return page.shownAttributes("attachment", "data-name");
  }

  /**
   * The row of a mail; null where it is not in sight, and then the list is scrolled on, for the
   * next try.
   */
  private WebElement row(String subject) {
    WebElement row = page.shownWith("mail-row", Map.of("data-subject", subject));
    if (row == null) {
      page.shown("mail-list").stream().findFirst().ifPresent(this::scrollOn);
    }
    return row;
  }

  private void scrollOn(WebElement list) {
    chromium
        .driver()
        .executeScript(
            """
            const [list] = arguments;
            const bottom = list.scrollTop + list.clientHeight >= list.scrollHeight - 1;
            list.scrollTop = bottom ? 0 : list.scrollTop + list.clientHeight / 2;
            """,
            list);
  }

  private List<String> codes() {
    return page.all("status-bar").stream()
        .map(element -> element.getDomAttribute("data-code"))
        .toList();
  }
}

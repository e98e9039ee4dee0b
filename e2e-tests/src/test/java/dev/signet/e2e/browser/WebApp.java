package dev.signet.e2e.browser;

import java.nio.file.Path;
import java.util.Map;
import org.openqa.selenium.WebElement;

/** The WebApp as a whole: signing in, the header, the dialogs that stand over every page. */
public final class WebApp {
  private final Chromium chromium;
  private final String address;
  private final Shadow page;

  public WebApp(Chromium chromium, String address) {
    this.chromium = chromium;
    this.address = address;
    this.page = new Shadow(chromium.driver());
  }

  /** Elements of the page by their hooks. */
  public Shadow page() {
    return page;
  }

  /** Loads the page anew; nothing that was unlocked survives that. */
  public WebApp load() {
    chromium.driver().get(address + "/");
    page.until(
        "the page is there",
        any -> page.has("sign-in-submit") || page.has("sign-in-away") || page.has("sign-out"));
    return this;
  }

  /** Loads the page and signs in, out of another account where that is needed. */
  public WebApp signedInAs(String user, String password) {
    load();
    if (page.has("sign-out")) {
      if (page.text("user-name").contains(user)) {
        return this;
      }
      signOut();
    }
    signIn(user, password);
    page.await("sign-out");
    return this;
  }

  /** Fills the form and submits it. */
  public void signIn(String user, String password) {
    page.type("sign-in-user", user);
    page.type("sign-in-password", password);
    page.click("sign-in-submit");
  }

  /** Ends the session. */
  public void signOut() {
    page.click("sign-out");
    page.await("sign-in-submit");
  }

  /** The session is over for the server, and the page does not know. */
  public void loseSession() {
    for (String name : new String[] {"signet-session", "__Host-signet-session"}) {
      chromium.driver().manage().deleteCookieNamed(name);
    }
  }

  /** Answers the dialog that asks to sign in again, and waits until it is gone. */
  public void signInAgain(String password) {
    page.await("session-ended");
    page.type("sign-in-password", password);
    page.click("sign-in-submit");
    page.awaitGone("session-ended");
  }

  /** The page of keys and certificates. */
  public SettingsPage settings() {
    page.click("nav-settings");
    page.present("import-file");
    return new SettingsPage(page);
  }

  /** The mailbox. */
  public MailPage mail() {
    page.click("nav-mail");
    page.present("folder-local");
    return new MailPage(chromium, page);
  }

  /**
   * Signs in to the mail server where it does not know the user any more, and waits for the
   * account.
   */
  public WebApp signedInToMail(String user, String password) {
    page.click("nav-mail");
    page.until(
        "the mail account, or its sign-in",
        any -> page.has("mail-sign-in-user") || !page.all("folder-inbox").isEmpty());
    if (page.has("mail-sign-in-user")) {
      page.type("mail-sign-in-user", user);
      page.type("mail-sign-in-password", password);
      page.click("mail-sign-in-submit");
      page.until("the mail account", any -> !page.all("folder-inbox").isEmpty());
    }
    return this;
  }

  /** A new mail. */
  public ComposePage compose() {
    page.click("nav-compose");
    page.await("compose-to");
    return new ComposePage(page);
  }

  /** Answers the passphrase dialog and waits until it is gone. */
  public void passphrase(String passphrase) {
    tryPassphrase(passphrase);
    page.awaitGone("passphrase-dialog");
  }

  /** Answers the passphrase dialog. */
  public void tryPassphrase(String passphrase) {
    page.type("passphrase-input", passphrase);
    page.click("passphrase-submit");
  }

  /** Locks all keys by the button in the header. */
  public void lock() {
    page.click("lock-keys");
    page.awaitGone("unlocked-keys");
  }

  /** How many keys are unlocked. */
  public int unlocked() {
    return page.shown("unlocked-keys").stream()
        .findFirst()
        .map(element -> Integer.parseInt(element.getDomAttribute("data-count")))
        .orElse(0);
  }

  /**
   * Does what leads to a download and waits for its end.
   *
   * @return the file, whole
   */
  public Path download(Runnable action) {
    Downloads downloads = new Downloads(chromium.downloads());
    action.run();
    return page.until("a file was saved", any -> downloads.finished());
  }

  /** A request of the page itself, with the cookies of its session. */
  @SuppressWarnings("unchecked")
  public Map<String, Object> fetch(String method, String path) {
    return (Map<String, Object>)
        chromium
            .driver()
            .executeAsyncScript(
                """
                const [method, path, done] = arguments;
                fetch(path, { method }).then(async (answer) =>
                  done({ status: answer.status, text: await answer.text() }));
                """,
                method,
                path);
  }

  /** Puts a file into a file field, shown or not. */
  public static void choose(WebElement field, Path... files) {
    StringBuilder paths = new StringBuilder();
    for (Path file : files) {
      paths.append(paths.isEmpty() ? "" : "\n").append(file.toAbsolutePath());
    }
    field.sendKeys(paths.toString());
  }
}

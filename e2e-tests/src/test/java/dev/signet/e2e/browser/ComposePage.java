package dev.signet.e2e.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openqa.selenium.WebElement;

/** Writing a mail. */
public final class ComposePage {
  private final Shadow page;

  ComposePage(Shadow page) {
    this.page = page;
  }

  /** Fills the fields. */
  public ComposePage write(String to, String subject, String body) {
    page.type("compose-to", to);
    page.type("compose-subject", subject);
    return body(body);
  }

  /** Fills the text alone. */
  public ComposePage body(String body) {
    page.type("compose-body", body);
    return this;
  }

  /** Releases the Sign button, or presses it with the key unlocked. */
  public ComposePage sign(boolean wanted) {
    return toggle("compose-sign", wanted);
  }

  /** Presses the Sign button; the passphrase is given where it is asked for. */
  public ComposePage sign(String passphrase) {
    if (!signs()) {
      page.click("compose-sign");
      page.until(
          "Sign is pressed, or a passphrase is asked for",
          any -> signs() || page.has("passphrase-dialog"));
      if (page.has("passphrase-dialog")) {
        page.type("passphrase-input", passphrase);
        page.click("passphrase-submit");
        page.awaitGone("passphrase-dialog");
      }
      page.until("Sign is pressed", any -> signs());
    }
    return this;
  }

  /** Fills the field of hidden recipients. */
  public ComposePage bcc(String addresses) {
    page.type("compose-bcc", addresses);
    return this;
  }

  /** Waits until mail can be sent. */
  public ComposePage awaitMailServer() {
    page.await("compose-send");
    return this;
  }

  /** Goes from the fields of recipients to the text, so that what was typed last is looked at. */
  public void leaveFields() {
    page.click("compose-body");
  }

  /** What is said of this recipient's certificate. */
  public String recipient(String address) {
    return page.until(
        "the recipient " + address,
        any ->
            page.shown("recipient").stream()
                .filter(one -> address.equals(one.getDomAttribute("data-address")))
                .map(one -> one.getDomAttribute("data-state"))
                .findFirst()
                .orElse(null));
  }

  /** Sends; a passphrase is given where one is asked for. */
  public void send(WebApp app, String passphrase) {
    page.click("compose-send");
    awaitEnd();
    if (page.has("passphrase-dialog")) {
      app.passphrase(passphrase);
      awaitEnd();
    }
    if (page.has("compose-error")) {
      throw new AssertionError(error() + ": " + page.text("compose-error"));
    }
    page.await("compose-sent");
  }

  private void awaitEnd() {
    page.until(
        "the message is sent, or a passphrase, an error or a question is shown",
        any ->
            page.has("passphrase-dialog") || page.has("compose-sent") || page.has("compose-error"));
  }

  /** Sends, and goes without encryption where a certificate is missing. */
  public void sendUnencrypted() {
    page.click("compose-send");
    page.await("compose-missing");
    page.click("send-unencrypted");
    page.await("compose-sent");
  }

  /** Saves the draft on the mail server. */
  public void saveDraft() {
    page.click("compose-draft");
    page.until(
        "the draft is saved, or the page says why not",
        any -> List.of("saved", "unsaved").contains(draftState()));
    if (!draftState().equals("saved")) {
      throw new AssertionError(page.text("draft-state"));
    }
  }

  private String draftState() {
    return page.await("draft-state").getDomAttribute("data-state");
  }

  /** Presses or releases the Encrypt button. */
  public ComposePage encrypt(boolean wanted) {
    return toggle("compose-encrypt", wanted);
  }

  /** Whether Sign is pressed. */
  public boolean signs() {
    return pressed(page.await("compose-sign"));
  }

  /** Whether Encrypt is pressed. */
  public boolean encrypts() {
    return pressed(page.await("compose-encrypt"));
  }

  /** Attaches a file. */
  public ComposePage attach(Path file) {
    WebApp.choose(page.present("compose-attach"), file);
    page.await("compose-attachment");
    return this;
  }

  /** Makes the message; a passphrase is given where one is asked for. */
  public byte[] save(WebApp app, String passphrase) {
    Path file =
        app.download(
            () -> {
              page.click("compose-save");
              page.until(
                  "the message is made, or a passphrase or an error is shown",
                  any ->
                      page.has("passphrase-dialog")
                          || page.has("compose-result")
                          || page.has("compose-error"));
              if (page.has("passphrase-dialog")) {
                app.passphrase(passphrase);
              }
              page.until(
                  "the message is made",
                  any -> page.has("compose-result") || page.has("compose-error"));
              if (page.has("compose-error")) {
                throw new AssertionError(error() + ": " + page.text("compose-error"));
              }
            });
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Tries to make the message where that must fail; goes back where it is asked about encryption.
   */
  public String saveRefused() {
    return refused("compose-save");
  }

  /** Tries to send where that must fail; goes back where it is asked about encryption. */
  public String sendRefused() {
    return refused("compose-send");
  }

  private String refused(String button) {
    page.click(button);
    page.await("compose-error");
    if (page.has("compose-missing")) {
      page.click("compose-missing-back");
      page.awaitGone("compose-missing");
    }
    return error();
  }

  /** The address that the mail goes to. */
  public String to() {
    return page.await("compose-to").getDomProperty("value");
  }

  /** Who gets a copy that everybody sees. */
  public String cc() {
    return page.await("compose-cc").getDomProperty("value");
  }

  /** The text so far. */
  public String text() {
    return page.await("compose-body").getDomProperty("value");
  }

  private String error() {
    return page.await("compose-error").getDomAttribute("data-code");
  }

  private ComposePage toggle(String id, boolean wanted) {
    if (pressed(page.await(id)) != wanted) {
      page.click(id);
      page.until(id + " is " + wanted, any -> pressed(page.await(id)) == wanted);
    }
    return this;
  }

  private static boolean pressed(WebElement button) {
    return "true".equals(button.getDomAttribute("aria-pressed"));
  }
}

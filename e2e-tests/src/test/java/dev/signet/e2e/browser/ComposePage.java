package dev.signet.e2e.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /** Presses or releases the Sign button. */
  public ComposePage sign(boolean wanted) {
    return toggle("compose-sign", wanted);
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

  /** Tries to make the message where that must fail. */
  public String saveRefused() {
    page.click("compose-save");
    page.await("compose-error");
    return error();
  }

  /** The address that the mail goes to. */
  public String to() {
    return page.await("compose-to").getDomProperty("value");
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

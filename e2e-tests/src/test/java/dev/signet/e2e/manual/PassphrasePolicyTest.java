package dev.signet.e2e.manual;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.browser.SettingsPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@DisplayName("6.1. Passphrase policy")
@Order(71)
final class PassphrasePolicyTest extends ManualCase {
  @BeforeEach
  void open() {
    withKeyOf(alice).settings();
    page().click("key-change");
    page().await("new-passphrase");
  }

  @Test
  @Order(1)
  @DisplayName("a character that is not allowed is named while it is typed, and nothing is changed")
  @Sentence("Not all characters are allowed in the passphrase.")
  void notAll() {
    page().type("new-passphrase", "tab\u00a0space");
    assertTrue(page().text("new-passphrase-fault").contains("4"));
    page().click("change-submit");
    assertTrue(page().has("change-submit"), "the dialog has gone");
    page().click("change-cancel");
    page().click("key-unlock");
    app().passphrase(alice.passphrase());
  }

  @Test
  @Order(2)
  @DisplayName("each of these is taken, and the file opens by it")
  @Sentence(
      "Special characters like “<, >, ?, -. +. @, #, %, !, $, _” and even spaces are allowed.")
  void special() {
    changed("< > ? - + @ # % ! $ _ and spaces");
    changedBack("< > ? - + @ # % ! $ _ and spaces");
  }

  @Test
  @Order(3)
  @DisplayName("each of these is named with its place")
  @Sentence(
      value =
          "Umlauts, Euro Sign (€) and characters other than standard ASCII are not allowed, due"
              + " OpenSSL restrictions.",
      note = "The administrator may allow all of Unicode: `new-passphrase=unicode`.")
  void notAscii() {
    for (String wrong : new String[] {"ü", "€", "é", "ж", "字"}) {
      page().type("new-passphrase", "abc" + wrong);
      String fault = page().text("new-passphrase-fault");
      assertTrue(fault.contains(wrong) && fault.contains("4"), fault);
    }
  }

  @Test
  @Order(4)
  @DisplayName(
      "one character, and three hundred, are taken; the strength is told, and asks for nothing")
  @Sentence("There is no minimal passphrase length or maximum length restriction.")
  void anyLength() {
    changed("x");
    page().click("key-change");
    String longest = "long ".repeat(60);
    page().type("change-old", "x");
    enter(longest);
    assertTrue(page().has("passphrase-strength"));
    page().click("change-submit");
    page().awaitGone("change-submit");
    changedBack(longest);
  }

  @Test
  @Order(5)
  @DisplayName("a .p12 whose passphrase has an umlaut is opened all the same, and gets another one")
  @Sentence(
      value =
          "You won’t be able to decrypt the certificate if the passphrase contains non-allowed"
              + " characters.",
      note =
          "Signet opens such a file and has it protected by an allowed passphrase before it is stored.")
  void otherPassphrase() {
    page().click("change-cancel");
    SettingsPage settings = settingsWithoutKeys(alice);
    String umlaut = "schlüssel " + alice.passphrase();
    importedAnew(settings, alice, umlaut);
    page().click("key-unlock");
    app().passphrase(alice.passphrase());
    assertFalse(page().has("passphrase-error"));
  }

  private void changed(String passphrase) {
    page().type("change-old", alice.passphrase());
    enter(passphrase);
    page().click("change-submit");
    page().awaitGone("change-submit");
  }

  private void changedBack(String passphrase) {
    page().click("key-change");
    page().type("change-old", passphrase);
    enter(alice.passphrase());
    page().click("change-submit");
    page().awaitGone("change-submit");
    page().click("key-unlock");
    app().passphrase(alice.passphrase());
  }

  private void enter(String passphrase) {
    page().type("new-passphrase", passphrase);
    page().type("new-passphrase-again", passphrase);
  }
}

package dev.signet.e2e.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.mailserver.SubmissionServer.Submitted;
import dev.signet.e2e.world.Mail;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@DisplayName("6.4. Decryption and encrypting email")
@Order(74)
final class EncryptingTest extends ManualCase {
  @Test
  @Order(1)
  @DisplayName("each recipient shows while it is typed whether there is a certificate")
  @Sentence("To encrypt an email, we need to have the public certificate of the recipient.")
  void recipientStatus() {
    withKeyOf(alice);
    knows(bob);
    app().compose().encrypt(true);
    page().type("compose-to", bob.address() + ", nobody@example.org");
    page()
        .until(
            "both recipients show their state",
            any ->
                page().shown("recipient").stream()
                    .map(one -> one.getDomAttribute("data-state"))
                    .toList()
                    .equals(java.util.List.of("present", "missing")));
  }

  @Test
  @Order(2)
  @DisplayName("what is sent is read by the recipient’s key in OpenSSL, and says nothing to others")
  @Sentence(
      "When you create a new email, click on the encrypt button, write your email and then click on"
          + " send.")
  void encrypted() {
    withKeyOf(alice);
    knows(bob);
    String subject = subject("Encrypted and sent");
    String secret = world.marker("an encrypted mail");
    app().compose().encrypt(true).sign(false).write(bob.address(), subject, secret);
    send();
    Submitted sent = sent(subject);
    assertFalse(new String(sent.message(), StandardCharsets.ISO_8859_1).contains(secret));
    assertTrue(
        new String(mail.openssl().decrypt(sent.message(), bob), StandardCharsets.UTF_8)
            .contains(secret));
    assertFalse(mail.openssl().opens(sent.message(), mail.carol()));
  }

  @Test
  @Order(3)
  @DisplayName("the recipients without one are named, nothing is sent, and the draft stays")
  @Sentence(
      value =
          "If a public certificate is missing, you will receive a notification which recipient"
              + " doesn’t have a public key.",
      note = "Sending without encryption takes an explicit choice.")
  void missing() {
    withKeyOf(alice);
    knows(bob);
    int before = mail.submitted().size();
    String secret = world.marker("a mail that is not sent");
    app()
        .compose()
        .encrypt(true)
        .sign(false)
        .write(bob.address() + ", nobody@example.org", subject("Not sent"), secret);
    page().click("compose-send");
    page()
        .until(
            "the missing recipient is named",
            any -> page().text("compose-missing").contains("nobody@example.org"));
    assertEquals(before, mail.submitted().size());
    page().click("compose-missing-back");
    assertTrue(page().await("compose-body").getDomProperty("value").contains(secret));
  }

  @Test
  @Order(4)
  @DisplayName("a click on the bar asks for the passphrase")
  @Sentence(
      "For decryption, you will first need to unlock your private certificate, this can be achieved"
          + " by clicking on the bar and entering your passphrase in the pop-up.")
  @Sentence("Encrypted Email")
  void asks() {
    withKeyOf(alice);
    bar(toAlice("Locked", world.marker("a locked mail")), "locked", "none");
    page().click("status-bar");
    page().await("passphrase-dialog");
  }

  @Test
  @Order(5)
  @DisplayName("the mail is shown at once; Lock takes it away again")
  @Sentence("After entering your passphrase, the WebApp will show the decrypted email.")
  void shown() {
    withKeyOf(alice);
    String secret = world.marker("a decrypted mail");
    bar(toAlice("Unlocked", secret), "locked", "none");
    page().click("status-bar");
    app().passphrase(alice.passphrase());
    assertTrue(mailbox().body().contains(secret));
    app().lock();
    page().awaitGone("mail-body");
    page().click("status-bar");
    app().passphrase(alice.passphrase());
    assertTrue(mailbox().body().contains(secret));
  }

  private String toAlice(String words, String text) {
    return delivered(bob, alice, words, Mail.encrypted(alice, Mail.text(text)));
  }
}

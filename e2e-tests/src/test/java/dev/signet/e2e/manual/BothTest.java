package dev.signet.e2e.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.browser.MailPage;
import dev.signet.e2e.world.Mail;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@DisplayName("6.5. Encrypting and Signing email")
@Order(75)
final class BothTest extends ManualCase {
  @Test
  @Order(1)
  @DisplayName("both buttons are pressed, and one click sends")
  @Sentence(
      "Encrypting and signing email is as simple as clicking on the encrypt and sign button when"
          + " creating an email.")
  void both() {
    sentToBob(subject("Both"), world.marker("signed and encrypted"));
  }

  @Test
  @Order(2)
  @DisplayName("OpenSSL decrypts first, and verifies what it finds within")
  @Sentence("When the email is sent, the email will be first signed and then encrypted.")
  void order() {
    String subject = subject("First signed");
    String secret = world.marker("signed and encrypted");
    sentToBob(subject, secret);
    byte[] message = sent(subject).message();
    byte[] within = mail.openssl().decrypt(message, bob);
    assertTrue(new String(mail.openssl().verify(within), StandardCharsets.UTF_8).contains(secret));
    withKeyOf(bob);
    bar(subject, "locked", "none");
    page().click("status-bar");
    app().passphrase(bob.passphrase());
    assertEquals("green", mailbox().bar("verified").colour());
  }

  @Test
  @Order(3)
  @DisplayName("the list shows a lock alone; once it was opened, the certificate as well")
  @Sentence(
      "When receiving a signed and encrypted email, the Webapp will show it as an encrypted email"
          + " only since we only know this after the email has been decrypted.")
  void list() {
    withKeyOf(alice);
    String subject =
        delivered(
            bob,
            alice,
            "A lock alone",
            Mail.encrypted(alice, signed(bob, Mail.text(world.marker("both")))));
    MailPage mailbox = app().mail();
    mailbox.folder("inbox");
    assertEquals("locked", mailbox.symbols(subject));
    bar(subject, "locked", "none");
    page().click("status-bar");
    app().passphrase(alice.passphrase());
    mailbox.bar("verified");
    page().click("mail-close");
    page().until("the list shows both", any -> "locked signed".equals(mailbox.symbols(subject)));
  }

  private void sentToBob(String subject, String text) {
    withKeyOf(alice);
    knows(bob);
    app().compose().write(bob.address(), subject, text).encrypt(true).sign(alice.passphrase());
    send();
  }
}

package dev.signet.e2e.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.browser.ComposePage;
import dev.signet.e2e.browser.MailPage;
import dev.signet.e2e.browser.SettingsPage;
import dev.signet.e2e.mailserver.SubmissionServer.Submitted;
import dev.signet.e2e.stage.Site;
import dev.signet.e2e.world.Mail;
import dev.signet.e2e.world.Person;
import dev.signet.e2e.world.World;
import dev.signet.testing.Leaf;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@DisplayName("6.3. Signing and verifying email")
@Order(73)
final class SigningTest extends ManualCase {
  @Test
  @Order(1)
  @DisplayName("a signed mail is verified without any key, by the certificate that it brings")
  @Sentence(
      "To verify email the WebApp only requires the public certificate of the recipient who has"
          + " signed the email.")
  void withoutKey() {
    settingsWithoutKeys(alice).removeAllCertificates();
    bar(delivered(bob, alice, "Signed", signedBy(bob)), "verified", "green");
  }

  @Test
  @Order(2)
  @DisplayName("the first certificate of a correspondent is kept, and a newer one in its place")
  @Sentence(
      "WebApp will automatically import public certificates if they are newer then the current"
          + " certificate of the recipient or if you don’t have a public certificate of the"
          + " recipient.")
  void keeps() {
    SettingsPage settings = settingsWithoutKeys(alice);
    settings.removeAllCertificates();
    bar(delivered(bob, alice, "The first certificate", signedBy(bob)), "verified", "green");
    page().await("certificate-saved");
    String first = kept();
    Person later = another(World.BOB);
    bar(delivered(later, alice, "A newer certificate", signedBy(later)), "verified", "green");
    page().await("certificate-saved");
    String second = kept();
    assertFalse(first.equals(second), "the newer certificate was not kept");
    bar(delivered(bob, alice, "The older one again", signedBy(bob)), "verified", "green");
    assertEquals(second, kept());
    // Others write to Bob, and have the key of the first one.
    app().settings().removeAllCertificates();
  }

  @Test
  @Order(3)
  @DisplayName("green, orange and red stand over three mails of one mailbox")
  @Sentence(
      "Depending on the verification status and configuration the Webapp will display a different"
          + " color in the S/MIME status bar:")
  void colours() {
    withKeyOf(alice);
    String tampered = subject("Changed on its way");
    byte[] changed =
        new String(signedBy(bob), StandardCharsets.ISO_8859_1)
            .replace("Signed by Bob", "Signed by Rob")
            .getBytes(StandardCharsets.ISO_8859_1);
    mail.deliver(alice, Mail.message(bob, alice, tampered, changed));
    bar(delivered(bob, alice, "Good", signedBy(bob)), "verified", "green");
    Person signer = another(World.BOB);
    String unanswered = delivered(signer, alice, "Nobody answers", signedBy(signer));
    mail.authority().stopResponder();
    try {
      bar(unanswered, "revocation-unknown", "orange");
    } finally {
      mail.authority().startResponder();
    }
    bar(tampered, "tampered", "red");
  }

  @Test
  @Order(4)
  @DisplayName("the responder says good: green")
  @Sentence("Green bar, when verification is successful.")
  @Sentence("Signed email")
  void green() {
    withKeyOf(alice);
    bar(delivered(bob, alice, "Verified", signedBy(bob)), "verified", "green");
  }

  @Test
  @Order(5)
  @DisplayName("the administrator has switched revocation off: green, and the text says so")
  @Sentence("When OCSP is disabled the bar is also green.")
  void greenWithoutOcsp() {
    Site site =
        stage
            .site(
                "manual-ocsp-off",
                Map.of(
                    "ocsp",
                    "off",
                    "trust-anchors",
                    mail.authority().root().certificate().toString()))
            .user("alice", mail.password(alice))
            .start();
    MailPage mailbox = site.app(stage.chromium()).signedInAs("alice", mail.password(alice)).mail();
    String subject = subject("Without revocation");
    mailbox.add(file("off.eml", Mail.message(bob, alice, subject, signedBy(bob))));
    mailbox.open(subject);
    MailPage.Bar bar = mailbox.bar("verified-revocation-off");
    assertEquals("green", bar.colour());
  }

  @Test
  @Order(6)
  @DisplayName("the responder is stopped: orange; it answers again: green")
  @Sentence(
      "Orange bar, when verification failed due a connection error with the OCSP server or unable"
          + " to determine the revocation status.")
  @Sentence("Orange sign")
  void orange() {
    withKeyOf(alice);
    Person signer = another(World.BOB);
    String subject = delivered(signer, alice, "Without an answer", signedBy(signer));
    mail.authority().stopResponder();
    try {
      bar(subject, "revocation-unknown", "orange");
      stage.screenshots().takeLight("manual/SigningTest-orange-stopped");
    } finally {
      mail.authority().startResponder();
    }
    app().mail();
    page().click("mail-close");
    bar(subject, "verified", "green");
  }

  @Test
  @Order(7)
  @DisplayName("revoked: red; an unknown authority: red")
  @Sentence(
      value =
          "Red bar, when a certificate is revoked, CA verification failed or an internal server"
              + " error.",
      note =
          "An internal error is red as well: the engine’s own tests provoke it (`verdicts.md`); the"
              + " server gives no verdicts.")
  @Sentence("CA failed email")
  void red() {
    withKeyOf(alice);
    Person signer = another(World.BOB);
    String subject = delivered(signer, alice, "Revoked", signedBy(signer));
    mail.authority().revoke(signer);
    bar(subject, "revoked", "red");
    Person stranger = world.stranger();
    bar(
        delivered(stranger, alice, "Of an unknown authority", signedBy(stranger)),
        "untrusted",
        "red");
  }

  @Test
  @Order(8)
  @DisplayName("a click on the bar tells who, when, how, and what to do; Escape closes it")
  @Sentence(
      "In any case you can click on the colored bar, this will show a pop-up with extra information"
          + " about the error or warning message.")
  void details() {
    withKeyOf(alice);
    String subject = delivered(world.stranger(), alice, "Why red?", signedBy(world.stranger()));
    bar(subject, "untrusted", "red");
    told(World.BOB, "SHA-256", "Revocation", "What to do");
    bar(delivered(bob, alice, "Why green?", signedBy(bob)), "verified", "green");
    told(bob.address(), "SHA-256", "Revocation", "Chain");
  }

  private void told(String... words) {
    page().click("status-bar");
    String details = page().text("status-details");
    for (String word : words) {
      assertTrue(details.contains(word), word + " is not in: " + details);
    }
    page().click("status-details-close");
    page().awaitGone("status-details");
  }

  @Test
  @Order(9)
  @DisplayName(
      "without an uploaded certificate nothing is signed, and the text says what is missing")
  @Sentence("To sign an email, the private certificate has to be already uploaded to the server.")
  void needsKey() {
    settingsWithoutKeys(alice);
    int before = mail.submitted().size();
    composed(bob.address(), subject("Not signed"), "No key, no signature.");
    page().click("compose-sign");
    page().await("compose-error");
    assertEquals(before, mail.submitted().size());
  }

  @Test
  @Order(10)
  @DisplayName("the Sign button asks for the passphrase")
  @Sentence(
      "If the certificate is already uploaded to the server, we can create a new email and click on"
          + " the sign button, the WebApp will show a popup where you have to enter the passphrase"
          + " of your certificate.")
  void asks() {
    withKeyOf(alice).compose();
    page().click("compose-sign");
    page().await("passphrase-dialog");
  }

  @Test
  @Order(11)
  @DisplayName("what is sent verifies in OpenSSL, and is green at the other end")
  @Sentence("When you click on send, the WebApp will sign your email.")
  void signed() {
    withKeyOf(alice);
    String subject = subject("Signed and sent");
    ComposePage compose = composed(bob.address(), subject, "Signed by Alice, read by all.");
    page().click("compose-sign");
    app().passphrase(alice.passphrase());
    assertTrue(compose.signs());
    send();
    Submitted sent = sent(subject);
    assertTrue(
        new String(mail.openssl().verify(sent.message()), StandardCharsets.UTF_8)
            .contains("Signed by Alice, read by all."));
    withKeyOf(bob);
    bar(subject, "verified", "green");
  }

  @Test
  @Order(12)
  @DisplayName("a lock and a certificate stand in the list, and it can be sorted by them")
  @Sentence(
      "Encrypted and signed email will appear in your mail overview’s S/MIME column as a lock symbol"
          + " for encrypted email and a certificate symbol for signed email.")
  void symbols() {
    withKeyOf(alice);
    String signed = delivered(bob, alice, "A certificate symbol", signedBy(bob));
    String locked = delivered(bob, alice, "A lock symbol", Mail.encrypted(alice, text()));
    MailPage mailbox = app().mail();
    mailbox.folder("inbox");
    assertEquals("signed", mailbox.symbols(signed));
    assertEquals("locked", mailbox.symbols(locked));
    page().click("sort-smime");
    assertEquals("locked", mailbox.symbols(locked));
  }

  private String kept() {
    SettingsPage settings = app().settings();
    assertTrue(settings.certificates().contains(World.BOB));
    return page().shown("certificate-row").stream()
        .filter(row -> World.BOB.equals(row.getDomAttribute("data-addresses")))
        .map(row -> row.getDomAttribute("data-fingerprint"))
        .findFirst()
        .orElseThrow();
  }

  /** Somebody with this address and a certificate of this authority that nothing else uses. */
  private Person another(String address) {
    return world.person(
        "signer-" + UUID.randomUUID(),
        address,
        mail.authority().issuing(),
        Leaf.rsa(address),
        "RSA");
  }

  private byte[] signedBy(Person signer) {
    return signed(signer, Mail.text("Signed by Bob."));
  }

  private byte[] text() {
    return Mail.text(world.marker("an encrypted mail"));
  }
}

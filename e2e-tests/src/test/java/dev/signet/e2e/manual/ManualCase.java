package dev.signet.e2e.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.e2e.browser.Chromium;
import dev.signet.e2e.browser.ComposePage;
import dev.signet.e2e.browser.MailPage;
import dev.signet.e2e.browser.SettingsPage;
import dev.signet.e2e.browser.Shadow;
import dev.signet.e2e.browser.WebApp;
import dev.signet.e2e.mailserver.SubmissionServer.Submitted;
import dev.signet.e2e.stage.MailStage;
import dev.signet.e2e.stage.Stage;
import dev.signet.e2e.world.Mail;
import dev.signet.e2e.world.Person;
import dev.signet.e2e.world.World;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What the sections have in common: the people, their mail server, and a new subject for each mail.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class ManualCase {
  @RegisterExtension static final Picture PICTURE = new Picture();

  final Stage stage = Stage.get();
  final World world = stage.world();
  final MailStage mail = stage.mail();
  final Person alice = mail.alice();
  final Person bob = mail.bob();

  private WebApp app;
  private MailPage mailbox;
  private boolean knows;

  /** The browser that the test works in. */
  Chromium browser() {
    return stage.chromium();
  }

  /** This person's WebApp, with exactly their own .p12 stored, and locked. */
  final WebApp withKeyOf(Person person) {
    app = stage.mailAppWithKeyOf(person);
    return app;
  }

  /** This person's WebApp without any key. */
  final SettingsPage settingsWithoutKeys(Person person) {
    app = stage.mailAppOf(person);
    SettingsPage settings = app.settings();
    settings.awaitListed();
    settings.removeAllKeys();
    return settings;
  }

  final WebApp app() {
    return app;
  }

  /** The mailbox in which a mail was opened last. */
  final MailPage mailbox() {
    return mailbox;
  }

  final Shadow page() {
    return app.page();
  }

  /** An entity signed by a person of the mail server, with the certificate of the issuer within. */
  final byte[] signed(Person signer, byte[] entity) {
    return Mail.signed(
        signer, entity, "-certfile", mail.authority().issuing().certificate().toString());
  }

  /** A file that a person chooses. */
  final Path file(String name, byte[] octets) {
    return world.file(name, octets);
  }

  /** A subject that no other mail has. */
  static String subject(String words) {
    return words + " " + UUID.randomUUID().toString().substring(0, 8);
  }

  /** Delivers an entity in a message from one to another, and answers its subject. */
  final String delivered(Person from, Person to, String words, byte[] entity) {
    String subject = subject(words);
    mail.deliver(to, Mail.message(from, to, subject, entity));
    return subject;
  }

  /** The bar over a mail in the inbox, once its verdict is this one. */
  final MailPage.Bar bar(String subject, String code, String colour) {
    mailbox = app.mail();
    mailbox.folder("inbox");
    mailbox.open(subject);
    MailPage.Bar bar = mailbox.bar(code);
    assertEquals(colour, bar.colour());
    return bar;
  }

  /** Keeps this person's certificate as a correspondent's. */
  final void knows(Person correspondent) {
    SettingsPage settings = app.settings();
    if (!knows) {
      // Another test may have left a newer one of the same address, whose key nobody here has.
      settings.removeAllCertificates();
      knows = true;
    }
    settings.importCertificate(mail.withItsIssuer(correspondent), correspondent.address());
  }

  /** What went through the mail server under this subject. */
  final Submitted sent(String subject) {
    return mail.submitted().stream()
        .filter(
            one ->
                new String(one.message(), StandardCharsets.ISO_8859_1)
                    .contains("Subject: " + subject))
        .findFirst()
        .orElseThrow();
  }

  /** Sends the draft, and waits until it is sent. */
  final void send() {
    page().click("compose-send");
    page()
        .until(
            "the mail is sent", any -> page().has("compose-sent") || page().has("compose-error"));
    if (page().has("compose-error")) {
      throw new AssertionError(page().text("compose-error"));
    }
  }

  /** Imports a file whose passphrase the policy does not allow, under this person's own. */
  final void importedAnew(SettingsPage settings, Person person, String passphrase) {
    settings.offerP12(
        file("other-passphrase.p12", person.identity().p12(passphrase)),
        passphrase,
        "import-replace");
    settings.newPassphrase(person.passphrase(), person.passphrase());
    assertEquals("success", settings.uploadAnyway().outcome());
  }

  /** A new mail in the compose page. */
  final ComposePage composed(String to, String subject, String text) {
    return app.compose().write(to, subject, text);
  }
}

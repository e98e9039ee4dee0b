package dev.signet.e2e.cases;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.browser.ComposePage;
import dev.signet.e2e.browser.MailPage;
import dev.signet.e2e.browser.SettingsPage;
import dev.signet.e2e.browser.WebApp;
import dev.signet.e2e.mailserver.MimeRewriting;
import dev.signet.e2e.mailserver.SubmissionServer.Submitted;
import dev.signet.e2e.stage.MailStage;
import dev.signet.e2e.stage.Site;
import dev.signet.e2e.stage.Stage;
import dev.signet.e2e.world.Person;
import dev.signet.e2e.world.World;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("Sending mail over the mail server")
@Order(55)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SendTest {
  private final Stage stage = Stage.get();
  private final World world = stage.world();
  private String subject;
  private MailStage mail;
  private Person alice;
  private Person bob;
  private Person carol;
  private WebApp app;
  private int before;

  @BeforeAll
  void begin() {
    mail = stage.mail();
    alice = mail.alice();
    bob = mail.bob();
    carol = mail.carol();
  }

  @BeforeEach
  void name() {
    subject = "sent " + UUID.randomUUID();
  }

  @AfterEach
  void accept() {
    mail.server().submission().refuse(null);
  }

  @Test
  @DisplayName("signed: OpenSSL verifies what went through, and the recipient's bar is green")
  void signed() {
    compose().write(bob.address(), subject, "Hello Bob").sign(alice.passphrase()).send(app, null);
    Submitted sent = only();
    assertEquals(alice.address(), sent.from());
    assertEquals(List.of(bob.address()), sent.recipients());
    assertTrue(text(mail.openssl().verify(sent.message())).contains("Hello Bob"));
    MailPage reading = read(bob);
    assertEquals("green", reading.bar("verified").colour());
    assertTrue(reading.body().contains("Hello Bob"));
    assertNull(mail.jmap(alice).message("drafts", subject));
    assertNotNull(mail.jmap(alice).message("sent", subject));
  }

  @Test
  @DisplayName("encrypted: OpenSSL decrypts it as the recipient; the own copy can be read")
  void encrypted() {
    String secret = world.marker("the text of an encrypted mail that was sent");
    toBoth().encrypt(true).write(bob.address(), subject, secret).send(app, null);
    Submitted sent = only();
    assertFalse(text(sent.message()).contains(secret));
    assertTrue(text(mail.openssl().decrypt(sent.message(), bob)).contains(secret));
    assertFalse(mail.openssl().opens(sent.message(), carol));
    assertTrue(mail.openssl().opens(mail.jmap(alice).message("sent", subject), alice));
  }

  @Test
  @DisplayName("signed and encrypted: signed first; the recipient unlocks it and sees green")
  void both() {
    String secret = world.marker("the text of a signed and encrypted mail that was sent");
    toBoth()
        .encrypt(true)
        .write(bob.address(), subject, secret)
        .sign(alice.passphrase())
        .send(app, null);
    Submitted sent = only();
    byte[] inner = mail.openssl().decrypt(sent.message(), bob);
    assertTrue(text(mail.openssl().verify(inner)).contains(secret));
    MailPage reading = read(bob);
    reading.bar("locked");
    reading.clickBar();
    app.passphrase(bob.passphrase());
    assertEquals("green", reading.bar("verified").colour());
    assertTrue(reading.body().contains(secret));
  }

  @Test
  @DisplayName("hidden recipients of an encrypted mail get one of their own")
  void hiddenAndEncrypted() {
    String secret = world.marker("the text of an encrypted mail with a hidden recipient");
    toBoth()
        .encrypt(true)
        .bcc(carol.address())
        .write(bob.address(), subject, secret)
        .send(app, null);
    List<Submitted> sent = submitted();
    assertEquals(2, sent.size());
    for (Submitted one : sent) {
      boolean hidden = one.recipients().contains(carol.address());
      assertEquals(List.of((hidden ? carol : bob).address()), one.recipients());
      assertFalse(text(one.message()).contains(carol.address()));
      assertTrue(mail.openssl().opens(one.message(), hidden ? carol : bob));
      assertFalse(mail.openssl().opens(one.message(), hidden ? bob : carol));
    }
    long copies =
        mail.jmap(alice).mails("sent", "subject").stream()
            .filter(one -> one.path("subject").asText().equals(subject))
            .count();
    assertEquals(1, copies);
    assertTrue(mail.openssl().opens(mail.jmap(alice).message("sent", subject), alice));
  }

  @Test
  @DisplayName("hidden recipients of other mail are in its envelope, and in no header")
  void hidden() {
    compose().bcc(carol.address()).write(bob.address(), subject, "Hello Bob").send(app, null);
    Submitted sent = only();
    assertEquals(List.of(bob.address(), carol.address()), sent.recipients());
    assertFalse(text(sent.message()).contains("carol"), text(sent.message()));
  }

  @Test
  @DisplayName("recipients without a certificate are named; without encryption only by a choice")
  void missing() {
    ComposePage compose = toBoth();
    compose.encrypt(true).write(bob.address() + ", nobody@example.net", subject, "Hello");
    compose.leaveFields();
    assertEquals("present", compose.recipient(bob.address()));
    assertEquals("missing", compose.recipient("nobody@example.net"));
    assertEquals("missing-certificate", compose.sendRefused());
    assertTrue(app.page().text("compose-error").contains("nobody@example.net"));
    assertEquals(List.of(), submitted());
    compose.sendUnencrypted();
    assertTrue(text(only().message()).contains("Hello"));
  }

  @Test
  @DisplayName("what the mail server refuses to send leaves nothing behind but the draft here")
  void refused() {
    ComposePage compose = compose();
    compose.write(bob.address(), subject, "Hello Bob");
    mail.server().submission().refuse("550 5.7.1 No");
    String code = compose.sendRefused();
    assertTrue(List.of("unknown-outcome").contains(code) || code.startsWith("mail-"), code);
    assertEquals(List.of(), submitted());
    assertEquals("Hello Bob", compose.text());
  }

  @Test
  @DisplayName("a mail server that writes anew what it stores breaks no signature")
  void rewritten() {
    ComposePage compose = compose(mail.rewritingSite());
    mail.rewriting().by(MimeRewriting::asJames);
    String words =
        "Grüße aus Köln, und eine Zeile, die sehr viel länger als 76 Zeichen ist, damit ";
    compose.write(bob.address(), subject, words + words).sign(alice.passphrase()).send(app, null);
    byte[] entity = mail.openssl().verify(only().message());
    assertTrue(text(entity).contains("base64"), text(entity));
  }

  @Test
  @DisplayName("a mail server that changes what it stores sends nothing, and the draft stays")
  void changed() {
    ComposePage compose = compose(mail.rewritingSite());
    mail.rewriting().by(SendTest::withFooter);
    compose.write(bob.address(), subject, "Hello Bob").sign(alice.passphrase());
    assertEquals("changed-by-server", compose.sendRefused());
    assertEquals(List.of(), submitted());
    assertNull(mail.jmap(alice).message("drafts", subject));
    assertEquals("Hello Bob", compose.text());
  }

  /** As mailing lists do. */
  private static byte[] withFooter(byte[] message) {
    return text(message).replace("Hello Bob\r\n", "Hello Bob\r\nfooter\r\n").getBytes(ISO_8859_1);
  }

  @Test
  @DisplayName("a draft that is to be encrypted lies encrypted to its author on the mail server")
  void draft() {
    String secret = world.marker("the text of a draft");
    ComposePage compose = toBoth();
    compose.encrypt(true).bcc(carol.address()).write(bob.address(), subject, secret);
    compose.saveDraft();
    byte[] stored = mail.jmap(alice).message("drafts", subject);
    assertNotNull(stored);
    assertFalse(text(stored).contains(secret));
    assertFalse(text(stored).contains(carol.address()));
    assertTrue(text(mail.openssl().decrypt(stored, alice)).contains(secret));
    assertFalse(mail.openssl().opens(stored, bob));

    enter(alice, mail.site());
    MailPage reading = app.mail();
    reading.folder("drafts");
    reading.open(subject);
    reading.bar("locked");
    reading.clickBar();
    app.passphrase(alice.passphrase());
    reading.bar("decrypted");
    compose = reading.answer("edit-draft");
    assertEquals(secret, compose.text());
    assertEquals(carol.address(), app.page().await("compose-bcc").getDomProperty("value"));
    assertTrue(compose.encrypts());
    compose.send(app, null);
    assertEquals(2, submitted().size());
    assertNull(mail.jmap(alice).message("drafts", subject));
  }

  @Test
  @DisplayName("an answer to all goes to everybody but oneself; what is forwarded starts encrypted")
  void answers() {
    byte[] question =
        ("From: Bob <%s>\r\nTo: %s, dave@example.net\r\nCc: %s\r\nSubject: %s\r\n"
                + "Date: Tue, 3 Nov 2026 07:05:09 +0000\r\nMessage-ID: <q@example.net>\r\n\r\n"
                + "What do you think?\r\n")
            .formatted(bob.address(), alice.address(), carol.address(), subject)
            .getBytes(ISO_8859_1);
    mail.deliver(alice, question);
    MailPage reading = read(alice);
    reading.bar();
    ComposePage compose = reading.answer("reply-all");
    assertEquals("Bob <" + bob.address() + ">, dave@example.net", compose.to());
    assertEquals(carol.address(), compose.cc());
    assertTrue(compose.text().contains("> What do you think?"), compose.text());
    before = mail.submitted().size();
    compose.send(app, null);
    assertEquals(List.of(bob.address(), "dave@example.net", carol.address()), only().recipients());

    boolean marked =
        mail.jmap(alice).mails("inbox", "subject", "keywords").stream()
            .filter(one -> one.path("subject").asText().equals(subject))
            .allMatch(one -> one.path("keywords").path("$answered").asBoolean());
    assertTrue(marked, "the mail that was answered is not marked so");

    app.mail();
    ComposePage forward = reading.answer("forward");
    assertEquals("", forward.to());
    assertTrue(forward.text().contains("What do you think?"));
  }

  private ComposePage compose() {
    return compose(mail.site());
  }

  private ComposePage compose(Site site) {
    enter(alice, site);
    before = mail.submitted().size();
    return app.compose().awaitMailServer();
  }

  /** With the certificates of Bob and Carol. */
  private ComposePage toBoth() {
    enter(alice, mail.site());
    SettingsPage settings = app.settings();
    settings.importCertificate(mail.withItsIssuer(bob), bob.address());
    settings.importCertificate(mail.withItsIssuer(carol), carol.address());
    before = mail.submitted().size();
    return app.compose().awaitMailServer();
  }

  private void enter(Person person, Site site) {
    app = stage.mailAppWithKeyOf(person, site);
  }

  private List<Submitted> submitted() {
    List<Submitted> all = mail.submitted();
    return all.subList(before, all.size());
  }

  private Submitted only() {
    List<Submitted> sent = submitted();
    assertEquals(1, sent.size());
    return sent.get(0);
  }

  private MailPage read(Person person) {
    enter(person, mail.site());
    MailPage reading = app.mail();
    reading.folder("inbox");
    reading.open(subject);
    return reading;
  }

  private static String text(byte[] octets) {
    return new String(octets, StandardCharsets.ISO_8859_1);
  }
}

package dev.signet.e2e.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.browser.MailPage;
import dev.signet.e2e.browser.MailPage.Bar;
import dev.signet.e2e.browser.WebApp;
import dev.signet.e2e.stage.Stage;
import dev.signet.e2e.world.Mail;
import dev.signet.e2e.world.Person;
import dev.signet.e2e.world.World;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.logging.LogEntry;

@DisplayName("Reading mail")
@Order(40)
final class ReadTest {
  private static final String GREEN = "verified-revocation-off";

  private final Stage stage = Stage.get();
  private final World world = stage.world();
  private final Person alice = world.alice();
  private final Person bob = world.bob();
  private final String marker = world.marker("the body of a mail that is read");
  private final byte[] entity = Mail.text("Hello Alice,", "", marker, "", "Bob");
  private WebApp app;
  private MailPage mail;

  @BeforeEach
  void mailbox() {
    app = stage.appWithKeyOf(alice);
    app.load();
    mail = app.mail();
  }

  @Test
  @DisplayName("encrypted and signed: locked until the passphrase is given, then shown and green")
  void encryptedAndSigned() {
    String subject = add(bob, Mail.signedAndEncrypted(bob, alice, entity));
    assertEquals("locked", mail.symbols(subject));
    mail.open(subject);
    Bar locked = mail.bar("locked");
    assertEquals("none", locked.colour());
    assertTrue(locked.encrypted());
    assertFalse(mail.showsBody());

    mail.clickBar();
    app.tryPassphrase(world.passphrase("nobody"));
    assertEquals(
        "wrong-passphrase", app.page().await("passphrase-error").getDomAttribute("data-code"));
    assertFalse(mail.showsBody());

    app.passphrase(alice.passphrase());
    Bar open = mail.bar(GREEN);
    assertEquals("green", open.colour());
    assertTrue(open.encrypted());
    assertTrue(mail.body().contains(marker));
    assertTrue(mail.details().contains(World.BOB));
  }

  @Test
  @DisplayName("encrypted and not signed: shown without a colour")
  void encrypted() {
    for (String cipher : new String[] {"-aes256", "-aes128", "-des3"}) {
      String subject = add(bob, Mail.encrypted(alice, entity, cipher));
      unlock(subject);
      Bar bar = mail.bar("decrypted");
      assertEquals("none", bar.colour());
      assertTrue(bar.encrypted());
      assertTrue(mail.body().contains(marker));
    }
  }

  @Test
  @DisplayName("signed: green, detached and opaque, with RSA and ECDSA")
  void signed() {
    judged("green", GREEN, bob, Mail.signed(bob, entity));
    judged("green", GREEN, bob, Mail.signed(bob, entity, "-nodetach"));
    judged("green", GREEN, world.carol(), Mail.signed(world.carol(), entity));
    assertTrue(mail.body().contains(marker));
  }

  @Test
  @DisplayName("changed on its way: red")
  void tampered() {
    String changed = text(Mail.signed(bob, entity)).replace("Hello Alice", "Hello Malice");
    judged("red", "tampered", bob, changed.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  @DisplayName("signed by somebody else than From says: red")
  void wrongSender() {
    judged("red", "address-mismatch", alice, Mail.signed(bob, entity));
  }

  @Test
  @DisplayName("signed with a certificate of an unknown authority: red")
  void untrusted() {
    judged("red", "untrusted", bob, Mail.signed(world.stranger(), entity));
  }

  @Test
  @DisplayName("neither signed nor encrypted: shown without a colour")
  void unsigned() {
    judged("none", "unsigned", bob, entity);
    assertTrue(mail.body().contains(marker));
  }

  @Test
  @DisplayName("for somebody else: no key opens it, and nothing is shown")
  void forSomebodyElse() {
    String other = add(bob, Mail.encrypted(alice, entity));
    unlock(other);
    mail.bar("decrypted");
    String subject = add(alice, Mail.encrypted(bob, entity));
    mail.open(subject);
    mail.bar("no-key");
    assertFalse(mail.showsBody());
  }

  @Test
  @DisplayName("garbage in place of the CMS: red, and the next mail opens")
  void garbage() {
    String type = "Content-Type: application/pkcs7-mime; smime-type=";
    String junk = "\r\nContent-Transfer-Encoding: base64\r\n\r\nMIIBnotreallyDERatall\r\n";
    for (String kind : new String[] {"signed-data", "enveloped-data"}) {
      mail.open(add(bob, ascii(type + kind + "; name=smime.p7m" + junk)));
      assertEquals("red", mail.bar().colour(), kind);
    }
    judged("green", GREEN, bob, Mail.signed(bob, entity));
  }

  @Test
  @DisplayName("HTML: shown without its scripts, and nothing is loaded from elsewhere")
  void html() {
    String tracker = UUID.randomUUID() + ".example";
    byte[] html =
        ascii(
            "Content-Type: text/html; charset=utf-8\r\n\r\n<html><body style=\"color: teal\"><p>"
                + marker
                + "</p><script>document.body.append('script ran')</script>"
                + "<img src=\"http://"
                + tracker
                + "/pixel.png\" onerror=\"document.body.append('script ran')\">"
                + "<a href=\"javascript:document.body.append('script ran')\">here</a>"
                + "</body></html>\r\n");
    List<LogEntry> before = stage.console().read();
    judged("green", GREEN, bob, Mail.signed(bob, html));
    String shown = mail.body();
    assertTrue(shown.contains(marker), shown);
    assertFalse(shown.contains("script ran"), shown);
    assertTrue(
        stage.outside().asked().stream().noneMatch(head -> text(head).contains(tracker)),
        "the mail's picture was asked for");
    assertEquals(List.of(), stage.console().blockedInMail(before));
  }

  @Test
  @DisplayName("after locking: the same mail asks for the passphrase again")
  void lock() {
    String subject = add(bob, Mail.signedAndEncrypted(bob, alice, entity));
    String other = add(bob, Mail.signed(bob, entity));
    unlock(subject);
    mail.bar(GREEN);
    app.lock();
    mail.open(other);
    mail.bar(GREEN);
    mail.open(subject);
    mail.bar("locked");
    assertFalse(mail.showsBody());
  }

  private void judged(String colour, String code, Person from, byte[] entity) {
    String subject = add(from, entity);
    mail.open(subject);
    Bar bar = mail.bar(code);
    assertEquals(colour, bar.colour());
    assertFalse(bar.text().isBlank());
  }

  private void unlock(String subject) {
    mail.open(subject);
    mail.bar();
    if (mail.bar().code().equals("locked")) {
      mail.clickBar();
      app.passphrase(alice.passphrase());
    }
  }

  private String add(Person from, byte[] entity) {
    String subject = "Mail " + UUID.randomUUID();
    Person to = from.equals(alice) ? bob : alice;
    mail.add(world.file("read.eml", Mail.message(from, to, subject, entity)));
    return subject;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

package dev.signet.e2e.cases;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.browser.Accessibility;
import dev.signet.e2e.browser.MailPage;
import dev.signet.e2e.browser.SettingsPage;
import dev.signet.e2e.browser.WebApp;
import dev.signet.e2e.stage.Stage;
import dev.signet.e2e.world.Mail;
import dev.signet.e2e.world.Person;
import dev.signet.e2e.world.World;
import dev.signet.testing.Leaf;
import dev.signet.testing.OpenSsl;
import dev.signet.testing.TestCa;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

@DisplayName("Certificates of correspondents")
@Order(45)
final class CorrespondentTest {
  private final Stage stage = Stage.get();
  private final World world = stage.world();
  private final Person alice = world.alice();
  private final byte[] entity = Mail.text("Hello Alice,", "", "this is signed.");
  private WebApp app;

  @BeforeEach
  void signedIn() {
    app = stage.appWithKeyOf(alice);
    app.load();
  }

  @Test
  @DisplayName("are kept from a green mail, which says so; undone, they are gone and stay gone")
  void broughtByMail() {
    Person dora = somebody("dora", world.authority());
    MailPage mail = app.mail();
    String subject = add(mail, dora, Mail.signed(dora, entity));
    mail.open(subject);
    mail.bar("verified-revocation-off");
    WebElement note = app.page().await("certificate-saved");
    assertTrue(note.getText().contains(dora.address()), note.getText());
    told(dora.address());
    look("mail-certificate-saved");
    assertTrue(kept(dora));

    mail = app.mail();
    mail.open(subject);
    mail.bar("verified-revocation-off");
    assertFalse(app.page().has("certificate-saved"), "kept a second time");
    app.settings().removeAllCertificates();
    mail = app.mail();
    mail.open(subject);
    app.page().click("certificate-undo");
    app.page().awaitGone("certificate-undo");
    note = app.page().await("certificate-saved");
    assertEquals("undone", note.getDomAttribute("data-outcome"));
    told("removed again");
    assertEquals("certificate-saved", app.page().focused());
    assertFalse(kept(dora));

    mail = app.mail();
    mail.open(subject);
    mail.bar("verified-revocation-off");
    assertFalse(kept(dora));
  }

  @Test
  @DisplayName("are not kept from a mail that is red")
  void notFromRed() {
    Person erin = somebody("erin", world.authority());
    MailPage mail = app.mail();
    mail.open(add(mail, world.bob(), Mail.signed(erin, entity)));
    mail.bar("address-mismatch");
    assertFalse(app.page().has("certificate-saved"));
    assertFalse(kept(erin));
  }

  @Test
  @DisplayName("of an unknown authority, or expired, are not imported, and the page says why")
  void refused() {
    SettingsPage settings = app.settings();
    settings.chooseCertificates(world.stranger().identity().certificate());
    refusal("untrusted");
    Person late =
        new Person(
            "late",
            "late@example.org",
            world.authority().issue("late", Leaf.rsa("late@example.org").expired()),
            "");
    settings.chooseCertificates(late.identity().certificate());
    refusal("expired");
    look("settings-certificate-refused");
    assertFalse(kept(late));
  }

  @Test
  @DisplayName("are imported by the authorities in the same file")
  void withTheirAuthority() throws IOException {
    TestCa below = world.authority().authority("below-for-import");
    Person frank = somebody("frank", below);
    String both =
        Files.readString(frank.identity().certificate()) + Files.readString(below.certificate());
    Path file = world.file("frank-chain.pem", both.getBytes(StandardCharsets.US_ASCII));
    app.settings().importCertificate(file, frank.address());
  }

  @Test
  @DisplayName(
      "are imported from DER, PEM and .p7b, stand in a table, and are exported as .cer and .pem")
  void table() throws IOException {
    SettingsPage settings = app.settings();
    settings.removeAllCertificates();
    Person henry = somebody("henry", world.authority());
    Person ida = somebody("ida", world.authority());
    Person jane = somebody("jane", world.authority());
    settings.importCertificate(
        world.file("henry.cer", der(henry.identity().certificate())), henry.address());
    settings.importCertificate(ida.identity().certificate(), ida.address());
    byte[] p7b =
        OpenSsl.run(
            world.folder(),
            "crl2pkcs7",
            "-nocrl",
            "-certfile",
            jane.identity().certificate().toString(),
            "-outform",
            "DER");
    settings.importCertificate(world.file("jane.p7b", p7b), jane.address());

    List<String> facts = settings.certificateFacts(henry.address());
    assertTrue(facts.get(0).contains(henry.address()), facts::toString);
    assertTrue(facts.get(1).startsWith("valid until"), facts::toString);
    assertTrue(facts.get(2).contains("issued by"), facts::toString);
    assertTrue(facts.get(2).contains("authority"), facts::toString);
    assertTrue(facts.get(2).contains("from a file"), facts::toString);
    assertTrue(facts.get(3).contains("RSA 2048"), facts::toString);
    assertEquals("signing, encryption", facts.get(4));
    String print = sha256(henry).toLowerCase(Locale.ROOT).replace(":", "");
    assertTrue(facts.get(5).replace(" ", "").startsWith(print.substring(0, 16)), facts::toString);

    app.page().click("certificates-sort-address");
    assertTrue(settings.certificates().get(0).contains(jane.address()));
    app.page().click("certificates-sort-address");
    assertTrue(settings.certificates().get(0).contains(henry.address()));
    settings.showFacts(henry.address());
    look("settings-certificates");
    Path cer = app.download(() -> app.page().click("certificate-export-cer"));
    assertArrayEquals(der(henry.identity().certificate()), Files.readAllBytes(cer));
    Path pem = app.download(() -> app.page().click("certificate-export-pem"));
    assertArrayEquals(der(henry.identity().certificate()), der(pem));

    app.page().click("certificate-remove");
    app.page().await("confirm-accept");
    look("settings-certificate-remove");
    app.page().click("confirm-cancel");
    assertTrue(kept(henry));
    settings.removeAllCertificates();
    assertEquals(List.of(), settings.certificates());
  }

  @Test
  @DisplayName("that was removed can be imported again from the details of an open mail")
  void fromDetails() {
    Person kurt = somebody("kurt", world.authority());
    MailPage mail = app.mail();
    String subject = add(mail, kurt, Mail.signed(kurt, entity));
    mail.open(subject);
    mail.bar("verified-revocation-off");
    app.page().click("certificate-undo");
    app.page().awaitGone("certificate-undo");
    app.page().click("status-bar");
    app.page().click("signer-import");
    app.page().await("signer-kept");
    look("mail-details-import");
    app.page().click("status-details-close");
    assertTrue(kept(kurt));
  }

  @Test
  @DisplayName("of an unknown authority are not imported from a mail either")
  void notFromDetails() {
    MailPage mail = app.mail();
    mail.open(add(mail, world.stranger(), Mail.signed(world.stranger(), entity)));
    mail.bar("untrusted");
    app.page().click("status-bar");
    app.page().click("signer-import");
    refusal("untrusted");
    app.page().click("status-details-close");
  }

  private byte[] der(Path certificate) {
    return OpenSsl.run(world.folder(), "x509", "-in", certificate.toString(), "-outform", "DER");
  }

  private String sha256(Person person) {
    String said =
        new String(
            OpenSsl.run(
                world.folder(),
                "x509",
                "-in",
                person.identity().certificate().toString(),
                "-noout",
                "-fingerprint",
                "-sha256"),
            StandardCharsets.US_ASCII);
    return said.substring(said.indexOf('=') + 1).strip();
  }

  @Test
  @DisplayName("stand in the details with their chain, from the signer to the anchor")
  void chain() {
    TestCa below = world.authority().authority("below-for-details");
    Person grace = somebody("grace", below);
    MailPage mail = app.mail();
    mail.open(
        add(mail, grace, Mail.signed(grace, entity, "-certfile", below.certificate().toString())));
    mail.bar("verified-revocation-off");
    app.page().click("status-bar");
    app.page().await("status-details");
    List<String> chain = app.page().text("chain").lines().filter(line -> !line.isBlank()).toList();
    assertEquals(3, chain.size(), chain::toString);
    assertTrue(chain.get(0).contains("CN=grace"), chain::toString);
    assertTrue(chain.get(1).contains("CN=below-for-details"), chain::toString);
    assertTrue(chain.get(2).contains("CN=authority"), chain::toString);
    assertEquals("not-checked", app.page().await("revocation").getDomAttribute("data-revocation"));
    look("mail-details-chain");
    app.page().click("status-details-close");
  }

  private void refusal(String code) {
    app.page()
        .until(
            "refused as " + code,
            any ->
                app.page().shown("certificate-message").stream()
                    .anyMatch(
                        message ->
                            "refused".equals(message.getDomAttribute("data-outcome"))
                                && code.equals(message.getDomAttribute("data-code"))));
    assertFalse(app.page().text("certificate-message").isBlank());
  }

  private void told(String words) {
    app.page()
        .until(
            "a screen reader is told: " + words,
            any -> app.page().present("live-region").getDomProperty("textContent").contains(words));
  }

  private boolean kept(Person person) {
    return app.settings().certificates().contains(person.address());
  }

  private void look(String name) {
    stage.screenshots().take(name);
    stage.screenshots().takeNarrow(name);
    assertEquals(List.of(), Accessibility.findings(stage.chromium().driver()));
  }

  private static Person somebody(String name, TestCa authority) {
    String address = name + "@example.org";
    return new Person(name, address, authority.issue(name, Leaf.rsa(address)), "");
  }

  private String add(MailPage mail, Person from, byte[] signed) {
    String subject = "Mail " + UUID.randomUUID();
    mail.add(world.file("correspondent.eml", Mail.message(from, alice, subject, signed)));
    return subject;
  }
}

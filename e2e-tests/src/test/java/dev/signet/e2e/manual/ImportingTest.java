package dev.signet.e2e.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.browser.SettingsPage;
import dev.signet.e2e.browser.SettingsPage.Outcome;
import dev.signet.e2e.browser.WebApp;
import dev.signet.e2e.world.Mail;
import dev.signet.e2e.world.Person;
import dev.signet.e2e.world.World;
import dev.signet.testing.Leaf;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@DisplayName("6.2. Importing Certificates")
@Order(72)
final class ImportingTest extends ManualCase {
  @Test
  @Order(1)
  @DisplayName("without a stored key there is nobody to sign as; with one there is")
  @Sentence(
      value =
          "For being able to use the S/MIME functionality the private certificate needs to be"
              + " uploaded to the server.",
      note = "What is uploaded is the encrypted file; it is opened in the browser alone.")
  void needed() {
    settingsWithoutKeys(alice);
    app().compose();
    page().click("compose-sign");
    page().await("compose-error");
    withKeyOf(alice).compose();
    page().click("compose-sign");
    page().await("passphrase-dialog");
  }

  @Test
  @Order(2)
  @DisplayName("a file in another format is refused, and a .p12 as NSS exports it is taken")
  @Sentence(
      "The private certificate has to be of the PKCS#12 format for importing in the WebApp, this"
          + " format can be obtained by exporting your certificate from Mozilla Firefox for"
          + " example.")
  void format() {
    SettingsPage settings = settingsWithoutKeys(alice);
    Outcome refused = settings.importP12(alice.identity().certificate(), alice.passphrase());
    assertEquals("not-pkcs12", refused.code());
    settings = settingsWithoutKeys(alice);
    assertEquals(
        "success", settings.importP12(byNss("from-nss.p12"), world.alice().passphrase()).outcome());
  }

  @Test
  @Order(3)
  @DisplayName("what Firefox’s own library exports with key and chain opens here")
  @Sentence(
      value =
          "Please go to Option -> Advance -> Certificates -> View Certificates -> Your"
              + " Certificates and select the certificate you want to use for signing and"
              + " encrypting e-mails.",
      note = "Shown with NSS, the library behind these menus.")
  void firefox() {
    SettingsPage settings = settingsWithoutKeys(alice);
    settings.importP12(byNss("firefox.p12"), world.alice().passphrase());
    page().click("key-unlock");
    app().passphrase(world.alice().passphrase());
    assertEquals(1, app().unlocked());
  }

  @Test
  @Order(4)
  @DisplayName("a weak protection is told, and better protection is chosen unless it is declined")
  @Sentence(
      "The PKCS#12 format saves your private certificate encrypted, so it is recommended to use a"
          + " strong passphrase.")
  void weakProtection() {
    settingsWithoutKeys(alice);
    WebApp.choose(page().present("import-file"), file("old.p12", alice.oldP12()));
    page().await("import-weakness");
    assertTrue(page().await("import-reprotect").isSelected(), "it is not offered at once");
  }

  @Test
  @Order(5)
  @DisplayName("a key that is too small, and a weak hash, are told in the certificate’s findings")
  @Sentence(
      "When generating the certificate we also recommend using a strong key-size (2048 bit), hash"
          + " size (168 or 256 bits) and a strong hash algorithm (sha256 or higher).")
  void weakKey() {
    Person small =
        world.person(
            "small-" + UUID.randomUUID(),
            World.BOB,
            mail.authority().issuing(),
            Leaf.rsa(World.BOB).withKey("RSA:1024"),
            "RSA");
    withKeyOf(alice);
    String subject =
        delivered(small, alice, "A small key", signed(small, Mail.text("Signed by a small key.")));
    bar(subject, "weak-algorithm", "red");
    page().click("status-bar");
    page().await("status-details");
  }

  @Test
  @Order(6)
  @DisplayName("a file whose own passphrase has umlauts and a euro sign is opened")
  @Sentence("There are no character restriction regarding this passphrase.")
  void anyCharacter() {
    SettingsPage settings = settingsWithoutKeys(alice);
    String passphrase = "ä€ж " + alice.passphrase();
    importedAnew(settings, alice, passphrase);
  }

  @Test
  @Order(7)
  @DisplayName("Settings, S/MIME, Select, the passphrase, Upload: the file is stored")
  @Sentence(
      "Now that we have obtained a PKCS#12 file (usually called example.p12) we can import it in"
          + " the WebApp, by navigating to Settings, click on S/MIME and click on Select and select"
          + " your certificate and enter your passphrase and click on upload.")
  void imported() {
    SettingsPage settings = settingsWithoutKeys(alice);
    settings.importP12(file("example.p12", alice.p12()), alice.passphrase());
    settings.awaitKeys(1);
  }

  @Test
  @Order(8)
  @DisplayName("the page says so, and a screen reader is told")
  @Sentence(
      "If uploading the certificate was successful the WebApp will display a text notification.")
  @Sentence("Succesfull decryption and uploading")
  void told() {
    SettingsPage settings = settingsWithoutKeys(alice);
    Outcome outcome = settings.importP12(file("told.p12", alice.p12()), alice.passphrase());
    assertEquals("success", outcome.outcome());
    assertEquals(
        outcome.text(), page().present("live-region").getDomProperty("textContent").strip());
  }

  @Test
  @Order(9)
  @DisplayName("the wrong passphrase is told, and nothing is stored")
  @Sentence("When the passphare is not correct we are not able to decrypt the certificate.")
  @Sentence("Unable to decrypt")
  void wrongPassphrase() {
    SettingsPage settings = settingsWithoutKeys(alice);
    Outcome outcome =
        settings.importP12(file("wrong.p12", alice.p12()), world.passphrase("nobody"));
    assertEquals("wrong-passphrase", outcome.code());
    assertTrue(outcome.text().startsWith("Unable to decrypt"), outcome.text());
    assertTrue(settings.keys().isEmpty());
  }

  @Test
  @Order(10)
  @DisplayName(
      "a certificate of an unknown authority and a revoked one are refused; a good one is kept")
  @Sentence(
      "The WebApp will only import a public certificate if the CA verification is successful and"
          + " the certificate is not revoked.")
  void publicCertificate() {
    withKeyOf(alice);
    SettingsPage settings = app().settings();
    settings.removeAllCertificates();
    refused(settings, stage.world().bob().identity().certificate(), "untrusted");
    mail.authority().revoke(bob);
    try {
      refused(settings, mail.withItsIssuer(bob), "revoked");
    } finally {
      mail.authority().giveBack(bob);
    }
    // An answer of the responder holds until its next update, in a page that was told it.
    app().load();
    app().settings().importCertificate(mail.withItsIssuer(bob), bob.address());
  }

  @Test
  @Order(11)
  @DisplayName("with revocation off, a certificate that is revoked is kept")
  @Sentence(
      value = "When OCSP is disabled the certificate is always imported.",
      note = "Its chain must still be valid: nobody’s word for an address is no certificate.")
  void withoutOcsp() {
    var site =
        stage
            .site(
                "manual-without-ocsp",
                Map.of(
                    "ocsp",
                    "off",
                    "trust-anchors",
                    mail.authority().root().certificate().toString()))
            .user("alice", mail.password(alice))
            .start();
    mail.authority().revoke(bob);
    try {
      SettingsPage settings =
          site.app(stage.chromium()).signedInAs("alice", mail.password(alice)).settings();
      settings.importCertificate(mail.withItsIssuer(bob), bob.address());
    } finally {
      mail.authority().giveBack(bob);
    }
  }

  private void refused(SettingsPage settings, Path certificate, String code) {
    settings.chooseCertificates(certificate);
    assertEquals(
        code,
        page()
            .until(
                "the certificate is refused",
                any ->
                    page().shown("certificate-message").stream()
                        .filter(one -> "refused".equals(one.getDomAttribute("data-outcome")))
                        .map(one -> one.getDomAttribute("data-code"))
                        .filter(code::equals)
                        .findFirst()
                        .orElse(null)));
  }

  private Path byNss(String name) {
    return file(name, stage.nss().p12(world.alice()));
  }
}

package dev.signet.e2e.cases;

import dev.signet.e2e.browser.ComposePage;
import dev.signet.e2e.browser.MailPage;
import dev.signet.e2e.browser.SettingsPage;
import dev.signet.e2e.browser.WebApp;
import dev.signet.e2e.stage.Stage;
import dev.signet.e2e.world.Mail;
import dev.signet.e2e.world.Person;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Leads through the pages in the states in which people meet them. */
final class PageStates {
  static final String DRAFT = "Zwölf Boxkämpfer jagen Eva\nover the lazy dog";

  private final Stage stage;
  private final Person alice;
  private final Person bob;

  PageStates(Stage stage) {
    this.stage = stage;
    this.alice = stage.world().alice();
    this.bob = stage.world().bob();
  }

  /** Shows one state after the other, and has each looked at under its name. */
  void all(Consumer<String> look) {
    WebApp app = stage.appWithKeyOf(alice);
    app.signOut();
    look.accept("sign-in");
    app.signIn(alice.name(), "not it " + stage.password(alice));
    app.page().await("sign-in-error");
    look.accept("sign-in-refused");
    app.signIn(alice.name(), stage.password(alice));
    app.page().await("sign-out");
    app.mail();
    app.page().await("mail-empty");
    look.accept("mail-empty");
    settings(app, look);
    reading(app, look);
  }

  private void settings(WebApp app, Consumer<String> look) {
    SettingsPage settings = app.settings();
    settings.awaitKeys(1);
    settings.importCertificate(bob.identity().certificate(), bob.address());
    look.accept("settings");
  }

  private void reading(WebApp app, Consumer<String> look) {
    MailPage mail = app.mail();
    byte[] letter = Mail.text("Dzień dobry,", "", "0123456789", "", "B.");
    byte[] changed =
        new String(Mail.signed(bob, letter), StandardCharsets.ISO_8859_1)
            .replace("12345", "54321")
            .getBytes(StandardCharsets.ISO_8859_1);
    add(mail, "Α 1", Mail.signedAndEncrypted(bob, alice, letter));
    add(mail, "Β 2", changed);
    add(mail, "Γ 3", letter);
    look.accept("mail-list");
    mail.open("Γ 3");
    mail.bar("unsigned");
    look.accept("mail-unsigned");
    mail.open("Β 2");
    mail.bar("tampered");
    look.accept("mail-tampered");
    app.page().click("status-bar");
    app.page().await("status-details");
    look.accept("mail-details");
    app.page().click("status-details-close");
    mail.open("Α 1");
    mail.bar("locked");
    look.accept("mail-locked");
    mail.clickBar();
    app.page().await("passphrase-dialog");
    look.accept("passphrase");
    app.passphrase(alice.passphrase());
    mail.bar("verified-revocation-off");
    look.accept("mail-verified");
    ComposePage compose = mail.reply();
    compose.body(DRAFT);
    look.accept("compose");
    app.lock();
  }

  private void add(MailPage mail, String subject, byte[] entity) {
    mail.add(stage.world().file("state.eml", Mail.message(bob, alice, subject, entity)));
  }
}

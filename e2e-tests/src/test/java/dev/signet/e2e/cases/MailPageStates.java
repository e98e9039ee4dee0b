package dev.signet.e2e.cases;

import dev.signet.e2e.browser.ComposePage;
import dev.signet.e2e.browser.MailPage;
import dev.signet.e2e.browser.WebApp;
import dev.signet.e2e.stage.MailStage;
import dev.signet.e2e.stage.Stage;
import dev.signet.e2e.world.Mail;
import dev.signet.e2e.world.Person;
import java.util.UUID;
import java.util.function.Consumer;

/** Leads through the pages that there are with a mail server alone. */
final class MailPageStates {
  private final Stage stage;
  private final MailStage mail;
  private final Person person;

  MailPageStates(Stage stage) {
    this.stage = stage;
    mail = stage.mail();
    person = mail.newcomer("states-" + UUID.randomUUID().toString().substring(0, 8));
  }

  /** Shows one state after the other, and has each looked at under its name. */
  void all(Consumer<String> look) {
    byte[] letter = Mail.text("Dzie\u0144 dobry");
    mail.deliver(person, Mail.message(mail.bob(), person, "Plain", letter));
    mail.deliver(
        person, Mail.message(mail.bob(), person, "Signed", Mail.signed(mail.bob(), letter)));
    mail.deliver(
        person,
        Mail.message(
            mail.bob(), person, "Locked", Mail.signedAndEncrypted(mail.bob(), person, letter)));
    WebApp app = stage.mailAppWithKeyOf(person);
    app.load();
    app.page().click("nav-mail");
    app.page().await("mail-sign-in-user");
    look.accept("mail-server-sign-in");
    app.signedInToMail(person.address(), mail.password(person));
    MailPage mailbox = app.mail();
    mailbox.awaitCount(3);
    look.accept("mailbox");
    mailbox.search("Signed", 1);
    look.accept("mailbox-search");
    mailbox.open("Signed");
    mailbox.bar("untrusted");
    look.accept("mailbox-reading");
    app.page().click("mail-source");
    app.page().await("mail-source-dialog");
    look.accept("mail-source");
    app.page().click("mail-source-close");
    writing(app, look);
    app.settings().awaitKeys(1);
    app.page().click("key-change");
    app.page().await("change-dialog");
    look.accept("settings-key-change");
    app.page().click("change-cancel");
  }

  private void writing(WebApp app, Consumer<String> look) {
    app.settings().importCertificate(mail.withItsIssuer(mail.bob()), mail.bob().address());
    ComposePage compose = app.compose().encrypt(true);
    compose.write(mail.bob().address() + ", nobody@example.net", "Recipients", "Hello");
    compose.leaveFields();
    app.page().await("recipient");
    look.accept("compose-recipients");
    app.page().click("compose-send");
    app.page().await("compose-missing");
    look.accept("compose-missing");
    app.page().click("compose-missing-back");
    app.page().awaitGone("compose-missing");
  }
}

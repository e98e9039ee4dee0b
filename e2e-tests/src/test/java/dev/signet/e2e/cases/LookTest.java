package dev.signet.e2e.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.e2e.browser.Accessibility;
import dev.signet.e2e.browser.ComposePage;
import dev.signet.e2e.browser.MailPage;
import dev.signet.e2e.browser.SettingsPage;
import dev.signet.e2e.browser.WebApp;
import dev.signet.e2e.stage.Stage;
import dev.signet.e2e.world.Mail;
import dev.signet.e2e.world.Person;
import dev.signet.e2e.world.World;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Every page in its usual states: pictures, and what axe-core finds in them. */
@DisplayName("The pages")
@Order(80)
final class LookTest {
  private final Stage stage = Stage.get();
  private final World world = stage.world();
  private final Person alice = world.alice();
  private final Person bob = world.bob();
  private final List<String> findings = new ArrayList<>();
  private WebApp app;

  @Test
  @DisplayName("of signing in and of an empty mailbox can be used by everybody")
  void entrance() {
    app = stage.appOf(alice);
    app.signOut();
    look("sign-in");
    app.signIn("alice", "not it " + stage.password(alice));
    app.page().await("sign-in-error");
    look("sign-in-refused");
    app.signIn("alice", stage.password(alice));
    app.page().await("sign-out");
    app.mail();
    app.page().await("mail-empty");
    look("mail-empty");
    assertEquals(List.of(), findings);
  }

  @Test
  @DisplayName("of mail can be used by everybody")
  void mail() {
    app = stage.appWithKeyOf(alice);
    app.load();
    MailPage mail = app.mail();
    byte[] letter =
        Mail.text(
            "Hello Alice,",
            "",
            "the minutes of Thursday are attached to my next mail. Shall we meet at noon,",
            "at the usual place, to go through the open points?",
            "",
            "Bob");
    byte[] changed =
        new String(Mail.signed(bob, letter), StandardCharsets.ISO_8859_1)
            .replace("at noon", "at nine")
            .getBytes(StandardCharsets.ISO_8859_1);
    add(mail, bob, "Minutes of Thursday", Mail.signedAndEncrypted(bob, alice, letter));
    add(mail, bob, "The plan, signed", Mail.signed(bob, letter));
    add(mail, bob, "Changed on its way", changed);
    add(mail, bob, "Lunch?", letter);
    look("mail-list");
    mail.open("Changed on its way");
    mail.bar("tampered");
    look("mail-tampered");
    app.page().click("status-bar");
    app.page().await("status-details");
    look("mail-details");
    app.page().click("status-details-close");
    mail.open("Minutes of Thursday");
    mail.bar("locked");
    look("mail-locked");
    mail.clickBar();
    app.page().await("passphrase-dialog");
    look("passphrase");
    app.passphrase(alice.passphrase());
    mail.bar("verified-revocation-off");
    look("mail-verified");
    ComposePage compose = mail.reply();
    compose.sign(true);
    look("compose");
    assertEquals(List.of(), findings);
  }

  @Test
  @DisplayName("of settings can be used by everybody")
  void settings() {
    app = stage.appWithKeyOf(alice);
    app.load();
    SettingsPage settings = app.settings();
    settings.awaitKeys(1);
    settings.importCertificate(bob.identity().certificate(), bob.address());
    look("settings");
    settings.importP12(world.file("look.p12", alice.p12()), world.passphrase("nobody"));
    look("settings-refused");
    assertEquals(List.of(), findings);
  }

  private void look(String name) {
    stage.screenshots().take(name);
    for (String scheme : new String[] {"light", "dark"}) {
      stage.chromium().colourScheme(scheme);
      for (String finding : Accessibility.findings(stage.chromium().driver())) {
        findings.add(name + ", " + scheme + ": " + finding);
      }
    }
    stage.chromium().colourScheme("light");
  }

  private void add(MailPage mail, Person from, String subject, byte[] entity) {
    mail.add(world.file("look.eml", Mail.message(from, alice, subject, entity)));
  }
}

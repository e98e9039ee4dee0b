package dev.signet.e2e.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.browser.ComposePage;
import dev.signet.e2e.browser.MailPage;
import dev.signet.e2e.browser.SettingsPage;
import dev.signet.e2e.browser.WebApp;
import dev.signet.e2e.stage.Stage;
import dev.signet.e2e.world.Mail;
import dev.signet.e2e.world.Person;
import dev.signet.e2e.world.World;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The main job, as one person does it from beginning to end. */
@DisplayName("The whole way")
@Order(60)
final class ReplyTest {
  private final Stage stage = Stage.get();
  private final World world = stage.world();
  private final Person alice = world.alice();
  private final Person bob = world.bob();

  @Test
  @DisplayName(
      "import, read what OpenSSL encrypted and signed, answer so; OpenSSL reads the answer")
  void reply() {
    String question = world.marker("a question");
    String answer = world.marker("an answer");
    WebApp app = stage.appOf(alice);
    SettingsPage settings = app.settings();
    settings.awaitListed();
    settings.removeAllKeys();
    app.load();
    settings = app.settings();
    SettingsPage.Outcome imported =
        settings.importP12(world.file("alice.p12", alice.p12()), alice.passphrase());
    assertEquals("success", imported.outcome(), imported.text());
    app.load();

    byte[] entity = Mail.signedAndEncrypted(bob, alice, Mail.text("Hello,", question, "Bob"));
    MailPage mail = app.mail();
    mail.add(world.file("question.eml", Mail.message(bob, alice, "A question", entity)));
    mail.open("A question");
    mail.bar("locked");
    mail.clickBar();
    app.passphrase(alice.passphrase());
    assertEquals("green", mail.bar("verified-revocation-off").colour());
    assertTrue(mail.body().contains(question));

    ComposePage compose = mail.reply();
    assertTrue(compose.to().contains(bob.address()), compose.to());
    assertTrue(compose.encrypts(), "an answer to an encrypted mail is encrypted by default");
    byte[] sent =
        compose
            .body("Hello Bob,\n\n" + answer + "\n")
            .sign(true)
            .encrypt(true)
            .save(app, alice.passphrase());

    String outside = new String(sent, StandardCharsets.ISO_8859_1);
    assertFalse(outside.contains(answer));
    assertTrue(outside.contains("A question"), outside.substring(0, 400));
    byte[] signed = stage.openssl().decrypt(sent, bob);
    String read = new String(stage.openssl().verify(signed), StandardCharsets.UTF_8);
    assertTrue(read.contains(answer), read);
    assertTrue(stage.openssl().opens(sent, alice), "the author can read the own answer");

    // What was written stands in the folder of written mail, locked like any other.
    assertTrue(app.page().has("compose-result"));
  }
}

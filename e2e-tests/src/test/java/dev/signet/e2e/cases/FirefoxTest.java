package dev.signet.e2e.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.signet.e2e.mozilla.Firefox;
import dev.signet.e2e.stage.Site;
import dev.signet.e2e.stage.Stage;
import dev.signet.e2e.world.Mail;
import dev.signet.e2e.world.Person;
import dev.signet.e2e.world.Project;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@DisplayName("In Firefox")
@Order(67)
final class FirefoxTest {
  private final Stage stage = Stage.get();
  private final Person alice = stage.world().alice();

  @Test
  @DisplayName(
      "a key is imported, a mail decrypted and verified, and the passphrase kept and filled again")
  void all() {
    String password = stage.world().password();
    Site site =
        stage
            .site(
                "firefox",
                Map.of(
                    "ocsp",
                    "off",
                    "remember-passphrase",
                    "on",
                    "trust-anchors",
                    stage.world().authority().certificate().toString()))
            .user(alice.name(), password)
            .start();
    try (Firefox firefox = Firefox.start(Project.scratch("firefox"))) {
      firefox.load(site.origin());
      firefox.type("sign-in-user", alice.name());
      firefox.type("sign-in-password", password);
      firefox.click("sign-in-submit");
      firefox.await("sign-out");
      firefox.click("nav-settings");
      firefox.choose("import-file", stage.world().file("alice.p12", alice.p12()));
      firefox.await("import-chosen");
      firefox.type("import-passphrase", alice.passphrase());
      firefox.click("import-upload");
      firefox.await("key-row");

      byte[] text =
          "Content-Type: text/plain\r\n\r\nRead in Firefox.\r\n"
              .getBytes(StandardCharsets.US_ASCII);
      Person bob = stage.world().bob();
      byte[] secret = Mail.signedAndEncrypted(bob, alice, text);
      firefox.click("nav-mail");
      firefox.choose(
          "mail-file",
          stage
              .world()
              .file("for-firefox.eml", Mail.message(bob, alice, "Read in Firefox", secret)));
      firefox.click("mail-row");
      firefox.click("status-bar");
      firefox.type("passphrase-input", alice.passphrase());
      firefox.click("passphrase-submit");
      firefox.until(
          "the bar is green",
          () ->
              TextNode.valueOf(
                  "green".equals(firefox.attribute("status-bar", "data-colour")) ? "green" : ""));

      String question =
          firefox.until("it is asked", () -> TextNode.valueOf(firefox.question())).asText();
      assertTrue(question.contains("127.0.0"), question);
      firefox.keep();
      firefox.until("it is kept", () -> TextNode.valueOf(String.join(",", firefox.accounts())));
      assertEquals(List.of("S/MIME alice.p12"), firefox.accounts());

      firefox.load(site.origin());
      firefox.click("nav-settings");
      firefox.click("key-unlock");
      firefox.until(
          "the passphrase is filled", () -> TextNode.valueOf(firefox.value("passphrase-input")));
      firefox.click("passphrase-submit");
      firefox.await("unlocked-keys");
    }
  }
}

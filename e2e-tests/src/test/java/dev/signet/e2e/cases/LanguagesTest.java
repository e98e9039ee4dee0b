package dev.signet.e2e.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.browser.ComposePage;
import dev.signet.e2e.browser.MailPage;
import dev.signet.e2e.browser.WebApp;
import dev.signet.e2e.browser.Wording;
import dev.signet.e2e.stage.Stage;
import dev.signet.e2e.world.Mail;
import dev.signet.e2e.world.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The page in German, Dutch and French. */
@DisplayName("The language of the page")
@Order(81)
final class LanguagesTest {
  private static final List<String> OTHERS = List.of("de", "nl", "fr");

  /**
   * What is no language: numbers, addresses, names of algorithms and files, and what people wrote.
   */
  private static final Pattern NO_LANGUAGE =
      Pattern.compile(
          "[^\\p{L}]*|.*@.*|.*=.*|.*\\.(eml|p12|cer|pem|p7b|pdf)\\b.*|[A-Za-z0-9-]*[A-Z0-9-]{2,}"
              + "[A-Za-z0-9 ,()-]*|S/MIME|Signet|[0-9A-Fa-f: ]+|.*Zwölf Boxkämpfer.*|Dzień.*|[ΑΒΓ] \\d"
              + "|digitalSignature.*|emailProtection.*|(RSA|EC|rsaEncryption).*",
          Pattern.DOTALL);

  /** What is written alike in English. */
  private static final Map<String, Set<String>> ALIKE =
      Map.of(
          "de", Set.of("Passphrase", "Text", "Name"),
          "nl", Set.of("Cc", "Details", "Correspondent"),
          "fr",
              Set.of(
                  "Signature",
                  "Date",
                  "Message",
                  "2048 bits",
                  "Pages",
                  "Actions",
                  "Type",
                  "Usage"));

  private final Stage stage = Stage.get();
  private final Person alice = stage.world().alice();
  private final Person bob = stage.world().bob();
  private final Wording wording = new Wording(stage.chromium().driver());
  private final List<String> left = new ArrayList<>();

  @Test
  @DisplayName("is that of every text on every page")
  void everyText() {
    new PageStates(stage)
        .all(
            name -> {
              wording.speak("en");
              Set<String> english = wording.said();
              assertTrue(english.size() > 5, name + " says " + english);
              for (String language : OTHERS) {
                wording.speak(language);
                Set<String> both = new TreeSet<>(wording.said());
                both.retainAll(english);
                both.removeIf(text -> NO_LANGUAGE.matcher(text).matches());
                both.removeAll(ALIKE.get(language));
                both.removeAll(names());
                both.forEach(text -> left.add(name + ", " + language + ": " + text));
              }
              wording.speak("en");
            });
    assertEquals(List.of(), left);
  }

  @Test
  @DisplayName("can be chosen before signing in, and is kept")
  void chosen() {
    WebApp app = stage.appOf(alice);
    app.signOut();
    wording.speak("nl");
    assertEquals("Aanmelden – Signet", stage.chromium().driver().getTitle());
    assertEquals("Aanmelden", app.page().text("sign-in-submit"));
    app.load();
    assertEquals("nl", wording.language());
    app.signIn(alice.name(), stage.password(alice));
    app.page().await("sign-out");
    app.settings();
    assertEquals("Instellingen – Signet", stage.chromium().driver().getTitle());
  }

  @Test
  @DisplayName("is switched under an open mail and under a draft, and nothing is lost")
  void underWay() {
    WebApp app = stage.appWithKeyOf(alice);
    app.load();
    MailPage mail = app.mail();
    byte[] letter = Mail.text("0123456789");
    mail.add(
        stage
            .world()
            .file(
                "switch.eml",
                Mail.message(bob, alice, "Α 1", Mail.signedAndEncrypted(bob, alice, letter))));
    mail.open("Α 1");
    mail.bar("locked");
    mail.clickBar();
    app.passphrase(alice.passphrase());
    String english = mail.bar("verified-revocation-off").text();
    int keys = app.unlocked();
    for (String language : OTHERS) {
      wording.speak(language);
      MailPage.Bar bar = mail.bar();
      assertEquals("verified-revocation-off", bar.code());
      assertNotEquals(english, bar.text());
      assertTrue(bar.text().contains(bob.address()), bar.text());
      assertEquals("0123456789", mail.body().strip());
      assertEquals(keys, app.unlocked(), "nothing was locked or opened again");
    }
    // Even when the keys have gone, the words can change: what was found out is known.
    wording.speak("en");
    assertEquals(english, mail.bar().text());
    ComposePage compose = mail.reply();
    compose.body(PageStates.DRAFT);
    for (String language : OTHERS) {
      wording.speak(language);
      assertEquals(PageStates.DRAFT, compose.text());
      assertTrue(compose.to().contains(bob.address()), compose.to());
    }
    app.lock();
  }

  @AfterEach
  void backToEnglish() {
    wording.speak("en");
  }

  private Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (Person person : List.of(alice, bob, stage.world().carol())) {
      names.add(person.name());
      names.add(person.mailbox().replaceAll(" <.*", ""));
    }
    return names;
  }
}

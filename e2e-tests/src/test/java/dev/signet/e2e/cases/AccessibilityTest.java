package dev.signet.e2e.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.e2e.browser.Accessibility;
import dev.signet.e2e.browser.Wording;
import dev.signet.e2e.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.chrome.ChromeDriver;

/** Every page in each language, theme and width, and with lines that run from the right. */
@DisplayName("Every page")
@Order(82)
final class AccessibilityTest {
  private static final List<String> LANGUAGES = List.of("en", "de", "nl", "fr");

  /** Of a screen, of a telephone, and the least that WCAG 2.2 asks for (1.4.10). */
  private static final int[] WIDTHS = {1280, 390, 320};

  /**
   * Those between which the layout changes; axe looks at no more of them, since it takes its time.
   */
  private static final int[] JUDGED = {1280, 390};

  private final Stage stage = Stage.get();
  private final ChromeDriver driver = stage.chromium().driver();
  private final Wording wording = new Wording(driver);
  private final List<String> findings = new ArrayList<>();

  @Test
  @DisplayName(
      "can be used by everybody, light and dark, wide and narrow, and fit in each language")
  void axe() {
    new PageStates(stage).all(this::judge);
    new MailPageStates(stage).all(this::judge);
    assertEquals(List.of(), findings);
  }

  @Test
  @DisplayName("can be laid out from right to left")
  void fromTheRight() {
    new PageStates(stage)
        .all(
            name -> {
              direction("rtl");
              for (int width : WIDTHS) {
                stage.chromium().wide(width, () -> overflow(name + ", rtl, " + width));
              }
              if (!name.startsWith("sign-in")) {
                assertEquals(true, mirrored(), name + ": the header begins at the right");
              }
              direction("ltr");
            });
    assertEquals(List.of(), findings);
  }

  @AfterEach
  void backToEnglish() {
    direction("ltr");
    wording.speak("en");
  }

  private void judge(String name) {
    for (String language : LANGUAGES) {
      wording.speak(language);
      boolean english = language.equals("en");
      for (int width : english ? WIDTHS : JUDGED) {
        String state = name + ", " + language + ", " + width;
        stage.chromium().wide(width, () -> overflow(state));
      }
      // Words change what fits, and nothing else that axe looks at.
      for (int width : english ? JUDGED : new int[] {}) {
        String state = name + ", " + width;
        stage.chromium().wide(width, () -> look(state));
      }
    }
    wording.speak("en");
    stage.screenshots().takeWideAndNarrow("pages/" + name);
  }

  private void look(String state) {
    for (String scheme : new String[] {"light", "dark"}) {
      stage.chromium().colourScheme(scheme);
      for (String finding : Accessibility.findings(driver)) {
        findings.add(state + ", " + scheme + ": " + finding);
      }
    }
    stage.chromium().colourScheme("light");
  }

  /** Nobody has to scroll to the side. */
  private void overflow(String state) {
    Object beyond =
        driver.executeScript(
            "const root = document.documentElement; return root.scrollWidth - root.clientWidth");
    if (((Number) beyond).intValue() > 0) {
      findings.add(state + ": wider than the screen by " + beyond + " px");
    }
  }

  private void direction(String direction) {
    driver.executeScript("document.documentElement.dir = arguments[0]", direction);
  }

  private boolean mirrored() {
    return stage.app().page().present("nav-mail").getLocation().getX()
        > stage.app().page().present("sign-out").getLocation().getX();
  }
}

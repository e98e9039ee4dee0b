package dev.signet.e2e.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.browser.MailPage;
import dev.signet.e2e.browser.WebApp;
import dev.signet.e2e.lane.Alone;
import dev.signet.e2e.stage.Stage;
import dev.signet.e2e.world.Mail;
import dev.signet.e2e.world.Person;
import dev.signet.e2e.world.World;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@DisplayName("A mail of 10 MB")
@Alone
@Order(70)
final class LargeMailTest {
  /** What a person notices as a stall; long tasks are counted from 50 ms. */
  private static final int LONGEST_STALL_MILLIS = 250;

  /**
   * Opens the row, clicks the theme button while the mail is being opened, and waits until verdict
   * and content are there.
   */
  private static final String OPEN_AND_CLICK =
      """
      const [subject, done] = arguments;
      const deep = (selector, root = document) => {
        let found = root.querySelector(selector);
        for (const element of found ? [] : root.querySelectorAll('*')) {
          found ??= element.shadowRoot && deep(selector, element.shadowRoot);
        }
        return found;
      };
      const find = (id) => deep(`[data-testid="${id}"]`);
      const verdict = () => find('status-bar')?.dataset.code ?? null;
      const theme = () => find('theme-toggle').dataset.theme;
      const started = performance.now();
      const result = { longestStall: 0, before: theme(), verdictWhenClicked: null, clickMillis: null };
      let last = started;
      const beat = setInterval(() => {
        const now = performance.now();
        result.longestStall = Math.max(result.longestStall, now - last);
        last = now;
        if (result.clickMillis === null && now - started > 40) {
          result.verdictWhenClicked = verdict();
          const pressed = performance.now();
          find('theme-toggle').click();
          requestAnimationFrame(() => {
            result.clickMillis = performance.now() - pressed;
            result.after = theme();
          });
          result.clickMillis = -1;
        } else if (result.clickMillis > 0 && verdict() && find('attachment')) {
          clearInterval(beat);
          done({ ...result, verdict: verdict(), millis: now - started });
        }
      }, 4);
      deep(`[data-testid="mail-row"][data-subject="${subject}"]`).click();
      """;

  private final Stage stage = Stage.get();
  private final World world = stage.world();
  private final Person alice = world.alice();
  private final Person bob = world.bob();

  @Test
  @DisplayName("decrypts and verifies while the page goes on answering clicks")
  @SuppressWarnings("unchecked")
  void large() {
    WebApp app = stage.appWithKeyOf(alice);
    app.load();
    MailPage mail = app.mail();
    byte[] small = Mail.signedAndEncrypted(bob, alice, Mail.text("small"));
    byte[] large = Mail.signedAndEncrypted(bob, alice, entity());
    mail.add(
        world.file("small.eml", Mail.message(bob, alice, "Small", small)),
        world.file("large.eml", Mail.message(bob, alice, "Large", large)));
    assertTrue(large.length > 10_000_000, "the mail has " + large.length + " bytes");
    mail.open("Small");
    mail.bar("locked");
    mail.clickBar();
    app.passphrase(alice.passphrase());
    mail.bar("verified-revocation-off");

    Map<String, Object> result =
        (Map<String, Object>) stage.chromium().driver().executeAsyncScript(OPEN_AND_CLICK, "Large");
    System.out.println("A mail of " + large.length + " bytes: " + result);
    assertEquals("verified-revocation-off", result.get("verdict"));
    assertEquals(
        null, result.get("verdictWhenClicked"), "the click came too late to prove anything");
    assertTrue(!result.get("before").equals(result.get("after")), "the click was not handled");
    double stall = ((Number) result.get("longestStall")).doubleValue();
    assertTrue(stall < LONGEST_STALL_MILLIS, "the page stood still for " + stall + " ms");
    assertEquals(List.of("large.bin"), mail.attachments());
    restoreTheme(app);
  }

  private void restoreTheme(WebApp app) {
    while (!"auto".equals(app.page().await("theme-toggle").getDomAttribute("data-theme"))) {
      app.page().click("theme-toggle");
    }
  }

  private byte[] entity() {
    byte[] content = new byte[8_000_000];
    new Random(7).nextBytes(content);
    String text =
        "Content-Type: multipart/mixed; boundary=parts\r\n\r\n"
            + "--parts\r\nContent-Type: text/plain\r\n\r\n"
            + world.marker("the text of a large mail")
            + "\r\n--parts\r\nContent-Type: application/octet-stream; name=large.bin\r\n"
            + "Content-Disposition: attachment; filename=large.bin\r\n"
            + "Content-Transfer-Encoding: base64\r\n\r\n"
            + Base64.getMimeEncoder(76, new byte[] {'\r', '\n'}).encodeToString(content)
            + "\r\n--parts--\r\n";
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

package dev.signet.e2e.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.browser.BrowserConsole;
import dev.signet.e2e.browser.Chromium;
import dev.signet.e2e.browser.MailFrame;
import dev.signet.e2e.browser.MailPage;
import dev.signet.e2e.browser.WebApp;
import dev.signet.e2e.stage.Stage;
import dev.signet.e2e.world.HostileMail;
import dev.signet.e2e.world.Mail;
import dev.signet.e2e.world.OutsideWorld;
import dev.signet.e2e.world.Person;
import dev.signet.e2e.world.Project;
import dev.signet.e2e.world.RecordingHost;
import dev.signet.e2e.world.World;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;

/** A browser of its own: what these mails do to its console is judged here. */
@DisplayName("Mail with hostile HTML")
@Order(46)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostileMailTest {
  private static final String GREEN = "verified-revocation-off";

  /** Time in which what is to load would begin to, and what is to move would move. */
  private static final List<String> HARMLESS = List.of("Harmless", "Harmless as well");

  private static final Duration GRACE = Duration.ofMillis(150);

  private final Stage stage = Stage.get();
  private final World world = stage.world();
  private final Person alice = world.alice();
  private final Person bob = world.bob();
  private final OutsideWorld outside = OutsideWorld.open();
  private final RecordingHost loopback = RecordingHost.open("127.0.0.1");
  private final String host = UUID.randomUUID() + ".example";
  private final String mark = "mark-" + UUID.randomUUID();
  private final Chromium chromium = Chromium.start(Project.scratch("hostile-browser"), outside);
  private final ChromeDriver driver = chromium.driver();
  private final BrowserConsole console = new BrowserConsole(driver);
  private final MailFrame frame = new MailFrame(driver);
  private final WebApp app = new WebApp(chromium, "http://127.0.0.1:" + stage.toServer().port());
  private MailPage mail;
  private List<LogEntry> before;
  private String title;
  private int posted;

  @BeforeAll
  void signIn() {
    stage.withKeyOf(alice, app.signedInAs(alice.name(), stage.password(alice)));
    // Loaded once for all: what one mail does must not last until the next.
    app.load();
    frame.listen();
    mail = app.mail();
    title = driver.getTitle();
    // All at once: adding each by itself would take longer than reading it.
    List<Path> files = new ArrayList<>();
    for (HostileMail hostile : mails()) {
      files.add(file(subjectOf(hostile), hostile.entity()));
    }
    for (String harmless : HARMLESS) {
      files.add(file(harmless, html("<p>harmless</p>")));
    }
    mail.add(files.toArray(Path[]::new));
  }

  @AfterAll
  void close() {
    chromium.close();
    loopback.close();
    outside.close();
  }

  @BeforeEach
  void listen() {
    before = console.read();
  }

  /** Nothing has left, and what the page's policy blocked is what was never shown. */
  @AfterEach
  void nothingLeft() {
    assertEquals(List.of(), loopback.asked(), "asked for at the loopback address");
    assertFalse(
        outside.asked().stream().anyMatch(head -> text(head).contains(host)), "asked for outside");
    assertFalse(
        stage.toServer().sent().stream().anyMatch(sent -> text(sent).contains(mark)),
        "asked for at the site");
    assertEquals(1, driver.getWindowHandles().size());
  }

  List<HostileMail> mails() {
    return HostileMail.all(host, loopback.origin(), mark);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mails")
  @DisplayName("unsigned: no script runs, nothing is loaded, the bar is not covered")
  void unsigned(HostileMail hostile) {
    judge("unsigned", "none", hostile, subjectOf(hostile));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("signedMails")
  @DisplayName("verified: the same, and the bar is green")
  void signed(HostileMail hostile) {
    judge(GREEN, "green", hostile, add(Mail.signed(bob, hostile.entity())));
  }

  List<HostileMail> signedMails() {
    return mails().stream().filter(one -> Math.floorMod(one.name().hashCode(), 5) == 0).toList();
  }

  @Test
  @DisplayName("decrypted: the same, and pictures are never offered")
  void decrypted() {
    List<HostileMail> some =
        mails().stream().filter(one -> Math.floorMod(one.name().hashCode(), 4) == 0).toList();
    assertTrue(some.size() >= 5, some.size() + " mails");
    boolean locked = true;
    for (HostileMail hostile : some) {
      String subject = add(Mail.encrypted(alice, hostile.entity()));
      mail.open(subject);
      if (locked) {
        mail.bar("locked");
        mail.clickBar();
        app.passphrase(alice.passphrase());
        locked = false;
      }
      check("decrypted", "none", hostile);
      assertFalse(app.page().has("load-pictures"), hostile.name());
    }
  }

  /**
   * What if the sanitiser let everything through: the frame's policy alone. Its own document may be
   * taken away by such a mail, but nothing runs and nothing leaves.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("mailsForAnyParser")
  @DisplayName("not sanitised: the frame's policy alone stops it")
  void policyAlone(HostileMail hostile) throws InterruptedException {
    // In a document that the one before has not been in.
    mail.open(HARMLESS.get(Math.floorMod(posted++, 2)));
    frame.awaitFilled();
    frame.post(hostile.html());
    Thread.sleep(GRACE.toMillis());
    assertNothingRan(hostile.name());
    assertUncovered(hostile.name());
  }

  /** Some, without those that only keep a parser busy. */
  List<HostileMail> mailsForAnyParser() {
    return mails().stream()
        .filter(one -> !one.name().equals("formatting-bomb"))
        .filter(one -> Math.floorMod(one.name().hashCode(), 5) < 2)
        .toList();
  }

  @Test
  @DisplayName("a mail that would keep the browser busy is shown as text, and the next one opens")
  void busy() {
    long start = System.nanoTime();
    // The most that is still shown as HTML, and more than that.
    mail.open(add(html("<p>" + "<b title=x><i>".repeat(9000) + "end of it")));
    mail.bar("unsigned");
    frame.awaitFilled();
    mail.open(add(html("<p>" + "<b title=x><i>".repeat(11_000) + "end of it")));
    assertEquals("unsigned", mail.bar("unsigned").code());
    app.page().await("html-left-out");
    assertFalse(frame.isHtml());
    mail.open(add(html("<p>five million" + " letters".repeat(700_000) + "</p>")));
    mail.bar("unsigned");
    mail.open(add(html("<p>the next one</p>")));
    assertEquals("the next one", mail.body().strip());
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertTrue(took.compareTo(Duration.ofSeconds(60)) < 0, took.toString());
  }

  private void judge(String code, String colour, HostileMail hostile, String subject) {
    mail.open(subject);
    check(code, colour, hostile);
    assertEquals(List.of(), console.blockedInMail(before), hostile.name());
  }

  private void check(String code, String colour, HostileMail hostile) {
    assertEquals(colour, mail.bar(code).colour(), hostile.name());
    app.page().await("mail-body");
    if (frame.isHtml()) {
      frame.awaitFilled();
      assertTrue(
          frame.script("return location.pathname").equals("/mail-frame.html"), hostile.name());
    }
    try {
      Thread.sleep(GRACE.toMillis());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assertNothingRan(hostile.name());
    assertUncovered(hostile.name());
  }

  private void assertNothingRan(String name) {
    assertEquals(title, driver.getTitle(), name);
    List<String> told = frame.told();
    assertTrue(told.stream().noneMatch(one -> one.contains(HostileMail.RAN)), name + told);
    if (frame.isHtml()) {
      Object ran =
          frame.script("return document.documentElement.textContent.includes('script-' + 42)");
      assertEquals(false, ran, name);
    }
  }

  private void assertUncovered(String name) {
    Map<String, Object> look = frame.look();
    assertEquals(1L, look.get("bars"), name);
    assertEquals(List.of(), look.get("covered"), name);
    assertEquals(true, look.get("frameBelow"), name);
    assertEquals(true, look.get("within"), name);
    assertEquals(true, look.get("width"), name + ": the page is wider than its window");
    // Text that the page draws itself is as long as it is.
    boolean bounded = ((Number) look.get("frameHeight")).doubleValue() <= 30_000;
    assertTrue(bounded || !frame.isHtml(), name + look);
  }

  private String add(byte[] entity) {
    String subject = "Mail " + UUID.randomUUID();
    mail.add(file(subject, entity));
    return subject;
  }

  private static String subjectOf(HostileMail hostile) {
    return "Hostile: " + hostile.name();
  }

  private Path file(String subject, byte[] entity) {
    return world.file(
        subject.replaceAll("[^A-Za-z0-9]", "-") + ".eml",
        Mail.message(bob, alice, subject, entity));
  }

  private static byte[] html(String body) {
    return ("Content-Type: text/html; charset=utf-8\r\n\r\n" + body + "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}

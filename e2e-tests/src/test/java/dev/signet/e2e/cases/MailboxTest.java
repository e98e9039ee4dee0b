package dev.signet.e2e.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.browser.Accessibility;
import dev.signet.e2e.browser.MailPage;
import dev.signet.e2e.browser.Shadow;
import dev.signet.e2e.browser.WebApp;
import dev.signet.e2e.lane.Alone;
import dev.signet.e2e.stage.MailStage;
import dev.signet.e2e.stage.Stage;
import dev.signet.e2e.world.Mail;
import dev.signet.e2e.world.Person;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** A mailbox of the mail server, as a person goes about in it. */
@DisplayName("A mailbox")
@Order(58)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MailboxTest {
  private final Stage stage = Stage.get();
  private final Shadow page = stage.app().page();
  private MailStage mails;

  @BeforeAll
  void start() {
    mails = stage.mail();
  }

  private MailPage mailboxOf(Person person, int count) {
    MailPage mail = stage.mailAppOf(person).mail();
    mail.awaitCount(count);
    return mail;
  }

  /** Letters that come one after the other; the last one stands first. */
  private Person withLetters(String name, int count) {
    Person person = mails.newcomer(name);
    mails.server().fill(person.address(), count);
    return person;
  }

  private long inFolder(Person person, String role) {
    return mails.jmap(person).mails(role, "id").size();
  }

  private void eventually(String what, Supplier<Boolean> condition) {
    page.until(what, any -> condition.get());
  }

  @Test
  @DisplayName("is gone through by the keyboard alone, and the focus stays in the list")
  void keyboard() {
    MailPage mail = mailboxOf(withLetters("keyboard", 60), 60);
    mail.press(Keys.HOME);
    assertEquals("Schedule 59", mail.active(), "the newest stands first");
    mail.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_UP);
    assertEquals("Lunch 58", mail.active());
    mail.press(Keys.END);
    page.until("the oldest is reached", any -> "Minutes 0".equals(mail.active()));
    mail.press(Keys.PAGE_UP);
    assertFalse(mail.active().isEmpty());
    mail.press(Keys.HOME, Keys.ENTER);
    page.until("the mail is open", any -> page.text("mail-subject").contains("Schedule 59"));
    assertEquals("mail-list", page.focused());
    page.until("what it says", any -> page.has("mail-body"));
    page.click("mail-next");
    page.until("the next is open", any -> page.text("mail-subject").contains("Lunch 58"));
    page.click("mail-previous");
    page.until("back again", any -> page.text("mail-subject").contains("Schedule 59"));
    page.click("mail-close");
    page.awaitGone("mail-subject");
    assertEquals("mail-list", page.focused());
    assertEquals(List.of(), Accessibility.findings(stage.chromium().driver()));
  }

  @Test
  @DisplayName("is searched and put in order")
  void searchAndOrder() {
    MailPage mail = mailboxOf(withLetters("order", 40), 40);
    mail.search("Invoice", 6);
    assertTrue(mail.subjects().stream().allMatch(each -> each.startsWith("Invoice")));
    page.await("mail-search").sendKeys(Keys.ESCAPE);
    mail.awaitCount(40);
    page.click("sort-subject");
    page.until("ordered", any -> first(mail).startsWith("Invoice"));
    page.click("sort-subject");
    page.until("the other way round", any -> first(mail).startsWith("Schedule"));
    page.click("sort-date");
    page.until("the newest first", any -> first(mail).equals("Question 39"));
  }

  /** Empty while nothing is drawn. */
  private static String first(MailPage mail) {
    return mail.subjects().stream().findFirst().orElse("");
  }

  @Test
  @DisplayName("has mails starred, and marked as read and unread, at the server too")
  void marks() {
    Person person = withLetters("marks", 5);
    MailPage mail = mailboxOf(person, 5);
    mail.awaitMark("Schedule 3", "data-unread", "true");
    mail.press(Keys.HOME, Keys.ARROW_DOWN, "s");
    mail.awaitMark("Schedule 3", "data-flagged", "true");
    mail.open("Schedule 3");
    mail.awaitMark("Schedule 3", "data-unread", "false");
    eventually(
        "the server knows both",
        () -> {
          String keywords = keywords(person, "Schedule 3");
          return keywords.contains("$flagged") && keywords.contains("$seen");
        });
    mail.press("u");
    mail.awaitMark("Schedule 3", "data-unread", "true");
    eventually("the server knows", () -> !keywords(person, "Schedule 3").contains("$seen"));
  }

  private String keywords(Person person, String subject) {
    return mails.jmap(person).mails("inbox", "subject", "keywords").stream()
        .filter(each -> each.path("subject").asText().equals(subject))
        .map(each -> each.path("keywords").toString())
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("has mails moved and deleted, and given back")
  void moveAndDelete() {
    Person person = withLetters("moving", 6);
    MailPage mail = mailboxOf(person, 6);
    mail.choose("Invoice 1");
    mail.choose("Lunch 2");
    page.click("mails-delete");
    mail.awaitCount(4);
    eventually("they are in the trash", () -> inFolder(person, "trash") == 2);
    page.click("mail-undo");
    mail.awaitCount(6);
    eventually("they are back", () -> inFolder(person, "inbox") == 6);
    mail.press(Keys.HOME, Keys.DELETE);
    mail.awaitCount(5);
    assertEquals("Question 4", mail.active(), "the next one takes its place");
    mail.choose("Minutes 0");
    page.await("mail-move").sendKeys(Keys.ENTER);
    // Keys for whatever has the focus: the driver takes it away from what it is to type into.
    page.until("a folder has the focus", any -> "move-to".equals(page.focused()));
    new Actions(stage.chromium().driver()).sendKeys("a").sendKeys(Keys.ENTER).perform();
    mail.awaitCount(4);
    eventually("it is in the archive", () -> inFolder(person, "archive") == 1);
    mail.folder("trash");
    mail.awaitCount(1);
    mail.press(Keys.DELETE);
    page.click("confirm-accept");
    page.await("mail-empty");
    eventually("it is gone for good", () -> inFolder(person, "trash") == 0);
  }

  @Test
  @DisplayName(
      "shows lock and certificate, and the certificate of an encrypted mail once it is open")
  void symbols() {
    Person person = mails.newcomer("symbols");
    Person bob = mails.bob();
    byte[] letter = Mail.text("Hello");
    deliver(person, "Sealed", Mail.signedAndEncrypted(bob, person, letter));
    deliver(person, "Signed", Mail.signed(bob, letter));
    deliver(person, "Plain", letter);
    WebApp app = stage.mailAppWithKeyOf(person);
    MailPage mail = app.mail();
    mail.awaitCount(3);
    mail.awaitMark("Sealed", "data-smime", "locked");
    mail.awaitMark("Signed", "data-smime", "signed");
    mail.awaitMark("Plain", "data-smime", "");
    mail.open("Sealed");
    mail.bar("locked");
    mail.clickBar();
    app.passphrase(person.passphrase());
    mail.awaitMark("Sealed", "data-smime", "locked signed");
    assertEquals("Hello", mail.body().strip());
    page.click("mail-close");
    assertEquals(List.of(), Accessibility.findings(stage.chromium().driver()));
  }

  private void deliver(Person to, String subject, byte[] entity) {
    mails.deliver(to, Mail.message(mails.bob(), to, subject, entity));
  }

  @Test
  @DisplayName("is used on a small screen one pane at a time")
  void small() {
    MailPage mail = mailboxOf(withLetters("small", 20), 20);
    stage
        .chromium()
        .narrow(
            () -> {
              mail.awaitCount(20);
              assertTrue(fits(), "nothing is wider than the screen");
              mail.open("Lunch 16");
              page.awaitGone("mail-list");
              assertEquals("mail-subject", page.focused());
              assertTrue(fits(), "nothing is wider than the screen");
              page.click("mail-close");
              page.await("mail-list");
              assertEquals("mail-list", page.focused());
              mail.folder("archive");
              page.await("mail-empty");
              assertEquals(List.of(), Accessibility.findings(stage.chromium().driver()));
            });
  }

  private boolean fits() {
    return (Boolean)
        stage
            .chromium()
            .driver()
            .executeScript(
                "return document.documentElement.scrollWidth <= document.documentElement.clientWidth");
  }

  @Test
  @Alone
  @DisplayName("of 10,000 mails scrolls smoothly, and opens a mail at once")
  void tenThousand() {
    Person person = withLetters("many", 10_000);
    MailPage mail = mailboxOf(person, 10_000);
    assertTrue(page.all("mail-row").size() < 100, "only what is in sight is drawn");
    MailboxSpeed speed = new MailboxSpeed(stage.chromium().driver());
    MailboxSpeed.Scroll scroll = speed.scroll();
    System.out.println("10,000 mails, scrolled through: " + scroll);
    // Both cores may be busy with other things; a list that draws all of its rows takes seconds.
    assertTrue(scroll.longestTask() < 250, scroll.toString());
    mail.press(Keys.HOME);
    List<MailboxSpeed.Opened> opened = IntStream.range(0, 6).mapToObj(speed::openRow).toList();
    List<MailboxSpeed.Opened> warm = opened.subList(1, opened.size());
    System.out.println("10,000 mails, one opened after the other: " + opened);
    double median = warm.stream().mapToDouble(MailboxSpeed.Opened::own).sorted().toArray()[2];
    assertTrue(median < 300, opened.toString());
    page.click("mail-close");
  }
}

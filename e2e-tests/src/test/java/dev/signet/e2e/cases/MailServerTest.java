package dev.signet.e2e.cases;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.e2e.browser.BrowserConsole;
import dev.signet.e2e.browser.MailAccountPage;
import dev.signet.e2e.browser.WebApp;
import dev.signet.e2e.mailserver.JmapClient;
import dev.signet.e2e.stage.MailStage;
import dev.signet.e2e.stage.Stage;
import dev.signet.e2e.world.Mail;
import dev.signet.e2e.world.Person;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("The page, with a mail server")
@Order(62)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MailServerTest {
  private final Stage stage = Stage.get();
  private final MailAccountPage account = new MailAccountPage(stage.chromium());
  private MailStage mail;
  private Person person;
  private JmapClient jmap;

  @BeforeAll
  void start() {
    mail = stage.mail();
    person = mail.newcomer("mailserver");
    jmap = mail.jmap(person);
    for (String subject : List.of("banana", "apple", "cherry")) {
      mail.deliver(person, message(subject));
    }
    byte[] signed = Mail.signed(person, Mail.text("signed"));
    mail.deliver(person, Mail.message("dora@example.net", person.address(), "seal", signed));
  }

  private byte[] message(String subject) {
    return Mail.message(
        subject + "@example.net", person.address(), subject, Mail.text("About " + subject));
  }

  /** Signed in to Signet; to the mail server is what is shown here. */
  private WebApp app() {
    return mail.site().app(stage.chromium()).signedInAs(person.address(), mail.password(person));
  }

  @BeforeEach
  void signIn() {
    WebApp app = app();
    // A page that was loaded anew knows no password.
    if (account.state().get("state").equals("signed-out")) {
      app.signOut();
      app.signIn(person.address(), mail.password(person));
      app.page().await("sign-out");
    }
    account.await("ready");
  }

  private JsonNode stored(String role, String subject) {
    return jmap.mails(role, "id", "subject", "keywords").stream()
        .filter(one -> one.path("subject").asText().equals(subject))
        .findFirst()
        .orElse(null);
  }

  @Test
  @DisplayName("signs in with what was typed, and shows the folders of every role")
  void folders() {
    assertEquals(
        List.of("inbox", "drafts", "sent", "archive", "junk", "trash"),
        account.run("return server.folders.map((one) => one.role);"));
    assertEquals(
        List.of(person.address()),
        account.run("return server.identities.map((one) => one.address);"));
  }

  @Test
  @DisplayName("lists, sorts and searches on the server, by S/MIME as well")
  void lists() {
    List<String> all = account.subjects("inbox", "", "subject", false);
    assertTrue(all.containsAll(List.of("apple", "banana", "cherry", "seal")), all::toString);
    assertTrue(all.indexOf("apple") < all.indexOf("banana"), all::toString);
    List<String> byFrom = account.subjects("inbox", "", "from", true);
    assertTrue(byFrom.indexOf("banana") < byFrom.indexOf("apple"), byFrom::toString);
    assertEquals("seal", account.subjects("inbox", "", "smime", true).get(0));
    assertEquals(List.of("cherry"), account.subjects("inbox", "cherry about", "date", true));
    assertEquals(List.of(), account.subjects("inbox", "cherry banana", "date", true));
  }

  @Test
  @DisplayName("reads every octet that is stored")
  void reads() {
    Object octets =
        account.run(
            """
            const message = await server.read(await id('inbox', 'seal'));
            return btoa(Array.from(message, (one) => String.fromCharCode(one)).join(''));
            """);
    assertEquals(
        new String(jmap.message("inbox", "seal"), ISO_8859_1),
        new String(Base64.getDecoder().decode((String) octets), ISO_8859_1));
  }

  @Test
  @DisplayName("sets flags, which other programs see, and sees those that they set")
  void flags() {
    mail.deliver(person, message("flags"));
    assertNull(
        account.run(
            """
            await when(() => server.folders[0].unread > 0);
            await server.setFlags([await id('inbox', 'flags')], { seen: true, flagged: true });
            """));
    JsonNode stored = stored("inbox", "flags");
    assertTrue(stored.path("keywords").has("$seen"), stored::toString);
    assertTrue(stored.path("keywords").has("$flagged"), stored::toString);
    String id = stored.path("id").asText();
    jmap.call("Email/set", Map.of("update", Map.of(id, Map.of("keywords", Map.of()))));
    assertNull(
        account.run(
            """
            const found = server.list({ folder: folder('inbox'), search: '',
              order: { column: 'date', descending: true } });
            found.need(0, 50);
            await when(() => found.indexOf(given[0]) >= 0 &&
              !found.at(found.indexOf(given[0])).flags.flagged);
            """,
            id));
  }

  @Test
  @DisplayName("looks for new mail when the user comes back to the page")
  void comesBack() {
    account.run(
        """
        window.seen = server.list({ folder: folder('inbox'), search: '',
          order: { column: 'date', descending: true } });
        window.seen.need(0, 50);
        await when(() => window.seen.total !== null);
        """);
    mail.deliver(person, message("comes back"));
    long before = System.nanoTime();
    assertNull(
        account.run(
            """
            window.dispatchEvent(new Event('focus'));
            await when(() => window.seen.at(0)?.summary.subject === 'comes back');
            window.seen.close();
            """));
    // By asking every while it would be half a minute.
    assertTrue(System.nanoTime() - before < 14_000_000_000L);
  }

  @Test
  @DisplayName("moves, removes to the trash, and from there for good")
  void leaves() {
    jmap.store("inbox", message("leaves"));
    assertNull(
        account.run(
            """
            await server.catchUp();
            const mail = await id('inbox', 'leaves');
            await server.move([mail], folder('archive'));
            """));
    assertNull(stored("inbox", "leaves"));
    assertFalse(stored("archive", "leaves").isNull());
    assertNull(account.run("await server.remove([await id('archive', 'leaves')]);"));
    assertNull(stored("archive", "leaves"));
    assertFalse(stored("trash", "leaves").isNull());
    assertNull(account.run("await server.remove([await id('trash', 'leaves')]);"));
    assertNull(stored("trash", "leaves"));
  }

  @Test
  @DisplayName("stores a message octet for octet with progress, and submits it to its envelope")
  void sends() {
    int before = mail.submitted().size();
    byte[] message = message("sends");
    Object progress =
        account.run(
            """
            const octets = Uint8Array.from(atob(given[0]), (one) => one.charCodeAt(0));
            let told = 0;
            const onProgress = (done, total) => { if (done === total) told = total; };
            const id = await server.store(octets, 'drafts', { draft: true, seen: true },
              { onProgress });
            await server.submit(id, { from: given[1], to: [given[2]] });
            return told;
            """,
            Base64.getEncoder().encodeToString(message),
            person.address(),
            mail.bob().address());
    assertEquals((long) message.length, progress);
    var submitted = mail.submitted();
    assertEquals(before + 1, submitted.size());
    assertEquals(List.of(mail.bob().address()), submitted.get(before).recipients());
    assertEquals(
        new String(message, ISO_8859_1), new String(submitted.get(before).message(), ISO_8859_1));
    assertNull(stored("drafts", "sends"));
    JsonNode sent = stored("sent", "sends");
    assertFalse(sent.path("keywords").has("$draft"), sent::toString);
  }

  @Test
  @DisplayName("sends nothing from an address that is another's")
  void forbidden() {
    int before = mail.submitted().size();
    assertEquals(
        "failed forbidden-from",
        account.run(
            "await server.submit(await id('inbox', 'seal'),"
                + " { from: 'bob@example.org', to: ['bob@example.org'] });"));
    assertEquals(before, mail.submitted().size());
  }

  @Test
  @DisplayName(
      "asks for a password in a form of its own, and takes the right one after a wrong one")
  void signInAgain() {
    WebApp app = app();
    // Loaded anew: the session of the site goes on, the password is forgotten.
    app.load();
    app.page().await("sign-out");
    account.await("signed-out");
    app.page().click("nav-mail");
    app.page().type("mail-sign-in-user", person.address());
    app.page().type("mail-sign-in-password", "not the password");
    app.page().click("mail-sign-in-submit");
    String refusal = app.page().text("mail-sign-in-error");
    assertFalse(refusal.isBlank());
    assertEquals("mail-wrong-password", account.state().get("failure"));
    app.page().type("mail-sign-in-password", mail.password(person));
    app.page().click("mail-sign-in-submit");
    account.await("ready");
    app.page().awaitGone("mail-sign-in");
  }

  @Test
  @DisplayName("keeps what is shown while the connection is lost, and comes back by itself")
  void lostAndFound() {
    BrowserConsole console = stage.console();
    var before = console.read();
    account.run(
        """
        window.kept = server.list({ folder: folder('inbox'), search: '',
          order: { column: 'date', descending: true } });
        window.kept.need(0, 20);
        await when(() => window.kept.at(0) !== null);
        """);
    network(true);
    try {
      assertEquals(
          "failed network",
          account.run("await server.setFlags([window.kept.at(0).id], { flagged: true });"));
      assertEquals("ready", account.state().get("state"));
      assertEquals("mail-network", account.state().get("failure"));
      assertEquals(
          false, account.run("await when(() => true); return window.kept.at(0).flags.flagged;"));
    } finally {
      network(false);
    }
    assertNull(account.run("await when(() => account.failure === null); window.kept.close();"));
    assertTrue(console.lostConnections(before) > 0);
  }

  private void network(boolean offline) {
    stage.chromium().command("Network.enable", Map.of());
    stage
        .chromium()
        .command(
            "Network.emulateNetworkConditions",
            Map.of(
                "offline",
                offline,
                "latency",
                0,
                "downloadThroughput",
                -1,
                "uploadThroughput",
                -1));
  }
}

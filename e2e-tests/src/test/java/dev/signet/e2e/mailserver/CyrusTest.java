package dev.signet.e2e.mailserver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("Cyrus of the world")
@Order(8)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CyrusTest {
  private static final String ALICE = "alice@example.org";
  private static final String BOB = "bob@example.org";

  private MailServer server;
  private JmapClient alice;
  private JmapClient bob;

  @BeforeAll
  void start() {
    server =
        MailServer.of(Cyrus.inNewFolder())
            .account(ALICE, "alice's password")
            .account(BOB, "bob's password")
            .start();
    alice = jmap(ALICE);
    bob = jmap(BOB);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private JmapClient jmap(String address) {
    URI session = URI.create("http://127.0.0.1:" + server.cyrus().httpPort() + "/jmap/");
    return new JmapClient(session, address, server.password(address));
  }

  @Test
  @DisplayName("has the mailboxes of every role")
  void roles() {
    Map<String, String> roles = new TreeMap<>();
    for (JsonNode mailbox : alice.call("Mailbox/get", Map.of()).path("list")) {
      roles.put(mailbox.path("role").asText(), mailbox.path("name").asText());
    }
    assertEquals(
        Map.of(
            "inbox", "Inbox",
            "drafts", "Drafts",
            "sent", "Sent",
            "trash", "Trash",
            "junk", "Junk",
            "archive", "Archive"),
        roles);
  }

  @Test
  @DisplayName("has an identity whose address is the account's")
  void identity() {
    JsonNode identity = alice.call("Identity/get", Map.of()).at("/list/0");
    assertEquals(ALICE, identity.path("email").asText());
  }

  @Test
  @DisplayName("keeps every octet of what is delivered, after the fields that delivery adds")
  void delivered() {
    server.deliver("outside@example.net", ALICE, odd("delivered"));
    assertEnds(odd("delivered"), alice.message("inbox", "delivered"));
  }

  @Test
  @DisplayName("keeps every octet of what is imported")
  void imported() {
    alice.store("archive", odd("imported"));
    assertArrayEquals(odd("imported"), alice.message("archive", "imported"));
  }

  @Test
  @DisplayName("refuses to import the same octets twice, and names the mail that has them")
  void importedTwice() {
    String id = alice.store("archive", odd("twice"));
    AssertionError refused =
        assertThrows(AssertionError.class, () -> alice.store("drafts", odd("twice")));
    assertTrue(refused.getMessage().contains("\"alreadyExists\",\"existingId\":\"" + id), id);
  }

  @Test
  @DisplayName("takes thousands of mails at once, and pages through them")
  void many() {
    server.account("many@example.org", "many's password");
    server.fill("many@example.org", 2_000);
    JsonNode query =
        jmap("many@example.org")
            .call("Email/query", Map.of("calculateTotal", true, "position", 1_990, "limit", 5));
    assertEquals(2_000, query.path("total").asInt());
    assertEquals(5, query.path("ids").size());
  }

  @Test
  @DisplayName("tells what has changed in a query and in mails since a state")
  void changes() {
    Map<String, Object> filter = Map.of("inMailbox", alice.mailbox("sent"));
    JsonNode query = alice.call("Email/query", Map.of("filter", filter));
    assertTrue(query.path("canCalculateChanges").asBoolean(), query::toString);
    String state = alice.call("Email/get", Map.of("ids", List.of())).path("state").asText();
    String id = alice.store("sent", odd("changes"));
    JsonNode mails = alice.call("Email/changes", Map.of("sinceState", state));
    assertEquals(id, mails.at("/created/0").asText());
    JsonNode since =
        alice.call(
            "Email/queryChanges",
            Map.of("filter", filter, "sinceQueryState", query.path("queryState").asText()));
    assertEquals(id, since.at("/added/0/id").asText());
  }

  @Test
  @DisplayName(
      "pushes nothing, as Debian builds it, and says so at once: a client has to ask again")
  void push() {
    AssertionError refused =
        assertThrows(
            AssertionError.class,
            () -> alice.events("/jmap/eventsource/?types=*&closeafter=no&ping=30"));
    assertTrue(refused.getMessage().endsWith("204"), refused.getMessage());
  }

  @Test
  @DisplayName("takes a mail of 30 MB")
  void large() {
    byte[] head = odd("large");
    byte[] mail = Arrays.copyOf(head, 30_000_000);
    for (int i = head.length; i < mail.length; i++) {
      mail[i] = (byte) (i % 78 == 76 ? '\r' : i % 78 == 77 ? '\n' : 'x');
    }
    alice.store("trash", mail);
    assertArrayEquals(mail, alice.message("trash", "large"));
  }

  private static void assertEnds(byte[] end, byte[] whole) {
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    assertTrue(text.endsWith(new String(end, StandardCharsets.ISO_8859_1)), text);
  }

  @Test
  @DisplayName("submits every octet to the recipients of the envelope, who find it in their inbox")
  void submitted() {
    String id = alice.store("drafts", odd("submitted"), "$draft", "$seen");
    JsonNode created = submission(id, BOB);
    assertTrue(created.isObject(), created::toString);
    var last = server.submission().submitted();
    var through = last.get(last.size() - 1);
    assertEquals(ALICE, through.from());
    assertEquals(List.of(BOB), through.recipients());
    assertArrayEquals(odd("submitted"), through.message());
    assertEnds(odd("submitted"), bob.message("inbox", "submitted"));
  }

  @Test
  @DisplayName("submits nothing where the recipient is refused, and says so")
  void refused() {
    String id = alice.store("drafts", octets("From: " + ALICE, "Subject: refused", "", "No."));
    int before = server.submission().submitted().size();
    assertTrue(submission(id, "nobody@example.org").isMissingNode());
    server.submission().refuse("550 5.7.1 No");
    assertTrue(submission(id, BOB).isMissingNode());
    server.submission().refuse(null);
    assertEquals(before, server.submission().submitted().size());
    assertNull(bob.message("inbox", "refused"));
    assertTrue(submission(id, BOB).isObject());
  }

  @Test
  @DisplayName("finds by header field and keyword, and sorts by sender, subject and date")
  void query() {
    for (String word : List.of("beta", "alpha", "gamma")) {
      alice.store(
          "junk",
          octets(
              "From: " + word + "@example.net",
              "Subject: " + word,
              "X-Kind: " + word,
              "Date: Sat, 28 Nov 2026 10:00:00 +0000",
              "",
              word),
          word.equals("gamma") ? "$signed" : "$seen");
    }
    assertEquals(List.of("alpha", "beta", "gamma"), subjects("subject", Map.of()));
    assertEquals(List.of("alpha", "beta", "gamma"), subjects("from", Map.of()));
    assertEquals(List.of("gamma"), subjects("subject", Map.of("hasKeyword", "$signed")));
    assertEquals(List.of("alpha", "beta"), subjects("subject", Map.of("notKeyword", "$signed")));
    assertEquals(List.of("beta"), subjects("subject", Map.of("header", List.of("X-Kind", "beta"))));
    assertEquals(List.of("beta"), subjects("subject", Map.of("text", "beta")));
  }

  /** What a server that takes MIME apart would not keep. */
  private static byte[] odd(String subject) {
    return octets(
        "From: Alice <alice@example.org>",
        "To: bob@example.org",
        "Subject: " + subject,
        "Message-ID: <octets@example.org>",
        "Date: Sat, 28 Nov 2026 10:00:00 +0000",
        "MIME-Version: 1.0",
        "Content-Type: text/plain;",
        "\tcharset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
        "",
        "A=20soft=",
        " break, trailing space=20",
        ".",
        "..two dots and =C3=BCmlauts",
        "");
  }

  private List<String> subjects(String sort, Map<String, Object> condition) {
    Map<String, Object> filter = new TreeMap<>(condition);
    filter.put("inMailbox", alice.mailbox("junk"));
    JsonNode answer =
        alice.call(
            "Email/query", Map.of("filter", filter, "sort", List.of(Map.of("property", sort))));
    List<String> subjects = new ArrayList<>();
    for (JsonNode id : answer.path("ids")) {
      JsonNode mail =
          alice.call("Email/get", Map.of("ids", List.of(id), "properties", List.of("subject")));
      subjects.add(mail.at("/list/0/subject").asText());
    }
    return subjects;
  }

  private JsonNode submission(String id, String recipient) {
    String identity = alice.call("Identity/get", Map.of()).at("/list/0/id").asText();
    Map<String, Object> envelope =
        Map.of(
            "mailFrom", Map.of("email", ALICE),
            "rcptTo", List.of(Map.of("email", recipient)));
    return alice
        .call(
            "EmailSubmission/set",
            Map.of(
                "create",
                Map.of("new", Map.of("identityId", identity, "emailId", id, "envelope", envelope))))
        .at("/created/new");
  }

  private static byte[] octets(String... lines) {
    return String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
  }
}

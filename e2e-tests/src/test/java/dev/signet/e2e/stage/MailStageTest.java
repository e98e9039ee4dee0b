package dev.signet.e2e.stage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.browser.WebApp;
import dev.signet.e2e.mailserver.JmapClient;
import dev.signet.e2e.mailserver.SampleMail.Sample;
import dev.signet.e2e.world.Mail;
import dev.signet.e2e.world.Person;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("The stage with a mail server")
@Order(9)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MailStageTest {
  private final Stage stage = Stage.get();
  private final HttpClient http = HttpClient.newHttpClient();
  private MailStage mail;

  @BeforeAll
  void start() {
    mail = stage.mail();
  }

  private HttpResponse<String> get(String path, String... fields)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(mail.site().origin() + path));
    for (int i = 0; i < fields.length; i += 2) {
      request.header(fields[i], fields[i + 1]);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  @DisplayName("shows both servers under one origin")
  void oneOrigin() throws Exception {
    assertTrue(get("/").body().contains("<html"));
    assertTrue(get("/api/config").body().contains("\"mail\":\"/jmap/\""));
    HttpResponse<String> wellKnown = get("/.well-known/jmap");
    assertEquals(301, wellKnown.statusCode());
    assertEquals("/jmap", wellKnown.headers().firstValue("Location").orElseThrow());
  }

  @Test
  @DisplayName("lets no question for a password through, and shows no mail as a page of the site")
  void refused() throws Exception {
    HttpResponse<String> answer = get("/jmap/");
    assertEquals(401, answer.statusCode());
    assertTrue(answer.headers().firstValue("WWW-Authenticate").isEmpty());
    String policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
    assertTrue(policy.contains("sandbox"), policy);
  }

  @Test
  @DisplayName("has an account at both servers under one name and password")
  void accounts() {
    for (Person person : List.of(mail.alice(), mail.bob(), mail.carol())) {
      assertEquals(person.address(), mail.jmap(person).account());
    }
    WebApp app = stage.mailAppOf(mail.alice());
    assertTrue(app.page().text("user-name").contains(mail.alice().address()));
  }

  @Test
  @DisplayName("has newcomers, and inboxes with mail of every colour")
  void newcomer() {
    Person dora = mail.newcomer("dora-of-the-stage");
    List<Sample> samples = mail.fillInbox(dora);
    List<String> subjects =
        mail.jmap(dora).mails("inbox", "subject").stream()
            .map(each -> each.path("subject").asText())
            .toList();
    assertEquals(
        samples.stream().map(Sample::subject).sorted().toList(),
        subjects.stream().sorted().toList());
    stage.mailAppOf(dora);
  }

  @Test
  @DisplayName("has a site beside it whose JMAP server rewrites what it imports")
  void rewriting() {
    Site site = mail.rewritingSite();
    WebApp app =
        site.app(stage.chromium()).signedInAs(mail.bob().address(), mail.password(mail.bob()));
    assertTrue(app.page().text("user-name").contains(mail.bob().address()));
    URI session = URI.create(site.origin() + "/jmap/");
    JmapClient jmap = new JmapClient(session, mail.bob().address(), mail.password(mail.bob()));
    String subject = "Rewritten " + UUID.randomUUID();
    String head = "Subject: " + subject + "\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n";
    jmap.store("drafts", (head + "one=20line\r\n").getBytes(ISO_8859_1));
    String stored = new String(jmap.message("drafts", subject), ISO_8859_1);
    assertTrue(stored.endsWith("8bit\r\n\r\none line\r\n"), stored);
  }

  @Test
  @DisplayName("puts delivered mail into the inbox, and nothing of it reaches Signet's server")
  void delivered() {
    String subject = "Delivered " + UUID.randomUUID();
    byte[] message =
        Mail.message(mail.bob(), mail.alice(), subject, Mail.signed(mail.bob(), Mail.text("Hi")));
    mail.deliver(mail.alice(), message);
    byte[] stored = mail.jmap(mail.alice()).message("inbox", subject);
    assertTrue(new String(stored, ISO_8859_1).endsWith(new String(message, ISO_8859_1)));
    for (byte[] sent : mail.sentToServer()) {
      assertFalse(new String(sent, ISO_8859_1).contains(subject));
      assertFalse(new String(sent, ISO_8859_1).contains(" /jmap"));
    }
  }
}

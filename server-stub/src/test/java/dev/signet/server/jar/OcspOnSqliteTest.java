package dev.signet.server.jar;

import static dev.signet.server.jar.Answers.assertStatus;
import static dev.signet.server.jar.Answers.field;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.server.fixture.Client;
import dev.signet.server.fixture.OpensslResponder;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The relay of the running jar, with the responder of OpenSSL. */
class OcspOnSqliteTest {
  private static final String TYPE = "application/ocsp-request";

  @TempDir static Path folder;
  private static OpensslResponder responder;
  private static JarSite site;
  private static String url;

  @BeforeAll
  static void start() throws Exception {
    responder = OpensslResponder.start(folder, "-nmin", "60");
    url = "http://127.0.0.1:" + responder.port() + "/";
    site = JarSite.start(TestedStore::sqlite, "ocsp.allow=127.0.0.0/8:" + responder.port());
  }

  @AfterAll
  static void stop() throws Exception {
    responder.close();
    site.close();
  }

  private static String path(String responderUrl) {
    return "/api/ocsp?responder=" + URLEncoder.encode(responderUrl, StandardCharsets.UTF_8);
  }

  private static HttpResponse<byte[]> ask(Client client, String to, byte[] body, String... more) {
    return ask(client, to, BodyPublishers.ofByteArray(body), more);
  }

  private static HttpResponse<byte[]> ask(
      Client client, String to, BodyPublisher body, String... more) {
    String[] fields = java.util.Arrays.copyOf(more, more.length + 2);
    fields[more.length] = "Content-Type";
    fields[more.length + 1] = TYPE;
    return client.send("POST", path(to), body, fields);
  }

  private static void assertReason(String reason, HttpResponse<byte[]> answer) {
    assertStatus(400, answer);
    assertTrue(Client.json(answer).toString().contains('"' + reason + '"'), reason);
  }

  @Test
  void aSignedInUserGetsTheAnswerAsItWasSigned() throws Exception {
    Client client = site.newClient();
    byte[] request = responder.request("-no_nonce");
    HttpResponse<byte[]> first = assertStatus(200, ask(client, url, request));
    assertEquals("application/ocsp-response", field(first, "Content-Type"));
    assertEquals("no-store", field(first, "Cache-Control"));
    assertTrue(responder.read(first.body()).contains("a.pem: good"));
    assertFalse(first.headers().firstValue("Age").isPresent());
    HttpResponse<byte[]> second = assertStatus(200, ask(site.newClient(), url, request));
    assertTrue(second.headers().firstValue("Age").isPresent(), "it is asked for again");
    assertTrue(responder.read(second.body()).contains("a.pem: good"));
    byte[] nonce = responder.request("-nonce");
    HttpResponse<byte[]> third = assertStatus(200, ask(client, url, nonce));
    assertFalse(third.headers().firstValue("Age").isPresent(), "a nonce is answered from memory");
  }

  @Test
  void withoutASessionOrTheSitesOwnPagesNothingIsRelayed() throws Exception {
    byte[] request = responder.request();
    Client client = site.newClient();
    assertStatus(401, ask(site.client(), url, request));
    assertStatus(403, ask(client, url, request, "Origin", "https://elsewhere.example"));
    assertStatus(403, ask(client, url, request, "Origin", "null"));
    assertStatus(403, ask(client, url, request, "X-CSRF-Token", "of-another"));
    HttpRequest.Builder tokenless =
        HttpRequest.newBuilder(URI.create(client.origin() + path(url)))
            .header("Cookie", client.cookie())
            .header("Origin", client.origin())
            .header("Content-Type", TYPE)
            .POST(BodyPublishers.ofByteArray(request));
    assertStatus(403, client.send(tokenless.build()));
    tokenless.header("X-CSRF-Token", client.csrf());
    assertStatus(200, client.send(tokenless.build()));
    assertStatus(405, client.get(path(url)));
  }

  @Test
  void badRequestsAndForbiddenRespondersAreRefused() throws Exception {
    Client client = site.newClient();
    byte[] request = responder.request();
    byte[] tooLong = new byte[16 * 1024 + 1];
    assertStatus(413, ask(client, url, tooLong));
    BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLong));
    assertStatus(413, ask(client, url, chunked));
    assertStatus(
        415,
        client.send(
            "POST", path(url), BodyPublishers.ofByteArray(request), "Content-Type", "text/plain"));
    assertReason("request", ask(client, url, new byte[] {0x30, 0}));
    assertReason("request", ask(client, url, "GET / HTTP/1.1".getBytes(StandardCharsets.UTF_8)));
    int unlisted = responder.port() == 65535 ? 1024 : responder.port() + 1;
    assertReason("responder-port", ask(client, "http://127.0.0.1:" + unlisted + "/", request));
    assertReason("responder-port", ask(client, "http://127.0.0.1:22/", request));
    assertReason("responder-address", ask(client, "http://127.0.0.1/", request));
    assertReason("responder-address", ask(client, "http://169.254.169.254/latest", request));
    assertReason("responder-address", ask(client, "http://[::ffff:127.0.0.1]/", request));
    assertReason("responder-host", ask(client, "http://127.1/", request));
    assertReason("responder-host", ask(client, "http://2130706433/", request));
    assertReason("responder-host", ask(client, "http://0177.0.0.1/", request));
    assertReason("responder-userinfo", ask(client, "http://a@127.0.0.1/", request));
    assertReason("responder-scheme", ask(client, "gopher://127.0.0.1/", request));
    assertStatus(200, ask(client, url, request));
  }

  @Test
  void switchedOffThereIsNothing() throws Exception {
    try (JarSite off = JarSite.start(TestedStore::sqlite, "ocsp=off")) {
      Client client = off.newClient();
      assertFalse(Client.json(client.get("/api/config")).get("ocsp").asBoolean());
      assertStatus(404, ask(client, url, responder.request()));
    }
  }
}

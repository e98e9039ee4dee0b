package dev.signet.server.jar;

import static dev.signet.server.jar.Answers.assertStatus;
import static dev.signet.server.jar.Answers.field;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.server.digest.Sha256;
import dev.signet.server.fixture.Client;
import dev.signet.server.fixture.Pkcs12Files;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row of the HTTP contract, with every status and field that it names. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HttpContract {
  private static final byte[] FILE = Pkcs12Files.modern();

  private final TestedStore.Kind kind;
  private final UUID id = UUID.randomUUID();
  private JarSite site;

  HttpContract(TestedStore.Kind kind) {
    this.kind = kind;
  }

  @BeforeAll
  void start() throws Exception {
    site = JarSite.start(kind, "key.max-per-user=2", "key.max-bytes=8192");
  }

  @AfterAll
  void stop() throws Exception {
    site.close();
  }

  @Test
  void webFilesComePrecompressedUnderAStrictPolicyAndAreCachedByTheirHash() {
    Client nobody = site.client();
    HttpResponse<byte[]> page = assertStatus(200, nobody.get("/"));
    assertEquals("text/html; charset=utf-8", field(page, "Content-Type"));
    assertEquals("no-cache", field(page, "Cache-Control"));
    String tag = field(page, "ETag");
    assertStatus(304, nobody.get("/", "If-None-Match", tag));
    String html = new String(page.body(), StandardCharsets.UTF_8);
    Matcher script = Pattern.compile("src=\"\\.?(/assets/[^\"]+\\.js)\"").matcher(html);
    assertTrue(script.find(), html);
    byte[] plain = assertStatus(200, nobody.get(script.group(1))).body();
    for (String coding : new String[] {"br", "gzip"}) {
      HttpResponse<byte[]> packed =
          assertStatus(200, nobody.get(script.group(1), "Accept-Encoding", coding));
      assertEquals(coding, field(packed, "Content-Encoding"));
      assertEquals("public, max-age=31536000, immutable", field(packed, "Cache-Control"));
      assertEquals("text/javascript; charset=utf-8", field(packed, "Content-Type"));
      assertEquals("Accept-Encoding", field(packed, "Vary"));
      assertTrue(packed.body().length < plain.length / 2);
    }
    assertEquals(0, assertStatus(200, send(nobody, "HEAD", "/")).body().length);
    assertEquals("GET, HEAD", field(assertStatus(405, send(nobody, "POST", "/")), "Allow"));
    assertStatus(404, nobody.get("/nothing"));
  }

  @Test
  void configTellsThePageItsSettings() {
    HttpResponse<byte[]> answer = assertStatus(200, site.client().get("/api/config"));
    assertEquals("application/json", field(answer, "Content-Type"));
    assertEquals("no-store", field(answer, "Cache-Control"));
    JsonNode config = Client.json(answer);
    assertTrue(config.get("ocsp").isBoolean());
    assertTrue(config.get("rememberPassphrase").isBoolean());
    assertEquals("ascii", config.get("newPassphrase").asText());
    assertEquals("auto", config.get("contentCipher").asText());
    assertEquals("sha-256", config.get("digest").asText());
    assertEquals(5, config.get("unlockMinutes").asInt());
    assertTrue(config.get("smimeEnabledByDefault").asBoolean());
    assertEquals("local", config.get("signIn").asText());
    assertTrue(config.get("mail").isNull());
  }

  @Test
  void trustAnchorsArePemWithATag() {
    HttpResponse<byte[]> answer = assertStatus(200, site.client().get("/api/trust-anchors"));
    assertEquals("application/pem-certificate-chain", field(answer, "Content-Type"));
    String tag = field(answer, "ETag");
    assertStatus(304, site.client().get("/api/trust-anchors", "If-None-Match", tag));
    assertStatus(200, site.client().get("/api/trust-anchors", "If-None-Match", "\"other\""));
  }

  @Test
  void aSessionBeginsWithACookieAndEndsAtSigningOut() {
    String user = site.newUser();
    HttpResponse<byte[]> first = assertStatus(204, site.client().trySignIn(user, JarSite.PASSWORD));
    String set = field(first, "Set-Cookie");
    assertTrue(set.matches("signet-session=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict"), set);
    assertEquals("no-store", field(first, "Cache-Control"));
    Client client = site.signedIn(user);
    assertNotEquals(Client.cookieOf(first), client.cookie(), "new at each sign-in");
    JsonNode session = Client.json(assertStatus(200, client.get("/api/session")));
    assertEquals(user, session.get("user").asText());
    assertEquals(client.csrf(), session.get("csrf").asText());
    assertStatus(401, site.client().get("/api/session"));
    HttpResponse<byte[]> out = assertStatus(204, client.delete("/api/session"));
    assertTrue(field(out, "Set-Cookie").contains("Max-Age=0"));
    assertStatus(401, client.get("/api/session"));
    assertStatus(401, client.delete("/api/session"));
  }

  @Test
  void aWrongPasswordIs401AndTooManyAre429WithRetryAfter() {
    String user = site.newUser();
    HttpResponse<byte[]> answer = assertStatus(401, site.client().trySignIn(user, "wrong"));
    assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
    for (int i = 0; i < 40 && answer.statusCode() == 401; i++) {
      answer = site.client().trySignIn(user, "wrong");
    }
    assertStatus(429, answer);
    int wait = Integer.parseInt(field(answer, "Retry-After"));
    assertTrue(wait > 0 && wait < 3600, "Retry-After: " + wait);
    assertStatus(429, site.client().trySignIn(user, JarSite.PASSWORD));
    assertStatus(204, site.client().trySignIn(site.newUser(), JarSite.PASSWORD));
  }

  @Test
  void aKeyIsGivenBackByteForByteAndListed() {
    Client alice = site.newClient();
    HttpResponse<byte[]> list = assertStatus(200, alice.get("/api/keys"));
    assertEquals("[]", new String(list.body(), StandardCharsets.UTF_8));
    HttpResponse<byte[]> put = alice.put("/api/keys/" + id + "?name=Work%20%C3%A4", FILE);
    String tag = field(assertStatus(201, put), "ETag");
    HttpResponse<byte[]> got = assertStatus(200, alice.get("/api/keys/" + id));
    assertArrayEquals(FILE, got.body());
    assertEquals("application/x-pkcs12", field(got, "Content-Type"));
    assertEquals(tag, field(got, "ETag"));
    assertEquals("no-store", field(got, "Cache-Control"));
    assertStatus(304, alice.get("/api/keys/" + id, "If-None-Match", tag));
    HttpResponse<byte[]> head = assertStatus(200, send(alice, "HEAD", "/api/keys/" + id));
    assertEquals(Integer.toString(FILE.length), field(head, "Content-Length"));
    JsonNode row = Client.json(alice.get("/api/keys")).get(0);
    assertEquals(id.toString(), row.get("id").asText());
    assertEquals("Work \u00e4", row.get("name").asText());
    assertEquals(FILE.length, row.get("size").asInt());
    assertEquals(Sha256.hex(FILE), row.get("sha256").asText());
    assertTrue(
        !Instant.parse(row.get("modified").asText())
            .isBefore(Instant.parse(row.get("created").asText())));
    HttpResponse<byte[]> replaced = assertStatus(204, alice.putKey(id, Pkcs12Files.another()));
    assertNotEquals(tag, field(replaced, "ETag"));
    assertArrayEquals(Pkcs12Files.another(), alice.get("/api/keys/" + id).body());
    assertStatus(204, alice.delete("/api/keys/" + id));
    assertStatus(404, alice.get("/api/keys/" + id));
    assertStatus(404, alice.delete("/api/keys/" + id));
  }

  /** "this" stands for the entity tag of the file that is there, "other" for another. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          absent  | If-None-Match: *   | 201 | 404
          absent  | If-Match: *        | 412 | 404
          absent  | If-Match: other    | 412 | 404
          present | If-None-Match: *   | 412 | 412
          present | If-Match: this     | 204 | 204
          present | If-Match: *        | 204 | 204
          present | If-Match: other    | 412 | 412
          present | If-Match: W/this   | 412 | 412
          present | If-Match: nonsense | 400 | 400
          """)
  void conditionsDecideAboutChanges(String state, String condition, int put, int delete) {
    Client alice = site.newClient();
    String tag = '"' + Sha256.hex(FILE) + '"';
    String[] fields = condition.replace("other", "\"0123\"").replace("this", tag).split(": ", 2);
    UUID replaced = UUID.randomUUID();
    UUID deleted = UUID.randomUUID();
    if (state.equals("present")) {
      assertStatus(201, alice.putKey(replaced, FILE));
      assertStatus(201, alice.putKey(deleted, FILE));
    }
    assertStatus(put, alice.putKey(replaced, Pkcs12Files.another(), fields));
    assertStatus(delete, alice.delete("/api/keys/" + deleted, fields));
    if (state.equals("present") && put >= 400) {
      assertArrayEquals(FILE, alice.get("/api/keys/" + replaced).body());
      assertArrayEquals(FILE, alice.get("/api/keys/" + deleted).body());
    }
  }

  @Test
  void aKeyThatCannotBeTakenIsRefusedByItsStatus() {
    Client alice = site.newClient();
    byte[] tooLong = Arrays.copyOf(FILE, 8193);
    assertStatus(413, alice.putKey(id, tooLong));
    assertStatus(
        413,
        alice.send(
            "PUT",
            "/api/keys/" + id,
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLong)),
            "Content-Type",
            "application/x-pkcs12"));
    assertStatus(415, alice.putKey(id, FILE, "Content-Type", "application/pkcs8"));
    assertReason("not-pkcs12", alice.putKey(id, "hello".getBytes(StandardCharsets.US_ASCII)));
    assertReason(
        "clear-key",
        alice.putKey(id, Pkcs12Files.openssl("-passout", "pass:x", "-keypbe", "NONE")));
    assertStatus(422, alice.putKey(id, Pkcs12Files.openssl("-passout", "pass:")));
    assertStatus(422, alice.putKey(id, Pkcs12Files.openssl("-passout", "pass:x", "-nomac")));
    assertStatus(422, alice.putKey(id, Arrays.copyOf(FILE, FILE.length + 1)));
    assertStatus(
        422,
        alice.putKey(id, Pkcs12Files.openssl("-passout", "pass:x", "-nokeys", "-certpbe", "NONE")));
    assertEquals(0, Client.json(alice.get("/api/keys")).size(), "nothing was stored");
    assertStatus(201, alice.putKey(id, FILE));
    assertStatus(201, alice.putKey(UUID.randomUUID(), FILE));
    assertStatus(507, alice.putKey(UUID.randomUUID(), FILE));
    assertStatus(204, alice.putKey(id, Pkcs12Files.another()));
    assertStatus(204, alice.delete("/api/keys/" + id));
    assertStatus(201, alice.putKey(UUID.randomUUID(), FILE));
  }

  @Test
  void keysAreForTheSignedInAloneAndChangesForPagesOfTheSite() {
    Client nobody = site.client();
    assertStatus(401, nobody.get("/api/keys"));
    assertStatus(401, nobody.get("/api/keys/" + id));
    assertStatus(401, nobody.putKey(id, FILE));
    assertStatus(401, nobody.delete("/api/keys/" + id));
    Client alice = site.newClient();
    assertStatus(403, alice.putKey(id, FILE, "X-CSRF-Token", "x"));
    assertStatus(403, alice.putKey(id, FILE, "Origin", "http://evil.example"));
    assertStatus(403, alice.delete("/api/session", "X-CSRF-Token", ""));
    assertStatus(404, alice.get("/api/keys/" + id));
    assertStatus(200, alice.get("/api/session"));
    assertEquals(
        "DELETE, GET, HEAD, PUT",
        field(assertStatus(405, send(alice, "PATCH", "/api/keys/" + id)), "Allow"));
  }

  @Test
  void healthAndReadinessAre200() {
    assertStatus(200, site.client().get("/healthz"));
    assertStatus(200, site.client().get("/readyz"));
  }

  @Test
  void metricsAreForLoopback() {
    HttpResponse<byte[]> answer = assertStatus(200, site.client().get("/metrics"));
    assertTrue(field(answer, "Content-Type").startsWith("text/plain"));
  }

  private static void assertReason(String reason, HttpResponse<byte[]> answer) {
    assertEquals(reason, Client.json(assertStatus(422, answer)).get("reason").asText());
  }

  private static HttpResponse<byte[]> send(Client client, String method, String path) {
    return client.send(method, path, BodyPublishers.noBody());
  }
}

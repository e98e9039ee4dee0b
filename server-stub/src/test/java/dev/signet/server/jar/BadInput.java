package dev.signet.server.jar;

import static dev.signet.server.jar.Answers.assertStatus;
import static dev.signet.server.jar.Answers.field;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.signet.server.fixture.Client;
import dev.signet.server.fixture.Pkcs12Files;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Well-formed requests for what must not be had; after each the next call works. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BadInput {
  private static final byte[] FILE = Pkcs12Files.modern();

  private final TestedStore.Kind kind;
  private final UUID id = UUID.randomUUID();
  private JarSite site;
  private Client alice;
  private Client bob;

  BadInput(TestedStore.Kind kind) {
    this.kind = kind;
  }

  @BeforeAll
  void start() throws Exception {
    site = JarSite.start(kind);
    alice = site.newClient();
    bob = site.newClient();
    assertStatus(201, alice.putKey(id, FILE));
  }

  @AfterAll
  void stop() throws Exception {
    site.close();
  }

  @AfterEach
  void theNextCallWorks() {
    assertArrayEquals(FILE, assertStatus(200, alice.get("/api/keys/" + id)).body());
    assertEquals(1, Client.json(alice.get("/api/keys")).size());
    assertEquals("[]", new String(bob.get("/api/keys").body(), StandardCharsets.UTF_8));
  }

  @Test
  void anotherUsersIdIs404OnEveryVerb() {
    String path = "/api/keys/" + id;
    String tag = field(alice.get(path), "ETag");
    assertStatus(404, bob.get(path));
    assertStatus(404, bob.get(path, "If-None-Match", tag));
    assertStatus(404, bob.send("HEAD", path, BodyPublishers.noBody()));
    for (String[] fields :
        new String[][] {{}, {"If-Match", "*"}, {"If-Match", tag}, {"If-None-Match", "*"}}) {
      assertStatus(404, bob.putKey(id, Pkcs12Files.another(), fields));
      assertStatus(404, bob.put(path + "?name=mine", Pkcs12Files.another(), fields));
      assertStatus(404, bob.delete(path, fields));
    }
    assertStatus(405, bob.send("PATCH", path, BodyPublishers.ofByteArray(FILE)));
    assertStatus(405, bob.send("POST", path, BodyPublishers.ofByteArray(FILE)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/%252e%252e%252f%252e%252e%252fetc%252fpasswd",
        "/..%2f..%2f..%2fetc/passwd",
        "/assets/..%5c..%5cindex.html",
        "/assets/%c0%ae%c0%ae/index.html",
        "/assets/%e0%80%ae%e0%80%ae%c0%afindex.html",
        "/assets/../index.html",
        "/assets/./index.html",
        "//index.html",
        "/index.html%00.png",
        "/META-INF/MANIFEST.MF",
        "/dev/signet/server/Main.class",
        "/keys.db",
        "/api/keys/../session",
        "/api/keys/%2e%2e/session",
        "/api/keys/%2e%2e%2fsession",
        "/api/keys/%252e%252e%252fsession",
        "/api/keys/..%5csession",
        "/api/keys/%c0%ae%c0%ae%c0%afsession",
        "/api/keys/ID/../ID",
        "/api/keys/ID%2f..%2fID",
        "/api/keys/./ID",
        "/api/keys//ID",
        "/api/keys/ID%00",
        "/api/keys/ID%00.p12",
        "/api//keys/ID",
        "/api/./keys/ID",
      })
  void traversalLeadsNowhere(String pattern) throws Exception {
    String path = pattern.replace("ID", id.toString());
    for (String method : new String[] {"GET", "PUT", "DELETE"}) {
      String answer =
          RawRequest.as(site, alice, method + " " + path + " HTTP/1.1")
              .line("Content-Type: application/x-pkcs12")
              .body(FILE)
              .send();
      Answers.assertRaw("400|404|405", answer);
      assertFalse(answer.contains("root:") || answer.contains("csrf\":"), answer);
    }
  }

  @Test
  void traversalInANameIsAName() {
    UUID named = UUID.randomUUID();
    String path = "/api/keys/" + named + "?name=..%2F..%2Fetc%2Fpasswd";
    assertStatus(201, alice.put(path, FILE));
    assertEquals(
        "../../etc/passwd", Client.json(alice.get("/api/keys")).get(1).get("name").asText());
    assertStatus(204, alice.delete("/api/keys/" + named));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "%20", "a%0Ab", "a%0D%0ASet-Cookie:x", "a%00", "%E2%80%A8", "a&name=b", "%FF"})
  void aNameThatIsNoLineOfTextIs400(String name) {
    assertStatus(400, alice.put("/api/keys/" + UUID.randomUUID() + "?name=" + name, FILE));
  }

  @Test
  void anOverlongNameIs400() {
    String path = "/api/keys/" + UUID.randomUUID() + "?name=" + "n".repeat(201);
    assertStatus(400, alice.put(path, FILE));
    assertStatus(404, alice.put("/api/keys/" + "0".repeat(4000), FILE));
  }

  @Test
  void anOverlongUserNameOrPasswordIsRefused() {
    assertStatus(401, site.client().trySignIn("u".repeat(3000), "x"));
    assertStatus(413, site.client().trySignIn("u", "x".repeat(9000)));
  }

  @Test
  void aBodyThatIsCompressedIs415HoweverSmallItIs() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      gzip.write(new byte[10_000_000]);
    }
    UUID other = UUID.randomUUID();
    for (String coding : new String[] {"gzip", "br", "deflate", "gzip, identity", "x"}) {
      assertStatus(415, alice.putKey(other, bomb.toByteArray(), "Content-Encoding", coding));
    }
    HttpResponse<byte[]> signIn =
        site.client()
            .send(
                "POST",
                "/api/session",
                BodyPublishers.ofByteArray(bomb.toByteArray()),
                "Content-Type",
                "application/json",
                "Content-Encoding",
                "gzip");
    assertStatus(415, signIn);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/octet-stream",
        "application/x-pkcs12x",
        "multipart/form-data",
        "x"
      })
  void anotherMediaTypeIs415(String type) {
    assertStatus(415, alice.putKey(UUID.randomUUID(), FILE, "Content-Type", type));
    assertStatus(415, post("{}".getBytes(StandardCharsets.UTF_8), type));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "http://evil.example", "https://127.0.0.1", "http://127.0.0.1", ""})
  void anotherOriginIs403(String origin) {
    assertStatus(403, alice.putKey(id, Pkcs12Files.another(), "Origin", origin));
    assertStatus(403, alice.delete("/api/keys/" + id, "Origin", origin));
    assertStatus(403, alice.delete("/api/session", "Origin", origin));
  }

  @Test
  void aMissingOrForeignTokenIs403() throws Exception {
    for (String token : new String[] {"", "x", bob.csrf(), alice.csrf() + "x"}) {
      assertStatus(403, alice.putKey(id, Pkcs12Files.another(), "X-CSRF-Token", token));
      assertStatus(403, alice.delete("/api/keys/" + id, "X-CSRF-Token", token));
      assertStatus(403, alice.delete("/api/session", "X-CSRF-Token", token));
    }
    String answer =
        RawRequest.of(site, "DELETE /api/keys/" + id + " HTTP/1.1")
            .line("Host: 127.0.0.1")
            .line("Origin: " + alice.origin())
            .line("Cookie: " + alice.cookie())
            .send();
    Answers.assertRaw("403", answer);
  }

  @Test
  void aSessionIsOverAfterSigningOut() {
    Client carol = site.newClient();
    assertStatus(204, carol.delete("/api/session"));
    assertStatus(401, carol.get("/api/keys"));
    assertStatus(401, carol.putKey(id, FILE));
    assertStatus(401, carol.delete("/api/keys/" + id));
    assertStatus(401, carol.delete("/api/session"));
    String madeUp = "signet-session=" + "A".repeat(43);
    assertStatus(401, site.client().get("/api/keys", "Cookie", madeUp));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {
          []
          null
          {}
          {"user":"alice"}
          {"user":1,"password":"x"}
          {"user":"alice","password":null}
          {"user":"alice","user":"bob","password":"x"}
          {"user":"alice","password":"x","admin":true}
          {"user":"alice","password":"x"} {}
          {"user":"alice","password":"x"
          {"user":"alice","password":"\\ud800\\q"}
          user=alice&password=x
          """)
  void badJsonIs400(String body) {
    assertStatus(
        400, post((body == null ? "" : body).getBytes(StandardCharsets.UTF_8), "application/json"));
  }

  @Test
  void deepJsonNullBytesAndBrokenUtf8Are400() {
    for (String body :
        new String[] {
          "[".repeat(8000),
          "{\"a\":".repeat(1500),
          "{\"user\":" + "[".repeat(4000) + "]".repeat(3000),
          "\0",
          "{\"user\":\"a\",\"password\":\"x\"}\0",
          "{\"user\":\"\u00ff\u00fe\",\"password\":\"x\"}",
          "{\"user\":\"\u00c0\u00ae\",\"password\":\"x\"}",
        }) {
      assertStatus(400, post(body.getBytes(StandardCharsets.ISO_8859_1), "application/json"));
    }
  }

  @Test
  void aUserNameWithANullCharacterIsNobody() {
    assertStatus(401, site.client().trySignIn("user\0", "x"));
    assertStatus(401, site.client().trySignIn("user\ud800", "x"));
  }

  private HttpResponse<byte[]> post(byte[] body, String type) {
    return site.client()
        .send("POST", "/api/session", BodyPublishers.ofByteArray(body), "Content-Type", type);
  }
}

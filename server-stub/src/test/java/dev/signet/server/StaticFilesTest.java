package dev.signet.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.server.fixture.Client;
import dev.signet.server.fixture.RawHttp;
import dev.signet.server.fixture.RunningServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaticFilesTest {
  private static final String SCRIPT = "/assets/index-B3xQ9z1a.js";
  private static final String MAIL_FRAME_SCRIPT = "/assets/mail-frame-Zz_9-abc.js";

  private static RunningServer server;
  private static Client client;

  @BeforeAll
  static void start() throws Exception {
    server =
        RunningServer.serving(
            Map.of(
                "/index.html",
                "the page",
                SCRIPT,
                "the script as it was written",
                SCRIPT + ".br",
                "brotli",
                SCRIPT + ".gz",
                "the gzip form",
                "/mail-frame.html",
                "the frame",
                "/mail-frame-pictures.html",
                "the frame with pictures",
                MAIL_FRAME_SCRIPT,
                "its script",
                "/sdk/signet.wasm",
                "wasm",
                "/assets/engine-0d21d5c491085513/signet-rare.wasm",
                "rare",
                "/archive.gz",
                "no form of anything"));
    client = server.client();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /                         | the page            | text/html; charset=utf-8       | no-cache
          /index.html               | the page            | text/html; charset=utf-8       | no-cache
          /sdk/signet.wasm          | wasm                | application/wasm               | no-cache
          /assets/engine-0d21d5c491085513/signet-rare.wasm | rare | application/wasm | public, max-age=31536000, immutable
          /archive.gz               | no form of anything | application/octet-stream       | no-cache
          /assets/mail-frame-Zz_9-abc.js | its script | text/javascript; charset=utf-8 | public, max-age=31536000, immutable
          """)
  void haveTypeAndCaching(String path, String text, String type, String caching) {
    HttpResponse<byte[]> answer = client.get(path);
    assertEquals(200, answer.statusCode());
    assertEquals(text, text(answer));
    assertEquals(type, field(answer, "Content-Type"));
    assertEquals(caching, field(answer, "Cache-Control"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gzip, deflate, br | br   | brotli
          gzip              | gzip | the gzip form
          br;q=0, gzip      | gzip | the gzip form
          identity          |      | the script as it was written
          zstd              |      | the script as it was written
          """)
  void comeInTheCodingThatTheClientTakes(String accepted, String coding, String text) {
    HttpResponse<byte[]> answer = client.get(SCRIPT, "Accept-Encoding", accepted);
    assertEquals(text, text(answer));
    assertEquals(coding, answer.headers().firstValue("Content-Encoding").orElse(null));
    assertEquals("Accept-Encoding", field(answer, "Vary"));
  }

  @Test
  void haveAStrongTagForEachCoding() {
    String plain = field(client.get(SCRIPT), "ETag");
    String brotli = field(client.get(SCRIPT, "Accept-Encoding", "br"), "ETag");
    assertTrue(plain.matches("\"[0-9a-f]{32}\""), plain);
    assertNotEquals(plain, brotli);
    HttpResponse<byte[]> fresh =
        client.get(SCRIPT, "Accept-Encoding", "br", "If-None-Match", "\"x\", W/" + brotli);
    assertEquals(304, fresh.statusCode());
    assertEquals(0, fresh.body().length);
    assertEquals(brotli, field(fresh, "ETag"));
    assertEquals("Accept-Encoding", field(fresh, "Vary"));
    assertEquals(
        200, client.get(SCRIPT, "Accept-Encoding", "br", "If-None-Match", plain).statusCode());
  }

  @Test
  void answerHeadWithoutContent() {
    HttpResponse<byte[]> answer = client.send("HEAD", "/", BodyPublishers.noBody());
    assertEquals(200, answer.statusCode());
    assertEquals("8", field(answer, "Content-Length"));
    assertEquals(0, answer.body().length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2fetc/passwd",
        "/..\\..\\etc\\passwd",
        "//index.html",
        "/./index.html",
        "/assets/../index.html",
        "/index.html/",
        "/index.html%00.png",
        "/dev/signet/server/Main.class",
        "/META-INF/MANIFEST.MF",
        "/logback.xml"
      })
  void areTheOnlyThingServed(String path) throws Exception {
    String answer =
        RawHttp.exchange(
            server.port(), "GET " + path + " HTTP/1.1", "Host: 127.0.0.1:" + server.port());
    assertTrue(answer.startsWith("HTTP/1.1 40"), answer);
    assertFalse(answer.contains("the page") || answer.contains("root:"), answer);
  }

  @Test
  void knowNoOtherMethod() {
    HttpResponse<byte[]> answer = client.send("POST", "/", BodyPublishers.ofString("x"));
    assertEquals(405, answer.statusCode());
    assertEquals("GET, HEAD", field(answer, "Allow"));
  }

  @Test
  void showMailUnderAPolicyOfItsOwn() {
    HttpResponse<byte[]> frame = client.get("/mail-frame.html");
    String policy = field(frame, "Content-Security-Policy");
    assertTrue(policy.endsWith("sandbox allow-scripts"), policy);
    assertTrue(policy.contains("img-src data:;"), policy);
    assertTrue(policy.contains("style-src 'unsafe-inline'"), policy);
    assertTrue(policy.contains("frame-ancestors 'self'"), policy);
    assertFalse(policy.contains("allow-same-origin"), policy);
    assertEquals("same-origin", field(frame, "Cross-Origin-Resource-Policy"));
    assertEquals("require-corp", field(frame, "Cross-Origin-Embedder-Policy"));
    HttpResponse<byte[]> script = client.get(MAIL_FRAME_SCRIPT);
    assertEquals("cross-origin", field(script, "Cross-Origin-Resource-Policy"));
    assertEquals("*", field(script, "Access-Control-Allow-Origin"));
    HttpResponse<byte[]> other = client.get(SCRIPT);
    assertEquals("same-origin", field(other, "Cross-Origin-Resource-Policy"));
    assertTrue(other.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
  }

  @Test
  void mayConnectToTheMailServerAlone() throws Exception {
    String policy = field(client.get("/"), "Content-Security-Policy");
    assertTrue(policy.contains("; connect-src 'self'; "), policy);
    try (RunningServer elsewhere =
        RunningServer.start(
            "mail=https://jmap.example/session", "mail.origins=https://b.example")) {
      String named = field(elsewhere.client().get("/"), "Content-Security-Policy");
      assertTrue(
          named.contains("; connect-src 'self' https://jmap.example https://b.example; "), named);
      String frame = field(elsewhere.client().get("/mail-frame.html"), "Content-Security-Policy");
      assertTrue(frame.contains("; connect-src 'none'; "), frame);
    }
  }

  @Test
  void letMailLoadPicturesByHttpsAloneAndWithoutCookies() {
    HttpResponse<byte[]> closed = client.get("/mail-frame.html");
    HttpResponse<byte[]> frame = client.get("/mail-frame-pictures.html");
    assertEquals(
        field(closed, "Content-Security-Policy").replace("img-src data:", "img-src https: data:"),
        field(frame, "Content-Security-Policy"));
    assertEquals("credentialless", field(frame, "Cross-Origin-Embedder-Policy"));
    assertEquals("no-referrer", field(frame, "Referrer-Policy"));
    assertEquals("same-origin", field(frame, "Cross-Origin-Resource-Policy"));
  }

  @Test
  void areNotThereWhenTheyWereNotBuilt() throws Exception {
    try (RunningServer bare = RunningServer.start()) {
      HttpResponse<byte[]> answer = bare.client().get("/");
      assertEquals(404, answer.statusCode());
      assertEquals("application/problem+json", field(answer, "Content-Type"));
    }
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static String field(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElseThrow();
  }
}

package dev.signet.server.jar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.server.fixture.Client;
import dev.signet.server.fixture.Pkcs12Files;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are not what HTTP/1.1 allows, byte by byte; after each the next call works. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BadFraming {
  private static final byte[] FILE = Pkcs12Files.modern();

  private final TestedStore.Kind kind;
  private final UUID id = UUID.randomUUID();
  private JarSite site;
  private Client alice;

  BadFraming(TestedStore.Kind kind) {
    this.kind = kind;
  }

  @BeforeAll
  void start() throws Exception {
    site = JarSite.start(kind);
    alice = site.newClient();
    assertEquals(201, alice.putKey(id, FILE).statusCode());
  }

  @AfterAll
  void stop() throws Exception {
    site.close();
  }

  @AfterEach
  void theNextCallWorksAndNothingHasChanged() {
    assertArrayEquals(FILE, alice.get("/api/keys/" + id).body());
    assertEquals(1, Client.json(alice.get("/api/keys")).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "127.0.0.1.evil.example",
        "evil.example:80",
        "127.0.0.2",
        "[::1]",
        "127.0.0.1@evil.example",
        "127.0.0.1/x",
        "127.0.0.1, evil.example",
        "",
        "%31"
      })
  void aHostThatIsNotOursIs421Or400(String host) throws IOException {
    for (String path : new String[] {"/api/config", "/", "/api/keys"}) {
      assertMisdirected(get(path).line("Host: " + host).send());
    }
  }

  @Test
  void noHostAndTwoHostsAre400() throws IOException {
    assertMisdirected(get("/api/config").send());
    assertMisdirected(get("/api/config").line("Host: 127.0.0.1").line("Host: evil.example").send());
    assertMisdirected(get("/api/config").line("Host: 127.0.0.1").line("Host: 127.0.0.1").send());
  }

  @Test
  void theAbsoluteFormHasToNameTheSiteAsWell() throws IOException {
    for (String host : new String[] {"127.0.0.1", "evil.example"}) {
      assertMisdirected(get("http://evil.example/api/config").line("Host: " + host).send());
    }
    assertMisdirected(get("http://127.0.0.1/api/config").line("Host: evil.example").send());
    String ours = get("http://127.0.0.1/api/config").line("Host: 127.0.0.1").send();
    assertTrue(ours.startsWith("HTTP/1.1 200 "), ours);
  }

  /** Two ends of a chain must never disagree about where a request ends (RFC 9112, 6.3). */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Content-Length: 5    | Transfer-Encoding: chunked
          Transfer-Encoding: chunked | Content-Length: 5
          Content-Length: 5    | Content-Length: 6
          Content-Length: 5    | Content-Length: 5
          Content-Length: 5, 6 | X: y
          Content-Length: +5   | X: y
          Content-Length: -5   | X: y
          Content-Length: 0x5  | X: y
          Content-Length: 5 5  | X: y
          Content-Length: 99999999999999999999 | X: y
          Content-Length : 5   | X: y
          Transfer-Encoding: xchunked | X: y
          Transfer-Encoding: chunked, identity | X: y
          Transfer-Encoding: identity | Content-Length: 5
          Transfer-Encoding: chunked | Transfer-Encoding: identity
          Transfer-Encoding: gzip, chunked | X: y
          """)
  void aLengthThatCanBeReadInTwoWaysIsRefused(String one, String other) throws IOException {
    String hidden = "0\r\n\r\nGET /api/session HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ";
    String answer =
        RawRequest.as(site, alice, "PUT /api/keys/" + UUID.randomUUID() + " HTTP/1.1")
            .line("Content-Type: application/x-pkcs12")
            .line(one)
            .line(other)
            .rest(hidden + alice.cookie() + "\r\nConnection: close\r\n\r\n")
            .ended()
            .sendAsIs();
    assertRefused(answer);
    assertFalse(answer.contains("\"csrf\""), () -> "a hidden request was answered: " + answer);
  }

  @Test
  void aBodyInChunksIsRefusedAtTheLimitWithoutItsEnd() throws IOException {
    byte[] head = chunkedPut();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.port())) {
      socket.setSoTimeout(60_000);
      OutputStream out = socket.getOutputStream();
      out.write(head);
      byte[] chunk = ("2000\r\n" + "x".repeat(0x2000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 34; i++) {
        out.write(chunk);
      }
      out.flush();
      // 272 KB of an endless body have been sent, 256 KB are the limit; the answer is there.
      byte[] start = socket.getInputStream().readNBytes(12);
      assertEquals("HTTP/1.1 413", new String(start, StandardCharsets.US_ASCII));
    }
  }

  @Test
  void aLengthOverTheLimitIsRefusedBeforeTheBody() throws IOException {
    String answer =
        RawRequest.as(site, alice, "PUT /api/keys/" + id + " HTTP/1.1")
            .line("Content-Type: application/x-pkcs12")
            .line("Content-Length: 262145")
            .send();
    Answers.assertRaw("413", answer);
  }

  @Test
  void aBodyThatIsShorterThanItsLengthChangesNothing() throws IOException {
    String answer =
        RawRequest.as(site, alice, "PUT /api/keys/" + id + " HTTP/1.1")
            .line("Content-Type: application/x-pkcs12")
            .line("Content-Length: " + (FILE.length + 1))
            .rest(FILE)
            .ended()
            .send();
    assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 400 "), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"zz\r\nx\r\n0\r\n\r\n", "-1\r\nx\r\n", "5\r\nabc\r\n0\r\n\r\n", "5\r\nabc"})
  void chunksThatAreNoneChangeNothing(String chunks) throws IOException {
    String answer =
        RawRequest.as(site, alice, "PUT /api/keys/" + id + " HTTP/1.1")
            .line("Content-Type: application/x-pkcs12")
            .line("Transfer-Encoding: chunked")
            .rest(chunks)
            .ended()
            .send();
    assertTrue(answer.isEmpty() || answer.matches("(?s)HTTP/1.1 4(00|22) .*"), answer);
  }

  @Test
  void moreBodyThanItsLengthIsNotTakenForTheFile() throws IOException {
    String answer =
        RawRequest.as(site, alice, "PUT /api/keys/" + id + " HTTP/1.1")
            .line("Content-Type: application/x-pkcs12")
            .line("Content-Length: 5")
            .rest(FILE)
            .ended()
            .send();
    Answers.assertRaw("422", answer.substring(0, endOfFirst(answer)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET  /healthz HTTP/1.1",
        "GET /healthz",
        "GET /heal\u0000thz HTTP/1.1",
        "GET /%zz HTTP/1.1",
        "GET /%u002e%u002e/x HTTP/1.1",
        "GET healthz HTTP/1.1",
        "\u0016\u0003\u0001\u0002\u0000\u0001",
        "",
        "hello"
      })
  void aRequestLineThatIsNoneIsRefused(String line) throws IOException {
    String answer = RawRequest.of(site, line).line("Host: 127.0.0.1").ended().send();
    assertRefused(answer);
  }

  @Test
  void tooMuchOfAHeaderSectionIsRefused() throws IOException {
    assertRefused(get("/" + "x".repeat(20_000)).line("Host: 127.0.0.1").send());
    assertRefused(get("/?" + "x".repeat(20_000)).line("Host: 127.0.0.1").send());
    assertRefused(get("/").line("Host: 127.0.0.1").line("X: " + "x".repeat(20_000)).send());
    assertRefused(get("/").line("Host: 127.0.0.1").line("X".repeat(20_000) + ": x").send());
    RawRequest many = get("/").line("Host: 127.0.0.1");
    for (int i = 0; i < 150; i++) {
      many.line("X" + i + ": x");
    }
    assertRefused(many.send());
    assertRefused(get("/?" + "a=b&".repeat(50)).line("Host: 127.0.0.1").send());
    assertRefused(
        get("/api/session").line("Host: 127.0.0.1").line("Cookie: " + "a=b; ".repeat(50)).send());
  }

  @ParameterizedTest
  @ValueSource(strings = {"X\u0000: y", "X: a\u0000b", "no colon", " folded", ": empty"})
  void aFieldThatIsNoneIsRefusedOrIgnored(String field) throws IOException {
    String answer = get("/healthz").line("Host: 127.0.0.1").line(field).ended().send();
    assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 "), answer);
    assertFalse(answer.contains("Exception"), answer);
    assertFalse(answer.startsWith("HTTP/1.1 5"), answer);
  }

  private RawRequest get(String target) {
    return RawRequest.of(site, "GET " + target + " HTTP/1.1");
  }

  private byte[] chunkedPut() {
    return String.join(
            "\r\n",
            "PUT /api/keys/" + id + " HTTP/1.1",
            "Host: 127.0.0.1",
            "Origin: " + alice.origin(),
            "Cookie: " + alice.cookie(),
            "X-CSRF-Token: " + alice.csrf(),
            "Content-Type: application/x-pkcs12",
            "Transfer-Encoding: chunked",
            "",
            "")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static int endOfFirst(String answers) {
    int next = answers.indexOf("HTTP/1.1", 1);
    return next < 0 ? answers.length() : next;
  }

  private static void assertMisdirected(String answer) {
    Answers.assertRaw("400|421", answer);
  }

  /** Refused by a status, or the connection was closed without a word. */
  private static void assertRefused(String answer) {
    assertTrue(answer.isEmpty() || answer.matches("(?s)HTTP/1\\.1 (4\\d\\d|501|505) .*"), answer);
    assertFalse(answer.contains("Exception") || answer.contains("\tat "), answer);
  }
}

package dev.signet.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.server.fixture.Client;
import dev.signet.server.fixture.RawHttp;
import dev.signet.server.fixture.RunningServer;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EveryAnswerTest {
  private static RunningServer server;

  @BeforeAll
  static void start() throws Exception {
    server = RunningServer.start();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /, 404",
    "GET, /healthz, 200",
    "GET, /readyz, 200",
    "GET, /metrics, 200",
    "GET, /api/config, 200",
    "GET, /api/trust-anchors, 200",
    "GET, /api/session, 401",
    "POST, /api/session, 415",
    "GET, /api/keys, 401",
    "PUT, /api/keys/x, 401",
    "POST, /api/ocsp, 401",
    "GET, /api, 404",
    "GET, /api/nothing, 404",
    "POST, /api/nothing, 404",
    "GET, /api/keys/x/y, 401",
    "POST, /api/config, 405",
    "GET, /api/ocsp, 405",
    "POST, /api/keys, 405",
    "PATCH, /api/keys/x, 405",
    "OPTIONS, /api/session, 405",
    "TRACE, /healthz, 405",
    "BREW, /, 405"
  })
  void carriesThePolicyAndNoMore(String method, String path, int status) {
    HttpResponse<byte[]> answer = server.client().send(method, path, BodyPublishers.noBody());
    assertEquals(status, answer.statusCode());
    String policy = field(answer, "Content-Security-Policy");
    assertTrue(policy.startsWith("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"));
    assertFalse(policy.contains("unsafe-inline") || policy.contains("'unsafe-eval'"), policy);
    assertEquals("same-origin", field(answer, "Cross-Origin-Opener-Policy"));
    assertEquals("require-corp", field(answer, "Cross-Origin-Embedder-Policy"));
    assertEquals("same-origin", field(answer, "Cross-Origin-Resource-Policy"));
    assertEquals("no-referrer", field(answer, "Referrer-Policy"));
    assertEquals("nosniff", field(answer, "X-Content-Type-Options"));
    assertTrue(field(answer, "Permissions-Policy").contains("camera=()"));
    assertTrue(answer.headers().firstValue("Strict-Transport-Security").isEmpty(), "not on http");
    assertTrue(answer.headers().firstValue("Server").isEmpty());
    if (status >= 400) {
      assertEquals("application/problem+json", field(answer, "Content-Type"));
      JsonNode problem = Client.json(answer);
      assertEquals(status, problem.get("status").asInt());
      assertFalse(problem.get("detail").asText().isBlank());
      assertFalse(problem.toString().contains("Exception"));
    }
    if (status == 405) {
      assertFalse(field(answer, "Allow").isBlank());
    }
  }

  @Test
  void tellsThePageItsSettings() {
    JsonNode config = Client.json(server.client().get("/api/config"));
    assertEquals(
        "{\"ocsp\":true,\"rememberPassphrase\":true,\"newPassphrase\":\"ascii\","
            + "\"contentCipher\":\"auto\",\"digest\":\"sha-256\",\"unlockMinutes\":5,"
            + "\"smimeEnabledByDefault\":true,\"signIn\":\"local\",\"mail\":null}",
        config.toString());
  }

  @Test
  void givesTheTrustAnchorsAsPemWithATag() {
    HttpResponse<byte[]> answer = server.client().get("/api/trust-anchors");
    assertEquals("application/pem-certificate-chain", field(answer, "Content-Type"));
    assertTrue(new String(answer.body(), StandardCharsets.US_ASCII).startsWith("-----BEGIN"));
    String tag = field(answer, "ETag");
    assertEquals(304, server.client().get("/api/trust-anchors", "If-None-Match", tag).statusCode());
  }

  @Nested
  class TheHost {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "evil.example",
          "127.0.0.1.evil.example",
          "evil.example:80",
          "127.0.0.2",
          "",
          "[::1]",
          "127.0.0.1@evil.example",
          "localhost",
          "%31"
        })
    void mustBeOurs(String host) throws Exception {
      String answer = RawHttp.exchange(server.port(), "GET /api/config HTTP/1.1", "Host: " + host);
      // Undertow answers 400 by itself where the field is malformed.
      assertTrue(answer.matches("(?s)HTTP/1.1 4(00|21) .*"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/healthz", "/readyz", "/metrics"})
    void isAnythingForWhoLooksAfterTheServer(String path) throws Exception {
      assertEquals(
          200, RawHttp.status(server.port(), "GET " + path + " HTTP/1.1", "Host: 10.0.0.7:8080"));
      assertEquals(200, RawHttp.status(server.port(), "GET " + path + " HTTP/1.0"));
    }

    @Test
    void mustBeThereOnce() throws Exception {
      int port = server.port();
      assertEquals(400, RawHttp.status(port, "GET /api/config HTTP/1.1"));
      assertEquals(
          400,
          RawHttp.status(
              port, "GET /api/config HTTP/1.1", "Host: 127.0.0.1", "Host: evil.example"));
    }

    @Test
    void countsInTheAbsoluteFormAsWell() throws Exception {
      int port = server.port();
      for (String host : new String[] {"127.0.0.1", "evil.example"}) {
        String answer =
            RawHttp.exchange(port, "GET http://evil.example/api/config HTTP/1.1", "Host: " + host);
        assertTrue(answer.matches("(?s)HTTP/1.1 4(00|21) .*"), answer);
      }
      assertEquals(
          421,
          RawHttp.status(port, "GET http://a@127.0.0.1/api/config HTTP/1.1", "Host: 127.0.0.1"));
      assertEquals(
          200, RawHttp.status(port, "GET http://127.0.0.1/api/config HTTP/1.1", "Host: 127.0.0.1"));
    }
  }

  @Test
  void comesWhileSlowSendersWait() throws Exception {
    String user = server.newUser();
    Client alice = server.signedIn(user);
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 200; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        slow.add(socket);
        OutputStream out = socket.getOutputStream();
        String head =
            "PUT /api/keys/0f8fad5b-d9cb-469f-a165-70867728950e HTTP/1.1\r\n"
                + "Host: 127.0.0.1\r\nOrigin: http://127.0.0.1:"
                + server.port()
                + "\r\nCookie: "
                + alice.cookie()
                + "\r\nX-CSRF-Token: "
                + alice.csrf()
                + "\r\nContent-Type: application/x-pkcs12\r\nContent-Length: 1000\r\n\r\nx";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.flush();
      }
      long start = System.nanoTime();
      assertEquals(200, alice.get("/api/keys").statusCode());
      assertTrue(System.nanoTime() - start < 15_000_000_000L);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void comesToManyRequestsOnOneConnection() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      String one = "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
      String last = "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write((one.repeat(9) + last).getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      String answers = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      assertEquals(10, answers.split("HTTP/1.1 200 OK", -1).length - 1);
    }
  }

  @Test
  void refusesHeadersWithoutEnd() throws Exception {
    String answer =
        RawHttp.exchange(
            server.port(), "GET /healthz HTTP/1.1", "Host: 127.0.0.1", "X: " + "x".repeat(20_000));
    assertRefused(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET",
        "GET /%zz HTTP/1.1",
        "GET /%u HTTP/1.1",
        "GET /a b HTTP/1.1",
        "GET /\u00e9 HTTP/1.1",
        "PRI * HTTP/2.0",
        "\u0000\u0001\u0002\u0003",
        "G\u00e9T / HTTP/1.1"
      })
  void comesToWhatCannotBeParsed(String line) throws Exception {
    assertRefused(RawHttp.exchange(server.port(), line, "Host: 127.0.0.1"));
    assertEquals(200, server.client().get("/healthz").statusCode());
  }

  @Test
  void comesToMalformedFields() throws Exception {
    int port = server.port();
    String first = "GET /healthz HTTP/1.1";
    assertRefused(RawHttp.exchange(port, first));
    assertRefused(RawHttp.exchange(port, first, "Host: a", "Host: b"));
    assertRefused(RawHttp.exchange(port, first, "Host: [::1"));
    String[] many = new String[202];
    many[0] = first;
    many[1] = "Host: 127.0.0.1";
    for (int i = 2; i < many.length; i++) {
      many[i] = "X" + i + ": x";
    }
    assertRefused(RawHttp.exchange(port, many));
    assertRefused(
        RawHttp.exchange(port, "GET /?" + "a&".repeat(50) + " HTTP/1.1", "Host: 127.0.0.1"));
  }

  private static void assertRefused(String answer) {
    assertTrue(answer.startsWith("HTTP/1.1 400 Bad Request\r\n"), answer);
    assertTrue(answer.contains("\r\nContent-Security-Policy: default-src 'none'"), answer);
    assertTrue(answer.contains("\r\nX-Content-Type-Options: nosniff\r\n"), answer);
    assertTrue(answer.contains("\r\nContent-Type: application/problem+json\r\n"), answer);
    String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
    assertTrue(body.startsWith("{") && body.contains("\"status\":400"), answer);
    assertTrue(body.endsWith("}"), answer);
  }

  private static String field(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElseThrow();
  }
}

package dev.signet.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.server.fixture.Client;
import dev.signet.server.fixture.RunningServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** These tests are the proxy. */
class ProxySignInTest {
  @Test
  void signsInWhomTheProxyNames_andEndsASessionThatComesWithAnother() throws Exception {
    try (RunningServer server = server("127.0.0.0/8")) {
      HttpResponse<byte[]> answer = post(server, null, "X-User", "alice");
      assertEquals(204, answer.statusCode());
      String cookie = Client.cookieOf(answer);
      HttpResponse<byte[]> session =
          server.client().get("/api/session", "Cookie", cookie, "X-User", "alice");
      assertEquals("alice", Client.json(session).get("user").asText());
      assertEquals(204, post(server, "{}", "X-User", "bob").statusCode());
      assertEquals(
          401, server.client().get("/api/keys", "Cookie", cookie, "X-User", "bob").statusCode());
      assertEquals(
          401, server.client().get("/api/keys", "Cookie", cookie, "X-User", "alice").statusCode());
      String without = Client.cookieOf(post(server, null, "X-User", "alice"));
      assertEquals(401, server.client().get("/api/keys", "Cookie", without).statusCode());
      assertEquals(
          401, server.client().get("/api/keys", "Cookie", without, "X-User", "alice").statusCode());
    }
  }

  @Test
  void refusesNamesThatAreNone_andPasswords() throws Exception {
    try (RunningServer server = server("127.0.0.0/8")) {
      assertEquals(401, post(server, null).statusCode());
      assertEquals(401, post(server, null, "X-User", "").statusCode());
      assertEquals(401, post(server, null, "X-User", "(null)").statusCode());
      assertEquals(401, post(server, null, "X-User", "a".repeat(129)).statusCode());
      assertEquals(
          403, post(server, "{\"user\":\"a\",\"password\":\"b\"}", "X-User", "alice").statusCode());
      assertEquals(
          403, post(server, null, "X-User", "alice", "Origin", "http://evil.example").statusCode());
      assertEquals(404, server.client().get("/api/session/oidc").statusCode());
      assertEquals(404, server.client().get("/api/session/oidc/callback").statusCode());
    }
  }

  @Test
  void takesTheHeaderFromTrustedAddressesAlone_whateverIsForwarded() throws Exception {
    try (RunningServer server = server("192.0.2.0/24")) {
      assertEquals(401, post(server, null, "X-User", "alice").statusCode());
      assertEquals(
          401, post(server, null, "X-User", "alice", "X-Forwarded-For", "192.0.2.1").statusCode());
    }
  }

  @Test
  void takesOneHeader() throws Exception {
    try (RunningServer server = server("127.0.0.0/8")) {
      int port = server.port();
      String[] lines = {
        "POST /api/session HTTP/1.1",
        "Host: 127.0.0.1:" + port,
        "Origin: http://127.0.0.1:" + port,
        "Content-Length: 0",
        "X-User: alice",
        "X-User: bob"
      };
      assertEquals(401, dev.signet.server.fixture.RawHttp.status(port, lines));
      lines[5] = "X-Other: bob";
      assertEquals(204, dev.signet.server.fixture.RawHttp.status(port, lines));
      lines[4] =
          "X-User: "
              + new String(
                  "J\u00f6rg".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      assertEquals(204, dev.signet.server.fixture.RawHttp.status(port, lines));
      assertEquals(java.util.List.of("J\u00f6rg", "alice"), server.store().accountNames());
      lines[4] = "X-User: J\u00f6rg";
      assertEquals(401, dev.signet.server.fixture.RawHttp.status(port, lines), "not UTF-8");
    }
  }

  private static RunningServer server(String proxies) throws Exception {
    return RunningServer.start(
        "sign-in=proxy", "proxy.user-header=X-User", "trusted-proxies=" + proxies);
  }

  private static HttpResponse<byte[]> post(RunningServer server, String body, String... fields) {
    String[] all = new String[fields.length + 2];
    all[0] = "Content-Type";
    all[1] = "application/json";
    System.arraycopy(fields, 0, all, 2, fields.length);
    return server
        .client()
        .send(
            "POST",
            "/api/session",
            body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
            all);
  }
}

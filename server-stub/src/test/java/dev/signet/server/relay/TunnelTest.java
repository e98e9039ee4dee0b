package dev.signet.server.relay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Through tinyproxy, which wants a password, to responders of http and, by CONNECT, of https. */
class TunnelTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/ocsp-response";
  private static final byte[] TRY_LATER = {0x30, 3, 0x0a, 1, 3};

  @TempDir static Path folder;
  private static SSLContext context;
  private static Tinyproxy proxy;

  @BeforeAll
  static void start() throws Exception {
    context = TlsContext.of("localhost", folder);
    proxy = Tinyproxy.start(folder);
  }

  @AfterAll
  static void stop() {
    proxy.close();
  }

  private static HostileResponder responder(ServerSocket listener, String header) {
    return new HostileResponder(
        listener,
        out -> {
          out.write((header + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
          out.write(TRY_LATER);
        });
  }

  private static RelayFixture.Builder through(HostileResponder responder, String password) {
    return new RelayFixture.Builder()
        .allow(responder.port())
        .resolver(RelayFixture.names(Map.of("localhost", List.of("127.0.0.1"))))
        .tls(context)
        .proxy(proxy.port(), Tinyproxy.USER, password);
  }

  /** No request that came has a credential of any kind. */
  private static void assertNoCredentials(HostileResponder responder) {
    for (String request : responder.requests) {
      assertFalse(request.toLowerCase(Locale.ROOT).contains("authorization"), request);
    }
  }

  @Test
  void anHttpsResponderIsAskedThroughATunnel() throws Exception {
    try (HostileResponder responder = responder(TlsContext.listener(context), OK);
        RelayFixture relay = through(responder, Tinyproxy.PASSWORD).start()) {
      String url = "https://localhost:" + responder.port() + "/x";
      HttpResponse<byte[]> answer = relay.ask(url, Requests.about(1));
      assertEquals(200, answer.statusCode());
      assertArrayEquals(TRY_LATER, answer.body());
      assertEquals(1, responder.requests.size());
      assertTrue(responder.requests.get(0).startsWith("POST /x HTTP/1.1\r\n"));
      assertNoCredentials(responder);
    }
  }

  @Test
  void theCertificateInTheTunnelIsChecked() throws Exception {
    try (HostileResponder responder = responder(TlsContext.listener(context), OK);
        RelayFixture wary =
            through(responder, Tinyproxy.PASSWORD).tls(SSLContext.getDefault()).start();
        RelayFixture trusting = through(responder, Tinyproxy.PASSWORD).start()) {
      String port = ":" + responder.port() + "/";
      assertEquals(502, wary.ask("https://localhost" + port, Requests.about(1)).statusCode());
      assertEquals(502, trusting.ask("https://127.0.0.1" + port, Requests.about(1)).statusCode());
      assertEquals(List.of(), responder.requests);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"tinyproxy\"",
        "HTTP/1.1 407 x\r\nProxy-Authenticate: Basic realm=x\r\nWWW-Authenticate: Basic realm=x",
        "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"tinyproxy\"",
        "HTTP/1.1 401 x\r\nWWW-Authenticate: Basic realm=x\r\nProxy-Authenticate: Basic realm=x"
      })
  void aResponderInTheTunnelThatAsksForThePasswordDoesNotGetIt(String header) throws Exception {
    try (HostileResponder responder = responder(TlsContext.listener(context), header);
        RelayFixture relay = through(responder, Tinyproxy.PASSWORD).start()) {
      String url = "https://localhost:" + responder.port() + "/";
      assertEquals(502, relay.ask(url, Requests.about(1)).statusCode());
      assertFalse(responder.requests.isEmpty(), "the responder was not reached");
      assertNoCredentials(responder);
    }
  }

  @Test
  void anHttpResponderIsAskedByTheProxyWhichKeepsThePassword() throws Exception {
    ServerSocket plain = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
    try (HostileResponder responder = responder(plain, OK);
        RelayFixture relay = through(responder, Tinyproxy.PASSWORD).start()) {
      assertEquals(200, relay.ask(responder.url(), Requests.about(1)).statusCode());
      assertEquals(1, responder.requests.size());
      assertTrue(responder.requests.get(0).toLowerCase(Locale.ROOT).contains("\r\nvia:"));
      assertNoCredentials(responder);
    }
  }

  @Test
  void withAnotherPasswordNobodyIsReached() throws Exception {
    ServerSocket plain = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
    try (HostileResponder responder = responder(plain, OK);
        HostileResponder secure = responder(TlsContext.listener(context), OK);
        RelayFixture relay = through(responder, "wrong").allow(secure.port()).start()) {
      assertEquals(502, relay.ask(responder.url(), Requests.about(1)).statusCode());
      String url = "https://localhost:" + secure.port() + "/";
      assertEquals(502, relay.ask(url, Requests.about(1)).statusCode());
      assertEquals(List.of(), responder.requests);
      assertEquals(List.of(), secure.requests);
    }
  }
}

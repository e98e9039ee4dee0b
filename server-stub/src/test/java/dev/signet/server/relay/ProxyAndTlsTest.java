package dev.signet.server.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Through a proxy that the test plays, and to responders that speak TLS. */
class ProxyAndTlsTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/ocsp-response";
  private static final byte[] TRY_LATER = {0x30, 3, 0x0a, 1, 3};

  @TempDir static Path folder;
  private static SSLContext context;

  @BeforeAll
  static void make() throws Exception {
    context = TlsContext.of("ocsp.example", folder);
  }

  private static HostileResponder tls() throws Exception {
    return new HostileResponder(
        TlsContext.listener(context),
        out -> {
          out.write((OK + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
          out.write(TRY_LATER);
        });
  }

  @Test
  void aCertificateIsCheckedForTheNameOfTheAddressThatWasPinned() throws Exception {
    Resolver names =
        RelayFixture.names(
            Map.of("ocsp.example", List.of("127.0.0.1"), "other.example", List.of("127.0.0.1")));
    try (HostileResponder responder = tls();
        RelayFixture trusting =
            new RelayFixture.Builder()
                .allow(responder.port())
                .resolver(names)
                .tls(context)
                .start();
        RelayFixture wary =
            new RelayFixture.Builder().allow(responder.port()).resolver(names).start()) {
      String right = "https://ocsp.example:" + responder.port() + "/";
      String wrong = "https://other.example:" + responder.port() + "/";
      assertEquals(200, trusting.ask(right, Requests.about(1)).statusCode());
      assertEquals(502, trusting.ask(wrong, Requests.about(1)).statusCode());
      assertEquals(502, wary.ask(right, Requests.about(1)).statusCode());
    }
  }

  @Test
  void theProxyIsAskedByNameAndAloneGetsThePassword() throws Exception {
    try (HostileResponder proxy =
            HostileResponder.says(
                "HTTP/1.1 407 Proxy Authentication Required\r\n"
                    + "Proxy-Authenticate: Basic realm=\"x\"",
                new byte[0]);
        RelayFixture relay =
            new RelayFixture.Builder()
                .resolver(RelayFixture.names(Map.of("inside.example", List.of("10.0.0.1"))))
                .proxy(proxy.port(), "relay", "secret")
                .start()) {
      assertEquals(502, relay.ask("http://ocsp.example/x", Requests.about(1)).statusCode());
      String last = proxy.requests.get(proxy.requests.size() - 1);
      assertTrue(last.startsWith("POST http://ocsp.example/x HTTP/1.1\r\n"), last);
      assertTrue(last.contains("Proxy-Authorization: Basic cmVsYXk6c2VjcmV0"), last);
      assertFalse(last.contains("\r\nAuthorization:"), last);
      int before = proxy.requests.size();
      assertEquals(502, relay.ask("https://ocsp.example/x", Requests.about(1)).statusCode());
      assertTrue(proxy.requests.get(before).startsWith("CONNECT ocsp.example:443 "));
      before = proxy.requests.size();
      assertEquals(400, relay.ask("http://inside.example/", Requests.about(1)).statusCode());
      assertEquals(400, relay.ask("http://127.0.0.1/", Requests.about(1)).statusCode());
      assertEquals(before, proxy.requests.size(), "the proxy was asked");
    }
  }

  @Test
  void theProxysAnswerIsRelayed() throws Exception {
    try (HostileResponder proxy = HostileResponder.says(OK, TRY_LATER);
        RelayFixture relay =
            new RelayFixture.Builder()
                .resolver(RelayFixture.names(Map.of()))
                .proxy(proxy.port(), null, "")
                .start()) {
      assertEquals(200, relay.ask("http://ocsp.example/", Requests.about(1)).statusCode());
    }
  }
}

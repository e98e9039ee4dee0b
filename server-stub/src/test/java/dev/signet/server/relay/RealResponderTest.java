package dev.signet.server.relay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.server.fixture.OpensslResponder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the responder of OpenSSL. */
class RealResponderTest {
  @TempDir static Path folder;
  private static OpensslResponder responder;
  private static String url;

  @BeforeAll
  static void start() throws Exception {
    responder = OpensslResponder.start(folder, "-nmin", "60");
    url = "http://127.0.0.1:" + responder.port() + "/";
  }

  @AfterAll
  static void stop() {
    responder.close();
  }

  @Test
  void anAnswerIsRelayedAndVerifies() throws Exception {
    try (RelayFixture relay = new RelayFixture.Builder().allow(responder.port()).start()) {
      HttpResponse<byte[]> answer = relay.ask(url, responder.request());
      assertEquals(
          200,
          answer.statusCode(),
          () -> new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
      assertEquals(
          "application/ocsp-response", answer.headers().firstValue("Content-Type").orElseThrow());
      assertTrue(responder.read(answer.body()).contains("a.pem: good"));
      assertEquals(1, relay.outcomes("relayed"));
    }
  }

  @Test
  void anAnswerWithoutNonceIsRememberedUntilNextUpdate() throws Exception {
    try (RelayFixture relay = new RelayFixture.Builder().allow(responder.port()).start()) {
      byte[] request = responder.request("-no_nonce");
      byte[] first = relay.ask(url, request).body();
      relay.clock.step(Duration.ofMinutes(50));
      HttpResponse<byte[]> second = relay.ask(url, request);
      assertArrayEquals(first, second.body());
      assertEquals("3000", second.headers().firstValue("Age").orElseThrow());
      assertEquals(1, relay.outcomes("cached"));
      relay.clock.step(Duration.ofMinutes(11));
      assertEquals(200, relay.ask(url, request).statusCode());
      assertEquals(1, relay.outcomes("cached"), "no longer fresh");
      assertEquals(2, relay.outcomes("relayed"));
    }
  }

  @Test
  void anAnswerToANonceIsNotRemembered() throws Exception {
    try (RelayFixture relay = new RelayFixture.Builder().allow(responder.port()).start()) {
      byte[] request = responder.request("-nonce");
      for (int i = 0; i < 2; i++) {
        HttpResponse<byte[]> answer = relay.ask(url, request);
        assertEquals(200, answer.statusCode());
        assertFalse(answer.headers().firstValue("Age").isPresent());
      }
      assertEquals(2, relay.outcomes("relayed"));
    }
  }

  @Test
  void loopbackIsForbiddenUnlessListed() throws Exception {
    try (RelayFixture relay = new RelayFixture.Builder().start()) {
      assertEquals(400, relay.ask(url, responder.request()).statusCode());
    }
  }
}

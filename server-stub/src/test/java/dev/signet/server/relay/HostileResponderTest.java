package dev.signet.server.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileResponderTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/ocsp-response";

  /** OCSPResponse with the status tryLater. */
  private static final byte[] TRY_LATER = {0x30, 3, 0x0a, 1, 3};

  @Test
  void anErrorOfTheResponderIsRelayedAndNotRemembered() throws Exception {
    try (HostileResponder responder = HostileResponder.says(OK, TRY_LATER);
        RelayFixture relay = new RelayFixture.Builder().allow(responder.port()).start()) {
      assertEquals(200, relay.ask(responder.url(), Requests.about(1)).statusCode());
      assertEquals(200, relay.ask(responder.url(), Requests.about(1)).statusCode());
      assertEquals(2, responder.requests.size());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/",
        "HTTP/1.1 307 Temporary Redirect\r\nLocation: /",
        "HTTP/1.1 500 Internal Server Error\r\nContent-Type: application/ocsp-response",
        "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=x",
        "HTTP/1.1 200 OK\r\nContent-Type: text/html",
        "HTTP/1.1 200 OK",
        OK + "\r\nContent-Encoding: gzip",
        OK + "\r\nContent-Length: 65537",
        OK + "\r\nContent-Length: 400",
        OK + "\r\nTransfer-Encoding: chunked",
        "rubbish"
      })
  void whatIsNoAnswerIsNotRelayed(String header) throws Exception {
    try (HostileResponder responder = HostileResponder.says(header, TRY_LATER);
        RelayFixture relay = new RelayFixture.Builder().allow(responder.port()).start()) {
      HttpResponse<byte[]> answer = relay.ask(responder.url(), Requests.about(1));
      assertEquals(
          502,
          answer.statusCode(),
          () -> new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
      assertEquals(1, responder.requests.size(), "nothing is tried twice");
    }
  }

  @Test
  void aBodyThatIsNoResponseIsNotRelayed() throws Exception {
    for (byte[] body :
        List.of(
            new byte[0],
            "<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8),
            new byte[] {0x30, 1, 0, 0})) {
      try (HostileResponder responder = HostileResponder.says(OK, body);
          RelayFixture relay = new RelayFixture.Builder().allow(responder.port()).start()) {
        assertEquals(502, relay.ask(responder.url(), Requests.about(1)).statusCode());
      }
    }
  }

  @Test
  void anEndlessAnswerIsCutOff() throws Exception {
    try (HostileResponder responder =
            HostileResponder.plays(
                out -> {
                  out.write((OK + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
                  while (true) {
                    out.write(new byte[8192]);
                  }
                });
        RelayFixture relay = new RelayFixture.Builder().allow(responder.port()).start()) {
      assertEquals(502, relay.ask(responder.url(), Requests.about(1)).statusCode());
    }
  }

  @Test
  void silenceAndDrippingEndInTime() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    for (HostileResponder.Script script :
        List.<HostileResponder.Script>of(out -> never.await(), HostileResponderTest::drip)) {
      try (HostileResponder responder = HostileResponder.plays(script);
          RelayFixture relay =
              new RelayFixture.Builder()
                  .allow(responder.port())
                  .times(RelayFixture.HASTY)
                  .start()) {
        assertEquals(504, relay.ask(responder.url(), Requests.about(1)).statusCode());
        assertEquals(1, relay.outcomes("timed-out"));
      }
    }
  }

  private static void drip(OutputStream out) throws Exception {
    out.write((OK + "\r\nX: ").getBytes(StandardCharsets.UTF_8));
    while (true) {
      out.write('a');
      out.flush();
      Thread.sleep(50);
    }
  }

  @Test
  void waitingRequestsOfOneUserAreBoundedAndHoldUpNobodyElse() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    try (HostileResponder slow =
            HostileResponder.plays(
                out -> {
                  go.await();
                  out.write((OK + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
                  out.write(TRY_LATER);
                });
        HostileResponder quick = HostileResponder.says(OK, TRY_LATER);
        RelayFixture relay =
            new RelayFixture.Builder().allow(slow.port()).allow(quick.port()).start()) {
      List<CompletableFuture<HttpResponse<byte[]>>> waiting = new ArrayList<>();
      for (int i = 0; i < UserLimits.MOST_WAITING; i++) {
        waiting.add(relay.askLater("eve", slow.url() + i, Requests.about(1)));
      }
      Until.holds("all are sent", () -> slow.requests.size() == UserLimits.MOST_WAITING);
      HttpResponse<byte[]> over = relay.askLater("eve", quick.url(), Requests.about(1)).join();
      assertEquals(429, over.statusCode());
      assertEquals("1", over.headers().firstValue("Retry-After").orElseThrow());
      // The relay of this test has two worker threads.
      assertEquals(200, relay.ask(quick.url(), Requests.about(1)).statusCode());
      for (int i = UserLimits.MOST_WAITING; i < Flights.MOST; i++) {
        waiting.add(relay.askLater("mallory", slow.url() + i, Requests.about(1)));
      }
      Until.holds("all are sent", () -> slow.requests.size() == Flights.MOST);
      HttpResponse<byte[]> busy = relay.ask(quick.url(), Requests.about(1));
      assertEquals(503, busy.statusCode());
      assertEquals("1", busy.headers().firstValue("Retry-After").orElseThrow());
      go.countDown();
      waiting.forEach(answer -> assertEquals(200, answer.join().statusCode()));
    }
  }

  @Test
  void aUserHasSoManyRequestsAMinute() throws Exception {
    try (HostileResponder responder = HostileResponder.says(OK, TRY_LATER);
        RelayFixture relay =
            new RelayFixture.Builder().allow(responder.port()).perMinute(2).start()) {
      byte[] request = Requests.about(1);
      assertEquals(200, relay.ask(responder.url(), request).statusCode());
      assertEquals(200, relay.ask(responder.url(), request).statusCode());
      HttpResponse<byte[]> third = relay.ask(responder.url(), request);
      assertEquals(429, third.statusCode());
      assertEquals("30", third.headers().firstValue("Retry-After").orElseThrow());
      assertEquals(200, relay.askLater("bob", responder.url(), request).join().statusCode());
      relay.clock.step(java.time.Duration.ofSeconds(30));
      assertEquals(200, relay.ask(responder.url(), request).statusCode());
    }
  }

  @Test
  void namesThatLeadInsideAreRefused() throws Exception {
    Resolver names =
        RelayFixture.names(
            Map.of(
                "inside.example", List.of("10.0.0.1"),
                "mixed.example", List.of("8.8.8.8", "127.0.0.1"),
                "six.example", List.of("::ffff:169.254.169.254"),
                "local.example", List.of("fe80::1")));
    try (RelayFixture relay = new RelayFixture.Builder().resolver(names).start()) {
      for (String host :
          List.of(
              "inside.example",
              "mixed.example",
              "six.example",
              "local.example",
              "127.0.0.1",
              "169.254.169.254",
              "[::1]",
              "[::ffff:127.0.0.1]",
              "[::]")) {
        HttpResponse<byte[]> answer = relay.ask("http://" + host + "/", Requests.about(1));
        assertEquals(400, answer.statusCode(), host);
        assertTrue(
            new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8)
                .contains("responder-address"),
            host);
      }
      assertEquals(502, relay.ask("http://unknown.example/", Requests.about(1)).statusCode());
    }
  }

  @Test
  void aNameIsLookedUpOnceAndItsAddressPinned() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Resolver changing =
        name ->
            new InetAddress[] {
              InetAddress.getByName(asked.getAndIncrement() == 0 ? "127.0.0.1" : "10.0.0.1")
            };
    try (HostileResponder responder = HostileResponder.says(OK, TRY_LATER);
        RelayFixture relay =
            new RelayFixture.Builder().allow(responder.port()).resolver(changing).start()) {
      String url = "http://changing.example:" + responder.port() + "/";
      assertEquals(200, relay.ask(url, Requests.about(1)).statusCode());
      assertEquals(1, asked.get());
      String host = "Host: changing.example:" + responder.port();
      assertTrue(responder.requests.get(0).contains(host), responder.requests.get(0));
      assertEquals(400, relay.ask(url, Requests.about(1)).statusCode(), "the second look-up");
    }
  }
}

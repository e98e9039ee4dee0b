package dev.signet.server.relay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Users who ask the same at the same time. */
class SharedAnswersTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/ocsp-response";
  private static final byte[] TRY_LATER = {0x30, 3, 0x0a, 1, 3};
  private static final int USERS = 5;

  /** Says nothing until it is let go. */
  private static HostileResponder waits(CountDownLatch go, String header) throws Exception {
    return HostileResponder.plays(
        out -> {
          go.await();
          out.write((header + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
          out.write(TRY_LATER);
        });
  }

  private static List<CompletableFuture<HttpResponse<byte[]>>> everybody(
      RelayFixture relay, String responder) throws Exception {
    List<CompletableFuture<HttpResponse<byte[]>>> waiting = new ArrayList<>();
    for (int i = 0; i < USERS; i++) {
      waiting.add(relay.askLater("user" + i, responder, Requests.about(1)));
    }
    Until.holds("all wait", () -> relay.gauge("signet.ocsp.waiting") == USERS);
    return waiting;
  }

  @Test
  void identicalRequestsInFlightAreOne() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    try (HostileResponder responder = waits(go, OK);
        RelayFixture relay = new RelayFixture.Builder().allow(responder.port()).start()) {
      List<CompletableFuture<HttpResponse<byte[]>>> waiting = everybody(relay, responder.url());
      assertEquals(1, relay.gauge("signet.ocsp.in.flight"));
      go.countDown();
      for (CompletableFuture<HttpResponse<byte[]>> answer : waiting) {
        assertEquals(200, answer.join().statusCode());
        assertArrayEquals(TRY_LATER, answer.join().body());
      }
      assertEquals(1, responder.requests.size());
      assertEquals(USERS, relay.outcomes("relayed"));
      assertEquals(0, relay.gauge("signet.ocsp.waiting"));
      assertEquals(200, relay.ask(responder.url(), Requests.about(1)).statusCode());
      assertEquals(2, responder.requests.size(), "the next one is sent anew");
    }
  }

  @Test
  void requestsThatDifferAreNotOne() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    try (HostileResponder responder = waits(go, OK);
        RelayFixture relay = new RelayFixture.Builder().allow(responder.port()).start()) {
      var one = relay.askLater("alice", responder.url(), Requests.about(1));
      var body = relay.askLater("alice", responder.url(), Requests.about(2));
      var address = relay.askLater("alice", responder.url() + "x", Requests.about(1));
      Until.holds("three requests", () -> responder.requests.size() == 3);
      go.countDown();
      for (var answer : List.of(one, body, address)) {
        assertEquals(200, answer.join().statusCode());
      }
    }
  }

  @Test
  void thoseWhoWaitShareAFailure() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    try (HostileResponder responder = waits(go, "HTTP/1.1 500 Internal Server Error");
        RelayFixture relay = new RelayFixture.Builder().allow(responder.port()).start()) {
      List<CompletableFuture<HttpResponse<byte[]>>> waiting = everybody(relay, responder.url());
      go.countDown();
      for (CompletableFuture<HttpResponse<byte[]>> answer : waiting) {
        assertEquals(502, answer.join().statusCode());
      }
      assertEquals(1, responder.requests.size());
      assertEquals(USERS, relay.outcomes("failed"));
      assertEquals(502, relay.ask(responder.url(), Requests.about(1)).statusCode());
      assertEquals(2, responder.requests.size(), "a failure is not remembered");
    }
  }

  @Test
  void theFirstWhoGoesAwayTakesTheAnswerFromNobody() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    byte[] request = Requests.about(1);
    try (HostileResponder responder = waits(go, OK);
        RelayFixture relay = new RelayFixture.Builder().allow(responder.port()).start()) {
      try (Socket first = new Socket("127.0.0.1", relay.port())) {
        String head =
            "POST /api/ocsp?responder="
                + URLEncoder.encode(responder.url(), StandardCharsets.UTF_8)
                + " HTTP/1.1\r\nHost: x\r\nUser: first\r\nContent-Type: application/ocsp-request"
                + "\r\nContent-Length: "
                + request.length
                + "\r\n\r\n";
        first.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
        first.getOutputStream().write(request);
        Until.holds("it is sent", () -> responder.requests.size() == 1);
        // A reset, so that the server cannot take it for a client that still listens.
        first.setSoLinger(true, 0);
      }
      var second = relay.askLater("second", responder.url(), request);
      Until.holds("both wait", () -> relay.gauge("signet.ocsp.waiting") == 2);
      go.countDown();
      assertEquals(200, second.join().statusCode());
      assertArrayEquals(TRY_LATER, second.join().body());
      assertEquals(1, responder.requests.size());
      Until.holds("nobody waits", () -> relay.gauge("signet.ocsp.waiting") == 0);
    }
  }
}

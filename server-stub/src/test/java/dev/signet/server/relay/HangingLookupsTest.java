package dev.signet.server.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A name server that does not answer, as the system's look-ups wait for it: without an end. */
class HangingLookupsTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/ocsp-response";
  private static final byte[] TRY_LATER = {0x30, 3, 0x0a, 1, 3};
  private final CountDownLatch answers = new CountDownLatch(1);
  private final AtomicInteger asked = new AtomicInteger();

  /** Cannot be interrupted, as {@link InetAddress#getAllByName} cannot. */
  private InetAddress[] hang(String name) throws java.net.UnknownHostException {
    asked.incrementAndGet();
    while (answers.getCount() > 0) {
      try {
        answers.await();
      } catch (InterruptedException e) {
        // Goes on waiting.
      }
    }
    return new InetAddress[] {InetAddress.getByName("127.0.0.1")};
  }

  @Test
  void theyEndInTimeAreBoundedAndTheirThreadsComeBack() throws Exception {
    try (HostileResponder responder =
            HostileResponder.plays(
                out -> {
                  out.write((OK + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
                  out.write(TRY_LATER);
                });
        RelayFixture relay =
            new RelayFixture.Builder()
                .allow(responder.port())
                .resolver(this::hang)
                .times(RelayFixture.HASTY)
                .start()) {
      List<CompletableFuture<HttpResponse<byte[]>>> waiting = new ArrayList<>();
      for (int i = 0; i < Flights.MOST; i++) {
        String url = "http://name" + i + ".example:" + responder.port() + "/";
        waiting.add(relay.askLater("user" + i % 4, url, Requests.about(1)));
      }
      for (CompletableFuture<HttpResponse<byte[]>> answer : waiting) {
        assertEquals(504, answer.join().statusCode());
      }
      Until.holds("all look-ups hang", () -> asked.get() == Flights.MOST);

      String name = "http://another.example:" + responder.port() + "/";
      HttpResponse<byte[]> busy = relay.ask(name, Requests.about(1));
      assertEquals(503, busy.statusCode());
      assertEquals("1", busy.headers().firstValue("Retry-After").orElseThrow());
      assertEquals(Flights.MOST, asked.get(), "one more look-up hangs");
      Until.holds(
          "a responder without a name answers",
          () -> relay.ask(responder.url(), Requests.about(1)).statusCode() == 200);

      answers.countDown();
      Until.holds(
          "names are looked up again",
          () -> relay.ask(name, Requests.about(1)).statusCode() == 200);
    }
  }
}

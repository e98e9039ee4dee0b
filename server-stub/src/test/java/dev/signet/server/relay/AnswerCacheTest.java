package dev.signet.server.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.server.fixture.SteppingClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {
  private static final int ANSWER_BYTES = 4000;
  private static final int MOST_BYTES = 50_000;
  private final SteppingClock clock = new SteppingClock();

  private static Question question(int number, boolean nonce) throws Exception {
    ResponderAddress responder =
        ResponderAddress.parse("http://ocsp.example/" + number, new Destinations(List.of()));
    return new Question(responder, new byte[100], nonce);
  }

  private Answer answer(int bytes) {
    return new Answer(
        new byte[bytes], clock.instant(), Optional.of(clock.instant().plusSeconds(60)));
  }

  @Test
  void itsBytesAreBounded() throws Exception {
    AnswerCache cache = new AnswerCache(MOST_BYTES, clock);
    int asked = 100;
    for (int i = 0; i < asked; i++) {
      cache.keep(question(i, false), answer(ANSWER_BYTES));
    }
    int kept = 0;
    for (int i = 0; i < asked; i++) {
      kept += cache.find(question(i, false)).isPresent() ? 1 : 0;
    }
    assertTrue(kept * ANSWER_BYTES <= MOST_BYTES, kept + " are kept");
    // Each takes about 600 bytes more; some room is left to what is asked for once.
    assertTrue(kept >= MOST_BYTES / ANSWER_BYTES / 2, kept + " are kept");
  }

  @Test
  void whatIsLargerThanAllOfItIsNotKept() throws Exception {
    AnswerCache cache = new AnswerCache(1000, clock);
    cache.keep(question(1, false), answer(2000));
    assertFalse(cache.find(question(1, false)).isPresent());
    cache.keep(question(2, false), answer(100));
    assertTrue(cache.find(question(2, false)).isPresent());
  }

  @Test
  void withoutBytesItKeepsNothing() throws Exception {
    AnswerCache cache = new AnswerCache(0, clock);
    cache.keep(question(1, false), answer(1));
    assertFalse(cache.find(question(1, false)).isPresent());
  }

  @Test
  void freshnessEndsAndANonceIsNeverAnsweredFromIt() throws Exception {
    AnswerCache cache = new AnswerCache(MOST_BYTES, clock);
    cache.keep(question(1, false), answer(1));
    cache.keep(question(2, true), answer(1));
    assertFalse(cache.find(question(2, true)).isPresent());
    assertFalse(cache.find(question(2, false)).isPresent());
    clock.step(Duration.ofSeconds(59));
    assertTrue(cache.find(question(1, false)).isPresent());
    assertFalse(cache.find(question(1, true)).isPresent());
    clock.step(Duration.ofSeconds(1));
    assertFalse(cache.find(question(1, false)).isPresent());
  }

  @Test
  void aRelayAnswersFromItAsLongAsHttpAllows() throws Exception {
    byte[] body = Answers.with(clock.instant().plusSeconds(100_000));
    String header =
        "HTTP/1.1 200 OK\r\nContent-Type: application/ocsp-response\r\n"
            + "Cache-Control: max-age=100\r\nAge: 40";
    try (HostileResponder responder = HostileResponder.says(header, body);
        RelayFixture relay = new RelayFixture.Builder().allow(responder.port()).start()) {
      byte[] request = Requests.about(1);
      List<Integer> statuses =
          IntStream.range(0, 3)
              .mapToObj(i -> relay.ask(responder.url(), request))
              .map(HttpResponse::statusCode)
              .toList();
      assertEquals(List.of(200, 200, 200), statuses);
      assertEquals(1, responder.requests.size());
      relay.clock.step(Duration.ofSeconds(61));
      assertEquals(200, relay.ask(responder.url(), request).statusCode());
      assertEquals(2, responder.requests.size());
    }
  }
}

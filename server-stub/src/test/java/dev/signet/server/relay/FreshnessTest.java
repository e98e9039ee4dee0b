package dev.signet.server.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With an answer whose {@code nextUpdate} is an hour away, where a test says nothing else. */
class FreshnessTest {
  private static final Instant NOW = Instant.parse("2026-05-04T03:02:01Z");
  private static final Instant HOUR = NOW.plusSeconds(3600);

  private static Optional<Instant> until(byte[] body, String... fields) {
    HttpMessage message = new BasicHttpResponse(200);
    for (String field : fields) {
      String[] parts = field.split(": ?", 2);
      message.addHeader(parts[0], parts[1]);
    }
    return Freshness.until(body, message, NOW);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "X: y; 3600",
        "Cache-Control: public, no-transform, must-revalidate; 3600",
        "Cache-Control: max-age=60; 60",
        "cache-control: public, MAX-AGE=60; 60",
        "Cache-Control: max-age=7200; 3600",
        "Cache-Control: max-age=99999999999999999999; 3600",
        "Cache-Control: max-age=60 | Age: 20; 40",
        "Cache-Control: max-age=60 | Age: 60; never",
        "Cache-Control: max-age=60 | Age: 999999999999; never",
        "Cache-Control: max-age=60 | Age: rubbish; 60",
        "Cache-Control: max-age=0; never",
        "Cache-Control: max-age=-5; never",
        "Cache-Control: max-age=rubbish; never",
        "Cache-Control: max-age; never",
        "Cache-Control: no-store; never",
        "Cache-Control: No-Cache; never",
        "Cache-Control: private; never",
        "Cache-Control: max-age=60, no-store; never",
        "Cache-Control: public | Cache-Control: no-store; never",
        "Expires: Mon, 04 May 2026 03:03:01 GMT; 60",
        "Expires: Mon, 04 May 2026 05:00:00 GMT; 3600",
        "Expires: Mon, 04 May 2026 03:02:00 GMT; never",
        "Expires: 0; never",
        "Expires: Mon, 04 May 2026 03:02:00 GMT | Cache-Control: max-age=60; 60",
        "Cache-Control: max-age=60 | Expires: Mon, 04 May 2026 04:00:00 GMT; 60"
      })
  void httpMayShortenItAndNotLengthenIt(String fields, String seconds) throws Exception {
    assertEquals(
        seconds.equals("never")
            ? Optional.empty()
            : Optional.of(NOW.plusSeconds(Long.parseLong(seconds))),
        until(Answers.with(HOUR), fields.split(" \\| ")));
  }

  @Test
  void theEarliestNextUpdateCountsAndOneThatIsMissingForbids() throws Exception {
    assertEquals(Optional.of(HOUR), until(Answers.with(HOUR.plusSeconds(9), HOUR)));
    assertEquals(Optional.empty(), until(Answers.with(HOUR, null)));
    assertEquals(
        Optional.empty(), until(Answers.with((Instant) null), "Cache-Control: max-age=60"));
    assertEquals(Optional.empty(), until(Answers.with()));
  }

  @Test
  void whatIsPastIsNotRememberedAndNothingForLongerThanAWeek() throws Exception {
    assertEquals(Optional.empty(), until(Answers.with(NOW)));
    assertEquals(Optional.empty(), until(Answers.with(NOW.minusSeconds(1))));
    assertEquals(
        Optional.of(NOW.plus(Duration.ofDays(7))),
        until(Answers.with(NOW.plus(Duration.ofDays(300)))));
  }

  @Test
  void errorsAndWhatCannotBeReadAreNotRemembered() {
    assertEquals(Optional.empty(), until(new byte[] {0x30, 3, 0x0a, 1, 3}));
    assertEquals(Optional.empty(), until(new byte[] {0x30, 3, 0x0a, 1, 0}));
    assertEquals(Optional.empty(), until(new byte[] {0x30, 0}));
  }
}

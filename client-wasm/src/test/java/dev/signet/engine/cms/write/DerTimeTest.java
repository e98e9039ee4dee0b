package dev.signet.engine.cms.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our calendar against the platform's. */
class DerTimeTest {
  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private static String text(long millis) {
    byte[] encoded = DerTime.encode(millis);
    return new String(encoded, 2, encoded.length - 2, StandardCharsets.US_ASCII);
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z, 700101000000Z",
    "1969-12-31T23:59:59.999Z, 691231235959Z",
    "2000-02-29T12:34:56.789Z, 000229123456Z",
    "1950-01-01T00:00:00Z, 500101000000Z",
    "1949-12-31T23:59:59Z, 19491231235959Z",
    "2049-12-31T23:59:59.999Z, 491231235959Z",
    "2050-01-01T00:00:00Z, 20500101000000Z",
    "2100-02-28T23:59:59Z, 21000228235959Z",
    "2100-03-01T00:00:00Z, 21000301000000Z",
    "0000-01-01T00:00:00Z, 00000101000000Z",
    "9999-12-31T23:59:59Z, 99991231235959Z"
  })
  void turningPointsAreRight(String instant, String expected) {
    assertEquals(expected, text(Instant.parse(instant).toEpochMilli()));
  }

  @Test
  void everyDayOfFiveCenturiesIsRight() {
    long day = 24L * 3600 * 1000;
    long second = 1000;
    for (long at = Instant.parse("1700-01-01T00:00:00Z").toEpochMilli();
        at < Instant.parse("2250-01-01T00:00:00Z").toEpochMilli();
        at += day + 37 * second) {
      String full = FULL.format(Instant.ofEpochMilli(at));
      String text = text(at);
      assertEquals(text.length() == 13 ? full.substring(2) : full, text);
    }
  }

  @ParameterizedTest
  @CsvSource({"-9223372036854775808", "9223372036854775807", "253402300800000", "-62167219201000"})
  void yearsWithoutFourDigitsAreRefused(long millis) {
    assertThrows(IllegalArgumentException.class, () -> DerTime.encode(millis));
  }
}

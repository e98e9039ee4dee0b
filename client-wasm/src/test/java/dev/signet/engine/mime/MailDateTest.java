package dev.signet.engine.mime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A Date field")
class MailDateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fri, 21 Nov 1997 09:55:06 -0600 | 1997-11-21T15:55:06Z",
        "21 Nov 97 09:55:06 GMT | 1997-11-21T09:55:06Z",
        "Thu, 13 Feb 1969 23:32 -0330 (Newfoundland Time) | 1969-02-14T03:02:00Z",
        "Sat, 29 Feb 2020 00:00:00 +0000 | 2020-02-29T00:00:00Z",
        "Mon,  1 Jan 2026 00:00:00 +1400 | 2025-12-31T10:00:00Z",
      })
  void isReadAsTheRfcSays(String value, String instant) {
    assertEquals(Optional.of(Instant.parse(instant).toEpochMilli()), MailDate.parse(value));
  }

  @Test
  void agreesWithTheClassLibraryOverTwoCenturies() {
    DateTimeFormatter format = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);
    for (long day = -25_000; day < 50_000; day += 13) {
      Instant instant = Instant.ofEpochSecond(day * 86_400 + day % 86_400 * day % 86_400);
      assertEquals(Optional.of(instant.toEpochMilli()), MailDate.parse(format.format(instant)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "Fri, 32 Nov 1997 09:55:06 -0600",
        "1 Foo 2020 00:00 GMT",
        "1 Jan 2020 25:00:00 GMT",
        "1 Jan 2020 1 GMT",
        "1 Jan -5 00:00 GMT"
      })
  void mayBeNone(String value) {
    assertEquals(Optional.empty(), MailDate.parse(value));
  }
}

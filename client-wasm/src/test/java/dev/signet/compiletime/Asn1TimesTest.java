package dev.signet.compiletime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.signet.compiletime.library.Asn1Times;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Random;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERUTCTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the JDK's calendar, and against Bouncy Castle's reader on the JVM. */
@DisplayName("ASN.1 times")
class Asn1TimesTest {
  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  @DisplayName("are written as the JDK's calendar has them, and read back")
  void calendar() throws ParseException {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      long second = random.nextLong(-62_135_596_800L, 253_402_300_800L);
      byte[] expected = octets(FULL.format(Instant.ofEpochSecond(second)));
      Date date = new Date(second * 1000);
      assertArrayEquals(expected, Asn1Times.toGeneralizedTime(date));
      assertEquals(date, Asn1Times.generalizedTime(expected));
      assertEquals(second * 1000, Asn1Times.generalizedTime(expected).getTime());
    }
  }

  @Test
  @DisplayName("of two-digit years lie in 1950 to 2049")
  void years() throws ParseException {
    assertEquals(Instant.parse("1950-01-01T00:00:00Z"), instant("500101000000Z"));
    assertEquals(Instant.parse("2049-12-31T23:59:59Z"), instant("491231235959Z"));
    assertEquals(Instant.parse("2000-02-29T12:00:00Z"), instant("0002291200Z"));
    assertArrayEquals(
        octets("491231235959Z"),
        Asn1Times.toUtcTime(Date.from(Instant.parse("2049-12-31T23:59:59Z"))));
  }

  private static Instant instant(String utcTime) throws ParseException {
    return Asn1Times.utcTime(octets(utcTime)).toInstant();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "260101000000Z",
        "2601010000Z",
        "260101000000+0100",
        "260101000000-0530",
        "2601010000+0100",
        "991231235959Z"
      })
  @DisplayName("in short are read as Bouncy Castle reads them")
  void utcTimes(String text) throws ParseException {
    assertEquals(new DERUTCTime(text).getAdjustedDate(), Asn1Times.utcTime(octets(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20260101000000Z",
        "20260101000000.5Z",
        "20260101000000.123Z",
        "202601010000Z",
        "2026010100Z",
        "20260101000000+0100",
        "20260101000000-01",
        "20260101000000.25-0530"
      })
  @DisplayName("in full are read as Bouncy Castle reads them")
  void generalizedTimes(String text) throws ParseException {
    ASN1GeneralizedTime reference = new DERGeneralizedTime(text);
    assertEquals(reference.getDate(), Asn1Times.generalizedTime(octets(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "26",
        "260101000000",
        "261301000000Z",
        "260100000000Z",
        "260229000000Z",
        "260101240000Z",
        "260101006000Z",
        "260101000060Z",
        "26010100000Z",
        "260101000000Zx",
        "260101000000+2400",
        "260101000000+0160",
        "260101000000x",
        "2601010000\u00e9Z"
      })
  @DisplayName("in short with a field out of range are refused")
  void damagedUtcTimes(String text) {
    byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
    assertThrows(ParseException.class, () -> Asn1Times.utcTime(octets));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "2026", "20260101", "20261301000000Z", "20260101000000.Z", "20260101000000ZZ"})
  @DisplayName("in full with a field out of range are refused")
  void damagedGeneralizedTimes(String text) {
    assertThrows(ParseException.class, () -> Asn1Times.generalizedTime(octets(text)));
  }
}

package dev.signet.compiletime.library;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Date;

/**
 * ASN.1's two times (X.680 sections 46 and 47), read and written without time zones, calendars or
 * locales. Fields out of range are errors, which Bouncy Castle's lenient reader takes.
 */
public final class Asn1Times {
  private static final long DAY = 86_400_000L;
  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private final byte[] text;
  private int at;

  private Asn1Times(byte[] text) {
    this.text = text;
  }

  /**
   * {@code YYMMDDhhmm[ss]} and a zone; the year is in 1950 to 2049 (RFC 5280 section 4.1.2.5.1).
   */
  public static Date utcTime(byte[] text) throws ParseException {
    Asn1Times reader = new Asn1Times(text);
    int year = reader.digits(2);
    long time = reader.date(year < 50 ? 2000 + year : 1900 + year);
    time += reader.range(0, 23) * 3_600_000L;
    time += reader.range(0, 59) * 60_000L;
    if (reader.digitNext()) {
      time += reader.range(0, 59) * 1000L;
    }
    if (reader.at == text.length) {
      throw reader.damaged();
    }
    return new Date(time - reader.zone());
  }

  /**
   * {@code YYYYMMDDhh[mm[ss[.f]]]} and a zone. Without a zone it would be local time; there is no
   * place whose time that could be, so it is read as UTC.
   */
  public static Date generalizedTime(byte[] text) throws ParseException {
    Asn1Times reader = new Asn1Times(text);
    long time = reader.date(reader.digits(4));
    time += reader.range(0, 23) * 3_600_000L;
    if (reader.digitNext()) {
      time += reader.range(0, 59) * 60_000L;
      if (reader.digitNext()) {
        time += reader.range(0, 59) * 1000L;
        time += reader.milliseconds();
      }
    }
    return new Date(reader.at == text.length ? time : time - reader.zone());
  }

  /** The content as it is. Bouncy Castle would rewrite the zone for a reader that is not here. */
  public static String generalizedText(byte[] text) {
    return new String(text, StandardCharsets.US_ASCII);
  }

  /** {@code YYMMDDhhmmssZ}. */
  public static byte[] toUtcTime(Date date) {
    byte[] full = toGeneralizedTime(date);
    byte[] cut = new byte[full.length - 2];
    System.arraycopy(full, 2, cut, 0, cut.length);
    return cut;
  }

  /** {@code YYYYMMDDhhmmssZ}. */
  public static byte[] toGeneralizedTime(Date date) {
    long day = Math.floorDiv(date.getTime(), DAY);
    int second = (int) (Math.floorMod(date.getTime(), DAY) / 1000);
    // Not after the year that is sought: no year has more days, and none has fewer.
    int year = 1970 + (int) Math.floorDiv(day, day < 0 ? 365L : 366L);
    while (firstDay(year + 1) <= day) {
      year++;
    }
    int rest = (int) (day - firstDay(year));
    int month = 0;
    while (rest >= daysIn(year, month)) {
      rest -= daysIn(year, month++);
    }
    byte[] text = new byte[15];
    put(text, 0, year / 100);
    put(text, 2, year % 100);
    put(text, 4, month + 1);
    put(text, 6, rest + 1);
    put(text, 8, second / 3600);
    put(text, 10, second / 60 % 60);
    put(text, 12, second % 60);
    text[14] = 'Z';
    return text;
  }

  /** {@code Date.toString}: for messages that nobody should see, so any form will do. */
  public static String text(Date date) {
    return new String(toGeneralizedTime(date), StandardCharsets.US_ASCII);
  }

  private static void put(byte[] text, int at, int value) {
    text[at] = (byte) ('0' + value / 10);
    text[at + 1] = (byte) ('0' + value % 10);
  }

  private long date(int year) throws ParseException {
    int month = range(1, 12) - 1;
    int day = range(1, daysIn(year, month)) - 1;
    long days = firstDay(year) + day;
    for (int i = 0; i < month; i++) {
      days += daysIn(year, i);
    }
    return days * DAY;
  }

  /** Days from 1970 to the first of January. */
  private static long firstDay(int year) {
    int before = year - 1;
    return 365L * (year - 1970)
        + (Math.floorDiv(before, 4) - Math.floorDiv(before, 100) + Math.floorDiv(before, 400))
        - (1969 / 4 - 1969 / 100 + 1969 / 400);
  }

  private static int daysIn(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 1 && leap ? 29 : DAYS[month];
  }

  private boolean digitNext() {
    return at < text.length && text[at] >= '0' && text[at] <= '9';
  }

  private int digits(int count) throws ParseException {
    int value = 0;
    for (int i = 0; i < count; i++) {
      if (!digitNext()) {
        throw damaged();
      }
      value = 10 * value + text[at++] - '0';
    }
    return value;
  }

  private int range(int from, int to) throws ParseException {
    int value = digits(2);
    if (value < from || value > to) {
      throw damaged();
    }
    return value;
  }

  private int milliseconds() throws ParseException {
    if (at == text.length || (text[at] != '.' && text[at] != ',')) {
      return 0;
    }
    at++;
    if (!digitNext()) {
      throw damaged();
    }
    int value = 0;
    for (int weight = 100; digitNext(); weight /= 10) {
      value += weight * (text[at++] - '0');
    }
    return value;
  }

  /** Milliseconds that the zone is ahead of UTC. */
  private long zone() throws ParseException {
    int sign =
        switch (text[at++]) {
          case 'Z' -> 0;
          case '+' -> 1;
          case '-' -> -1;
          default -> throw damaged();
        };
    long offset = 0;
    if (sign != 0) {
      offset = range(0, 23) * 3_600_000L;
      if (digitNext()) {
        offset += range(0, 59) * 60_000L;
      }
    }
    if (at != text.length) {
      throw damaged();
    }
    return sign * offset;
  }

  private ParseException damaged() {
    return new ParseException("not a time", at);
  }
}

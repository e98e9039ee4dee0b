package dev.signet.engine.cms.write;

import java.nio.charset.StandardCharsets;

/** Time as CMS writes it (RFC 5652 section 11.3), without the platform's calendar. */
final class DerTime {
  private static final int UTC_TIME = 0x17;
  private static final int GENERALIZED_TIME = 0x18;
  private static final int DAYS_TO_1970 = 719_468;
  private static final int DAYS_OF_400_YEARS = 146_097;

  private DerTime() {}

  /**
   * UTCTime for the years 1950 to 2049, GeneralizedTime for all others; whole seconds.
   *
   * @param millis since 1970; within the years 0 to 9999
   */
  static byte[] encode(long millis) {
    long seconds = Math.floorDiv(millis, 1000L);
    int inDay = (int) Math.floorMod(seconds, 86_400L);
    int[] date = date(Math.floorDiv(seconds, 86_400L));
    int year = date[0];
    if (year < 0 || year > 9999) {
      throw new IllegalArgumentException("the year has no four digits");
    }
    boolean utc = year >= 1950 && year < 2050;
    StringBuilder text = new StringBuilder();
    if (!utc) {
      two(text, year / 100);
    }
    two(text, year % 100);
    two(text, date[1]);
    two(text, date[2]);
    two(text, inDay / 3600);
    two(text, inDay / 60 % 60);
    two(text, inDay % 60);
    byte[] ascii = text.append('Z').toString().getBytes(StandardCharsets.US_ASCII);
    return Der.element(utc ? UTC_TIME : GENERALIZED_TIME, ascii);
  }

  /** Year, month and day of a day counted from 1970-01-01, in the Gregorian calendar. */
  private static int[] date(long day) {
    // Years are counted from the first of March, so that the leap day is the last of its year.
    long shifted = day + DAYS_TO_1970;
    long era = Math.floorDiv(shifted, DAYS_OF_400_YEARS);
    int dayOfEra = Math.floorMod(shifted, DAYS_OF_400_YEARS);
    int yearOfEra =
        (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / (DAYS_OF_400_YEARS - 1)) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int monthFromMarch = (5 * dayOfYear + 2) / 153;
    int dayOfMonth = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
    int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
    long year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
    return new int[] {(int) Math.max(-1, Math.min(year, 10_000)), month, dayOfMonth};
  }

  private static void two(StringBuilder text, int value) {
    text.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
  }
}

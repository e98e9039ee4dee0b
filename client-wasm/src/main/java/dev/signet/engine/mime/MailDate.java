package dev.signet.engine.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringTokenizer;

/** The date and time of a Date field (RFC 5322 section 3.3). */
public final class MailDate {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private MailDate() {}

  /**
   * Milliseconds since 1970, or empty where the value is no date. Obsolete zone names other than
   * GMT and UT count as an offset of zero, as the RFC says.
   */
  public static Optional<Long> parse(String value) {
    String text = withoutComments(value);
    List<String> words = words(text.substring(text.indexOf(',') + 1), " \t");
    if (words.size() < 4) {
      return Optional.empty();
    }
    try {
      int day = number(words.get(0), 1, 31);
      int month = MONTHS.indexOf(words.get(1).toLowerCase(Locale.ROOT));
      int year = number(words.get(2), 0, 9999);
      if (words.get(2).length() <= 2) {
        year += year < 50 ? 2000 : 1900;
      }
      List<String> time = words(words.get(3), ":");
      if (month < 0 || time.size() < 2 || time.size() > 3) {
        return Optional.empty();
      }
      long seconds =
          (daysSince1970(year, month + 1, day) * 24 + number(time.get(0), 0, 23)) * 3600
              + number(time.get(1), 0, 59) * 60L
              + (time.size() == 3 ? number(time.get(2), 0, 60) : 0)
              - offsetSeconds(words.size() > 4 ? words.get(4) : "+0000");
      return Optional.of(seconds * 1000);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static String withoutComments(String value) {
    StringBuilder text = new StringBuilder();
    int depth = 0;
    for (char c : value.toCharArray()) {
      if (c == '(') {
        depth++;
      } else if (c == ')' && depth > 0) {
        depth--;
      } else if (depth == 0) {
        text.append(c);
      }
    }
    return text.toString();
  }

  /** What stands between the separators. Not by a regular expression: one would link them all. */
  private static List<String> words(String text, String separators) {
    List<String> words = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(text, separators);
    while (tokens.hasMoreTokens()) {
      words.add(tokens.nextToken());
    }
    return words;
  }

  private static long offsetSeconds(String zone) {
    if (zone.length() != 5 || zone.charAt(0) != '+' && zone.charAt(0) != '-') {
      return 0;
    }
    long seconds =
        number(zone.substring(1, 3), 0, 99) * 3600L + number(zone.substring(3), 0, 59) * 60L;
    return zone.charAt(0) == '-' ? -seconds : seconds;
  }

  private static int number(String digits, int least, int most) {
    for (char c : digits.toCharArray()) {
      if (c < '0' || c > '9') {
        throw new NumberFormatException();
      }
    }
    int number = Integer.parseInt(digits);
    if (number < least || number > most) {
      throw new NumberFormatException();
    }
    return number;
  }

  /** Days of the proleptic Gregorian calendar; years are counted from March on. */
  private static long daysSince1970(int year, int month, int day) {
    long y = month > 2 ? year : year - 1;
    long era = Math.floorDiv(y, 400L);
    long yearOfEra = y - era * 400;
    long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097 + dayOfEra - 719_468;
  }
}

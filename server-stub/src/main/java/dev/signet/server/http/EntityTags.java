package dev.signet.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of an {@code If-Match} or {@code If-None-Match} field (RFC 9110, 13.1.1 and 13.1.2).
 *
 * @param any whether the value is {@code *}
 * @param tags the entity tags otherwise, as they were sent, quotes and {@code W/} included
 */
public record EntityTags(boolean any, List<String> tags) {
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"");
  private static final Pattern START = Pattern.compile("[ \\t,]*+");
  private static final Pattern SEPARATOR = Pattern.compile("[ \\t]*+,[ \\t,]*+|[ \\t]*+$");

  /**
   * Reads a field's value.
   *
   * @throws ProblemException 400 where it is not what the RFC allows: a condition that is not
   *     understood must not be taken for none
   */
  public static EntityTags parse(String value) throws ProblemException {
    if (value.strip().equals("*")) {
      return new EntityTags(true, List.of());
    }
    return new EntityTags(false, list(value));
  }

  /** Tag by tag: one expression for the whole list would recurse as deep as the list is long. */
  private static List<String> list(String value) throws ProblemException {
    List<String> tags = new ArrayList<>();
    Matcher place = START.matcher(value);
    boolean good = place.lookingAt();
    while (good && place.end() < value.length()) {
      place.region(place.end(), value.length());
      good = place.usePattern(TAG).lookingAt();
      if (good) {
        tags.add(place.group());
        place.region(place.end(), value.length());
        good = place.usePattern(SEPARATOR).lookingAt();
      }
    }
    if (!good || tags.isEmpty()) {
      throw new Problem(400, "A condition is neither * nor a list of entity tags.").exception();
    }
    return List.copyOf(tags);
  }

  /** Strong comparison (RFC 9110, 8.8.3.2), as {@code If-Match} and state-changing methods need. */
  public boolean strongly(String tag) {
    return any || tags.contains(tag);
  }

  /** Weak comparison, as {@code If-None-Match} needs; {@code tag} is a strong one. */
  public boolean weakly(String tag) {
    return any || tags.contains(tag) || tags.contains("W/" + tag);
  }
}

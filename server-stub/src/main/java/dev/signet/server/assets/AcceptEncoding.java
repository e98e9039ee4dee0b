package dev.signet.server.assets;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an {@code Accept-Encoding} field allows (RFC 9110, 12.5.3). */
final class AcceptEncoding {
  private static final Pattern ITEM =
      Pattern.compile(
          "([!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \\t]*(?:;[ \\t]*[qQ]=([01](?:\\.\\d{0,3})?))?");

  private final Map<String, Boolean> allowed = new HashMap<>();

  private AcceptEncoding() {}

  /** Reads the field; null, which stands for its absence, allows nothing but identity. */
  static AcceptEncoding of(String field) {
    AcceptEncoding accepted = new AcceptEncoding();
    Matcher items = ITEM.matcher(field == null ? "" : field);
    while (items.find()) {
      boolean allows = items.group(2) == null || Double.parseDouble(items.group(2)) > 0;
      accepted.allowed.put(items.group(1).toLowerCase(Locale.ROOT), allows);
    }
    return accepted;
  }

  /** Identity is never forbidden here: an answer that the client can hardly want beats none. */
  boolean allows(Coding coding) {
    return coding == Coding.IDENTITY
        || allowed.getOrDefault(coding.token, allowed.getOrDefault("*", false));
  }
}

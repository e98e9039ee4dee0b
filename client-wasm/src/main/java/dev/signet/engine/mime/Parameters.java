package dev.signet.engine.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The parameters of a field, continued and encoded ones (RFC 2231) put together.
 *
 * @param values by name in lower case
 * @param ambiguous names that stand more than once, or both plain and in a form of RFC 2231
 */
record Parameters(Map<String, String> values, Set<String> ambiguous) {
  /** Parameters that are read; no field of a mail has so many. */
  private static final int MAXIMUM = 200;

  /** Reads to the end of the field, or until there are too many. */
  static Parameters read(FieldScanner scanner) {
    Map<String, String> written = new LinkedHashMap<>();
    Set<String> ambiguous = new HashSet<>();
    while (scanner.more() && written.size() < MAXIMUM) {
      scanner.skip(';');
      String name = scanner.until("=;").trim().toLowerCase(Locale.ROOT);
      if (scanner.skip('=') && written.putIfAbsent(name, scanner.value()) != null) {
        ambiguous.add(plain(name));
      }
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<String, String> each : written.entrySet()) {
      String name = plain(each.getKey());
      String value = each.getKey().equals(name) ? each.getValue() : extended(name, written);
      if (value == null) {
        continue;
      }
      boolean both = written.containsKey(name) && !each.getKey().equals(name);
      if (both) {
        ambiguous.add(name);
      }
      if (both || !values.containsKey(name)) {
        values.put(name, value);
      }
    }
    return new Parameters(values, ambiguous);
  }

  private static String plain(String name) {
    int star = name.indexOf('*');
    return star < 0 ? name : name.substring(0, star);
  }

  /** The value in a form of RFC 2231, or null where the name has none that is whole. */
  private static String extended(String name, Map<String, String> written) {
    String single = written.get(name + "*");
    if (single != null) {
      return decoded(single, true, new HashMap<>());
    }
    Map<String, String> charset = new HashMap<>();
    StringBuilder joined = new StringBuilder();
    for (int section = 0; ; section++) {
      String plain = written.get(name + "*" + section);
      String encoded = written.get(name + "*" + section + "*");
      if (plain == null && encoded == null) {
        return section == 0 ? null : joined.toString();
      }
      joined.append(plain != null ? plain : decoded(encoded, section == 0, charset));
    }
  }

  /**
   * @param first whether charset and language stand before the text, each ended by an apostrophe
   * @param memory keeps the charset for the sections that follow
   */
  private static String decoded(String value, boolean first, Map<String, String> memory) {
    int start = 0;
    if (first) {
      int charsetEnd = value.indexOf('\'');
      int languageEnd = charsetEnd < 0 ? -1 : value.indexOf('\'', charsetEnd + 1);
      if (languageEnd >= 0) {
        memory.put("", value.substring(0, charsetEnd).toLowerCase(Locale.ROOT));
        start = languageEnd + 1;
      }
    }
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    for (int i = start; i < value.length(); i++) {
      int high = i + 2 < value.length() ? Character.digit(value.charAt(i + 1), 16) : -1;
      int low = high < 0 ? -1 : Character.digit(value.charAt(i + 2), 16);
      if (value.charAt(i) == '%' && low >= 0) {
        octets.write(high << 4 | low);
        i += 2;
      } else {
        octets.write(value.charAt(i));
      }
    }
    return new String(
        octets.toByteArray(),
        "utf-8".equals(memory.get("")) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
  }
}

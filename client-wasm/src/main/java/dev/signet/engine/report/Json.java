package dev.signet.engine.report;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Writes JSON (RFC 8259). A library would bring reflection, which the module does not have. */
final class Json {
  private final StringBuilder out = new StringBuilder();
  private boolean first = true;

  private Json() {}

  /** An object with the members that {@code members} writes. */
  static String object(Consumer<Json> members) {
    Json json = new Json();
    json.out.append('{');
    members.accept(json);
    return json.out.append('}').toString();
  }

  /** An array of what {@code element} writes of each item. */
  static <T> String array(List<T> items, Function<T, String> element) {
    StringBuilder out = new StringBuilder("[");
    for (int i = 0; i < items.size(); i++) {
      out.append(i == 0 ? "" : ",").append(element.apply(items.get(i)));
    }
    return out.append(']').toString();
  }

  /** A string, or null. Characters outside ASCII are escaped, so that no encoding can hurt them. */
  static String string(String value) {
    if (value == null) {
      return "null";
    }
    if (plain(value)) {
      return "\"" + value + '"';
    }
    StringBuilder out = new StringBuilder("\"");
    for (char c : value.toCharArray()) {
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20 || c > 0x7e) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(Character.forDigit(c >> shift & 0xf, 16));
        }
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  /** Most strings, the longest among them: what can be taken as it is need not be taken apart. */
  private static boolean plain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < 0x20 || c > 0x7e || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  Json text(String name, String value) {
    return raw(name, string(value));
  }

  /** A number, or null. */
  Json number(String name, Number value) {
    return raw(name, value == null ? "null" : value.toString());
  }

  Json flag(String name, boolean value) {
    return raw(name, Boolean.toString(value));
  }

  Json texts(String name, List<String> values) {
    return raw(name, values == null ? "null" : array(values, Json::string));
  }

  /** A member whose value is JSON already. */
  Json raw(String name, String json) {
    // Names are this engine's own.
    out.append(first ? "\"" : ",\"").append(name).append("\":").append(json);
    first = false;
    return this;
  }
}

package dev.signet.engine.mime;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The header fields of an entity, in their order. */
public final class Headers {
  /**
   * One header field.
   *
   * @param name as written
   * @param raw the field with its folding, without the last line end, ISO 8859-1 octet by octet
   */
  public record Field(String name, String raw) {
    /**
     * The body of the field, unfolded (RFC 5322 section 2.2.3), without surrounding white space.
     */
    public String value() {
      // Only line ends go: a CR by itself is no folding, and stays to be refused.
      return raw.substring(raw.indexOf(':') + 1).replace("\r\n", "").replace("\n", "").trim();
    }

    /** The same read as UTF-8 (RFC 6532), for addresses that are not ASCII. */
    public String utf8Value() {
      return Utf8.decode(value());
    }

    public boolean named(String other) {
      return name.equalsIgnoreCase(other);
    }

    /** Whether this field speaks of the body's form, and so belongs to the inner entity. */
    public boolean content() {
      return name.regionMatches(true, 0, "Content-", 0, 8);
    }
  }

  /** Fields above which a header is refused: a mail that crossed many relays has a few hundred. */
  private static final int MAX_FIELDS = 20_000;

  private final List<Field> fields;
  private final boolean damaged;
  private final int beforeBlank;

  /**
   * @param beforeBlank how many fields begin before the first line of white space alone
   */
  private Headers(List<Field> fields, boolean damaged, int beforeBlank) {
    this.fields = List.copyOf(fields);
    this.damaged = damaged;
    this.beforeBlank = beforeBlank;
  }

  /**
   * Reads a header block; a line that is no field is passed over and remembered.
   *
   * @throws SmimeException {@code TOO_LARGE} when there are more than 20,000 fields
   */
  static Headers parse(byte[] block) {
    String text = new String(block, StandardCharsets.ISO_8859_1);
    List<Field> fields = new ArrayList<>();
    boolean damaged = controls(text);
    int beforeBlank = Integer.MAX_VALUE;
    StringBuilder current = new StringBuilder();
    String name = null;
    int at = 0;
    while (at < text.length()) {
      int lineEnd = text.indexOf('\n', at);
      int next = lineEnd < 0 ? text.length() : lineEnd + 1;
      String line = text.substring(at, next);
      char first = line.charAt(0);
      if (first == ' ' || first == '\t') {
        current.append(line);
        damaged |= name == null;
        if (line.trim().isEmpty() && beforeBlank == Integer.MAX_VALUE) {
          beforeBlank = fields.size() + 1;
        }
      } else {
        if (name != null) {
          fields.add(new Field(name, withoutLineEnd(current)));
          if (fields.size() > MAX_FIELDS) {
            throw new SmimeException(
                ErrorCode.TOO_LARGE,
                "the header has more than 20000 fields",
                Map.of("limit", Integer.toString(MAX_FIELDS)));
          }
        }
        current.setLength(0);
        name = fieldName(line);
        // The first line of an mbox entry is no field and no damage.
        damaged |= name == null && !(at == 0 && line.startsWith("From "));
        current.append(line);
      }
      at = next;
    }
    if (name != null) {
      fields.add(new Field(name, withoutLineEnd(current)));
    }
    return new Headers(fields, damaged, beforeBlank);
  }

  /**
   * Whether there is what readers differ in: a CR by itself, which ends a line for some; a NUL,
   * which ends the text for some; or another control character, but for the tab and those that
   * switch between the sets of ISO 2022.
   */
  private static boolean controls(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')
          || c < 0x20 && "\t\n\r\016\017\033".indexOf(c) < 0) {
        return true;
      }
    }
    return false;
  }

  private static String withoutLineEnd(CharSequence line) {
    int end = line.length();
    while (end > 0 && (line.charAt(end - 1) == '\n' || line.charAt(end - 1) == '\r')) {
      end--;
    }
    return line.subSequence(0, end).toString();
  }

  /** The field's name, or null where the line is none (RFC 5322 section 2.2). */
  private static String fieldName(String line) {
    int colon = line.indexOf(':');
    if (colon < 1) {
      return null;
    }
    int end = colon;
    while (end > 0 && (line.charAt(end - 1) == ' ' || line.charAt(end - 1) == '\t')) {
      end--;
    }
    for (int i = 0; i < end; i++) {
      char c = line.charAt(i);
      if (c < 33 || c > 126) {
        return null;
      }
    }
    return end == 0 ? null : line.substring(0, end);
  }

  public List<Field> fields() {
    return fields;
  }

  /** Whether some line of the block was no header field, or holds what no header may. */
  public boolean damaged() {
    return damaged;
  }

  /**
   * Whether a field of that name stands behind a line of white space alone. It belongs to the field
   * before it (RFC 5322 section 4.2), but some readers take it for the end of the header.
   */
  public boolean behindBlank(String name) {
    return fields.stream().skip(beforeBlank).anyMatch(field -> field.named(name));
  }

  public List<Field> all(String name) {
    return fields.stream().filter(field -> field.named(name)).toList();
  }

  public Optional<Field> first(String name) {
    return fields.stream().filter(field -> field.named(name)).findFirst();
  }
}

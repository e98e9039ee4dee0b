package dev.signet.engine.mime;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A content type (RFC 2045 section 5.1).
 *
 * @param type type and subtype in lower case, such as {@code multipart/signed}
 * @param parameters values by name in lower case; the first of equal names counts
 */
public record ContentType(String type, Map<String, String> parameters) {
  static final ContentType TEXT = new ContentType("text/plain", Map.of());

  /** Reads what can be read: a type that breaks the syntax is kept as it stands. */
  public static ContentType parse(String value) {
    Scanner scanner = new Scanner(value);
    String type = scanner.until(";").trim().toLowerCase(Locale.ROOT);
    Map<String, String> parameters = new LinkedHashMap<>();
    while (scanner.more()) {
      scanner.skip(';');
      String name = scanner.until("=;").trim().toLowerCase(Locale.ROOT);
      if (scanner.skip('=')) {
        parameters.putIfAbsent(name, scanner.value());
      }
    }
    return new ContentType(type, parameters);
  }

  /** The parameter's value, or an empty string. */
  public String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  public boolean multipartSigned() {
    return type.equals("multipart/signed");
  }

  /** Whether this type holds a CMS message, by RFC 8551 or by the names from before it. */
  public boolean pkcs7Mime() {
    return type.equals("application/pkcs7-mime") || type.equals("application/x-pkcs7-mime");
  }

  public boolean pkcs7Signature() {
    return type.equals("application/pkcs7-signature")
        || type.equals("application/x-pkcs7-signature");
  }

  /** Takes a field's body apart; comments (RFC 5322 section 3.2.2) are passed over. */
  private static final class Scanner {
    private final String text;
    private int at;

    Scanner(String text) {
      this.text = text;
    }

    boolean more() {
      return at < text.length();
    }

    boolean skip(char expected) {
      if (more() && text.charAt(at) == expected) {
        at++;
        return true;
      }
      return false;
    }

    String until(String ends) {
      StringBuilder found = new StringBuilder();
      while (more() && ends.indexOf(text.charAt(at)) < 0) {
        if (text.charAt(at) == '(') {
          comment();
        } else {
          found.append(text.charAt(at++));
        }
      }
      return found.toString();
    }

    String value() {
      while (more() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
        at++;
      }
      if (!skip('"')) {
        return until(";").trim();
      }
      StringBuilder found = new StringBuilder();
      while (more() && text.charAt(at) != '"') {
        if (text.charAt(at) == '\\' && at + 1 < text.length()) {
          at++;
        }
        found.append(text.charAt(at++));
      }
      at++;
      until(";");
      return found.toString();
    }

    private void comment() {
      int depth = 0;
      while (more()) {
        char c = text.charAt(at++);
        if (c == '\\') {
          at++;
        } else if (c == '(') {
          depth++;
        } else if (c == ')' && --depth == 0) {
          return;
        }
      }
    }
  }
}

package dev.signet.engine.mime;

/**
 * Takes the body of a structured field apart; comments (RFC 5322 section 3.2.2) are passed over.
 */
final class FieldScanner {
  private final String text;
  private int at;

  FieldScanner(String text) {
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

  /** What stands before the first of these characters, which is not taken. */
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

  /** A token or a quoted string, and everything up to the next semicolon. */
  String value() {
    while (more()) {
      char c = text.charAt(at);
      if (c == '(') {
        comment();
      } else if (c == ' ' || c == '\t') {
        at++;
      } else {
        break;
      }
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

package dev.signet.engine.path.name;

/** Names of hosts in certificates: labels of ASCII letters, digits and hyphens (RFC 5280 7.2). */
final class Hosts {
  private static final int LONGEST = 253;
  private static final int LONGEST_LABEL = 63;

  private Hosts() {}

  /** Whether a host's name is well-formed. Underscores are not, but do occur. */
  static boolean valid(String host) {
    if (host.isEmpty() || host.length() > LONGEST) {
      return false;
    }
    int label = 0;
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c == '.') {
        if (label == 0) {
          return false;
        }
        label = 0;
      } else if (!labelCharacter(c) || ++label > LONGEST_LABEL) {
        return false;
      }
    }
    return label > 0;
  }

  private static boolean labelCharacter(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '_';
  }

  /** ASCII letters in lower case; other characters stay what they are. */
  static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      folded.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
    }
    return folded.toString();
  }

  /** Whether one label or more stand before the domain. Both folded. */
  static boolean below(String host, String domain) {
    return host.length() > domain.length() + 1
        && host.endsWith(domain)
        && host.charAt(host.length() - domain.length() - 1) == '.';
  }
}

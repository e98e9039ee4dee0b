package dev.signet.engine.verdict;

import java.util.List;

/** Compares a mail address with those of a certificate (RFC 8550 section 3). */
final class AddressMatch {
  private AddressMatch() {}

  /**
   * The address of the certificate that equals this one, or null.
   *
   * <p>Both parts compare without case, but only ASCII letters fold: other alphabets have letters
   * that look alike and fold together. A domain that is not ASCII therefore matches only itself.
   */
  static String find(String address, List<String> certified) {
    if (address == null || !sound(address)) {
      return null;
    }
    String wanted = fold(address);
    for (String candidate : certified) {
      if (sound(candidate) && fold(candidate).equals(wanted)) {
        return candidate;
      }
    }
    return null;
  }

  /** One local part, one domain, nothing that could be shown as something else. */
  private static boolean sound(String address) {
    int at = address.lastIndexOf('@');
    if (at < 1 || at == address.length() - 1 || address.endsWith(".")) {
      return false;
    }
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      // Format and control characters are invisible or change the direction of what follows.
      if (c <= ' ' || c == 0x7f || Character.getType(c) == Character.FORMAT || c == 0xfffd) {
        return false;
      }
      if (c >= 0x80 && c < 0xa0) {
        return false;
      }
    }
    return true;
  }

  private static String fold(String address) {
    StringBuilder folded = new StringBuilder();
    for (char c : address.toCharArray()) {
      folded.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
    }
    return folded.toString();
  }
}

package dev.signet.engine.address;

import java.util.Optional;

/**
 * The domain of a mail address. Two are equal where their labels are, in A-label form and lower
 * case (RFC 5890 section 2.3.2.4).
 *
 * <p>Only ASCII letters fold, and a U-label becomes the A-label of exactly its code points: nothing
 * is mapped, so two names that look alike never become one.
 *
 * @param ascii lower-case letters, digits, hyphens and low lines, with dots between labels
 */
public record DomainName(String ascii) {
  /** RFC 1035 section 2.3.4. */
  private static final int MAX_LABEL = 63;

  /** Of a name without its last dot. */
  private static final int MAX_NAME = 253;

  private static final String A_LABEL_PREFIX = "xn--";

  /**
   * Reads a name in A-labels, U-labels or both.
   *
   * @return empty where it is none: a label that is empty, too long or has other characters, a dot
   *     at the end, an address in brackets, a label in {@code xn--} that is no Punycode or not its
   *     only form, or characters that {@link UnicodeLabel} does not take
   */
  public static Optional<DomainName> of(String text) {
    if (text.isEmpty() || text.length() > MAX_NAME) {
      return Optional.empty();
    }
    StringBuilder ascii = new StringBuilder();
    int from = 0;
    while (from <= text.length()) {
      int dot = text.indexOf('.', from);
      int end = dot < 0 ? text.length() : dot;
      String label = label(text.substring(from, end));
      if (label == null || ascii.length() + label.length() > MAX_NAME) {
        return Optional.empty();
      }
      ascii.append(label);
      if (dot < 0) {
        return Optional.of(new DomainName(ascii.toString()));
      }
      ascii.append('.');
      from = dot + 1;
    }
    return Optional.empty();
  }

  /** In ASCII, or null. */
  private static String label(String text) {
    String folded = Ascii.lowerCase(text);
    String ascii = Ascii.only(folded) ? folded : aLabel(folded);
    if (ascii == null || ascii.isEmpty() || ascii.length() > MAX_LABEL) {
      return null;
    }
    if (ascii.charAt(0) == '-' || ascii.charAt(ascii.length() - 1) == '-') {
      return null;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (!letterDigitHyphen(ascii.charAt(i)) && ascii.charAt(i) != '_') {
        return null;
      }
    }
    return ascii.startsWith(A_LABEL_PREFIX) && !decodable(ascii) ? null : ascii;
  }

  private static String aLabel(String folded) {
    int[] codePoints = folded.codePoints().toArray();
    if (!UnicodeLabel.sound(codePoints)) {
      return null;
    }
    String encoded = Punycode.encode(codePoints);
    return encoded == null ? null : A_LABEL_PREFIX + encoded;
  }

  /** Whether it stands for something beyond ASCII, and is the one form that does. */
  private static boolean decodable(String ascii) {
    String encoded = ascii.substring(A_LABEL_PREFIX.length());
    int[] codePoints = Punycode.decode(encoded);
    if (codePoints == null) {
      return false;
    }
    boolean beyond = false;
    for (int c : codePoints) {
      beyond |= c >= 0x80;
    }
    return beyond && encoded.equals(Punycode.encode(codePoints));
  }

  static boolean letterDigitHyphen(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-';
  }
}

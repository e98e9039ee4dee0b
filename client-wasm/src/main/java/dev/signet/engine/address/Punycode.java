package dev.signet.engine.address;

import java.util.OptionalInt;

/**
 * Punycode (RFC 3492): code points of a label as letters, digits and hyphens, and back; without the
 * prefix {@code xn--}. Both ways are bounded by the length of a label.
 */
final class Punycode {
  /** Octets of a label (RFC 1035 section 2.3.4) and then some, which callers bound themselves. */
  private static final int MAX_LENGTH = 255;

  private static final int BASE = 36;
  private static final int T_MIN = 1;
  private static final int T_MAX = 26;
  private static final int SKEW = 38;
  private static final int DAMP = 700;
  private static final int INITIAL_BIAS = 72;
  private static final int INITIAL_N = 0x80;

  private Punycode() {}

  /**
   * The code points as Punycode (RFC 3492 section 6.3); ASCII stays in its case.
   *
   * @return null where there are too many
   */
  static String encode(int[] codePoints) {
    if (codePoints.length > MAX_LENGTH) {
      return null;
    }
    StringBuilder out = new StringBuilder();
    for (int c : codePoints) {
      if (c < INITIAL_N) {
        out.append((char) c);
      }
    }
    int basic = out.length();
    if (basic > 0) {
      out.append('-');
    }
    int handled = basic;
    int n = INITIAL_N;
    int bias = INITIAL_BIAS;
    // At most 255 * 0x110000: no int overflows.
    int delta = 0;
    while (handled < codePoints.length) {
      int next = next(codePoints, n);
      delta += (next - n) * (handled + 1);
      n = next;
      for (int c : codePoints) {
        if (c < n) {
          delta++;
        } else if (c == n) {
          variableLength(out, delta, bias);
          bias = adapt(delta, handled + 1, handled == basic);
          delta = 0;
          handled++;
        }
      }
      delta++;
      n++;
    }
    return out.toString();
  }

  /**
   * The code points of Punycode (RFC 3492 section 6.2). It is not said that they make a label.
   *
   * @return null where it is none
   */
  static int[] decode(String text) {
    if (text.length() > MAX_LENGTH) {
      return null;
    }
    int hyphen = text.lastIndexOf('-');
    int[] out = new int[text.length()];
    int length = 0;
    for (int i = 0; i < hyphen; i++) {
      char c = text.charAt(i);
      if (c >= INITIAL_N) {
        return null;
      }
      out[length++] = c;
    }
    // A hyphen ends the ASCII only where there is some (RFC 3492 section 3.1).
    int at = hyphen > 0 ? hyphen + 1 : 0;
    int n = INITIAL_N;
    int i = 0;
    int bias = INITIAL_BIAS;
    while (at < text.length()) {
      long delta = 0;
      long weight = 1;
      for (int k = BASE; ; k += BASE) {
        OptionalInt digit = at < text.length() ? digit(text.charAt(at++)) : OptionalInt.empty();
        if (digit.isEmpty()) {
          return null;
        }
        delta += digit.getAsInt() * weight;
        if (delta > Integer.MAX_VALUE) {
          return null;
        }
        int threshold = threshold(k, bias);
        if (digit.getAsInt() < threshold) {
          break;
        }
        weight *= BASE - threshold;
        if (weight > Integer.MAX_VALUE) {
          return null;
        }
      }
      int count = length + 1;
      long position = i + delta;
      long codePoint = n + position / count;
      if (codePoint > Character.MAX_CODE_POINT || codePoint >= 0xd800 && codePoint < 0xe000) {
        return null;
      }
      bias = adapt((int) delta, count, length == Math.max(hyphen, 0));
      n = (int) codePoint;
      i = (int) (position % count);
      System.arraycopy(out, i, out, i + 1, length - i);
      out[i++] = n;
      length++;
    }
    int[] exact = new int[length];
    System.arraycopy(out, 0, exact, 0, length);
    return exact;
  }

  /** The lowest code point from there on. */
  private static int next(int[] codePoints, int from) {
    int lowest = Integer.MAX_VALUE;
    for (int c : codePoints) {
      if (c >= from && c < lowest) {
        lowest = c;
      }
    }
    return lowest;
  }

  private static void variableLength(StringBuilder out, int delta, int bias) {
    int q = delta;
    for (int k = BASE; ; k += BASE) {
      int threshold = threshold(k, bias);
      if (q < threshold) {
        out.append(letter(q));
        return;
      }
      out.append(letter(threshold + (q - threshold) % (BASE - threshold)));
      q = (q - threshold) / (BASE - threshold);
    }
  }

  private static int threshold(int k, int bias) {
    return Math.min(Math.max(k - bias, T_MIN), T_MAX);
  }

  private static int adapt(int delta, int points, boolean first) {
    int rest = first ? delta / DAMP : delta / 2;
    rest += rest / points;
    int k = 0;
    while (rest > (BASE - T_MIN) * T_MAX / 2) {
      rest /= BASE - T_MIN;
      k += BASE;
    }
    return k + (BASE - T_MIN + 1) * rest / (rest + SKEW);
  }

  private static char letter(int digit) {
    return (char) (digit < 26 ? 'a' + digit : '0' + digit - 26);
  }

  private static OptionalInt digit(char c) {
    if (c >= 'a' && c <= 'z') {
      return OptionalInt.of(c - 'a');
    }
    if (c >= 'A' && c <= 'Z') {
      return OptionalInt.of(c - 'A');
    }
    return c >= '0' && c <= '9' ? OptionalInt.of(c - '0' + 26) : OptionalInt.empty();
  }
}

package dev.signet.engine.address;

/**
 * Which labels beyond ASCII are taken for U-labels (RFC 5890 section 2.3.2.1).
 *
 * <p>The tables of IDNA 2008 (RFC 5892) are not here. What is here is narrower: lower-case letters,
 * letters without case, digits and the marks that belong to a script. Left out is whatever another
 * reader may map to something else before it looks the name up (RFC 5895, UTS 46): capitals, forms
 * of compatibility, the marks that compose with European letters, full-width forms, dots beyond
 * ASCII, invisible characters. A name that is left out compares equal to none; its A-label still
 * compares to itself.
 */
final class UnicodeLabel {
  /** Ranges of what the categories let through and NFKC or NFC would change; or that composes. */
  private static final int[][] UNSTABLE = {
    {0xaa, 0xaa},
    {0xb5, 0xb5},
    {0xba, 0xba},
    {0x132, 0x133},
    {0x13f, 0x140},
    {0x149, 0x149},
    {0x17f, 0x17f},
    {0x1c4, 0x1cc},
    {0x1f1, 0x1f3},
    {0x2b0, 0x2b8},
    {0x2e0, 0x2e4},
    {0x300, 0x36f},
    {0x374, 0x37a},
    {0x3d0, 0x3d6},
    {0x3f0, 0x3f5},
    {0x587, 0x587},
    {0x653, 0x655},
    {0x675, 0x678},
    {0x958, 0x95f},
    {0x9dc, 0x9df},
    {0xa33, 0xa36},
    {0xa59, 0xa5e},
    {0xb5c, 0xb5d},
    {0xe33, 0xe33},
    {0xeb3, 0xeb3},
    {0xedc, 0xedd},
    {0xf43, 0xf43},
    {0xf4d, 0xf4d},
    {0xf52, 0xf52},
    {0xf57, 0xf57},
    {0xf5c, 0xf5c},
    {0xf69, 0xf69},
    {0xf73, 0xf81},
    {0xf93, 0xf93},
    {0xf9d, 0xf9d},
    {0xfa2, 0xfa2},
    {0xfa7, 0xfa7},
    {0xfac, 0xfac},
    {0xfb9, 0xfb9},
    {0x10fc, 0x10fc},
    {0x1100, 0x11ff},
    {0x1ab0, 0x1aff},
    {0x1d2c, 0x1d6a},
    {0x1d78, 0x1d78},
    {0x1d9b, 0x1dff},
    {0x1e9a, 0x1e9b},
    {0x1f71, 0x1f71},
    {0x1f73, 0x1f73},
    {0x1f75, 0x1f75},
    {0x1f77, 0x1f77},
    {0x1f79, 0x1f79},
    {0x1f7b, 0x1f7b},
    {0x1f7d, 0x1f7d},
    {0x1fbb, 0x1fbe},
    {0x1fd3, 0x1fd3},
    {0x1fe3, 0x1fe3},
    {0x2071, 0x2071},
    {0x207f, 0x209c},
    {0x20d0, 0x20ff},
    {0x2100, 0x214f},
    {0x2c7c, 0x2c7d},
    {0x2d6f, 0x2d6f},
    {0x3099, 0x309a},
    {0x309f, 0x309f},
    {0x30ff, 0x30ff},
    {0x3131, 0x318e},
    {0xa69c, 0xa69d},
    {0xa770, 0xa770},
    {0xa7f2, 0xa7f9},
    {0xa960, 0xa97c},
    {0xab5c, 0xab5f},
    {0xab69, 0xab69},
    {0xd7b0, 0xd7fb},
    {0xf900, 0xfdff},
    {0xfe20, 0xfeff},
    {0xff00, 0xffff},
    {0x10780, 0x107bf},
    {0x1d400, 0x1d7ff},
    {0x1ee00, 0x1eeff},
    {0x1fbf0, 0x1fbf9},
    {0x2f800, 0x2fa1f},
  };

  private UnicodeLabel() {}

  /** Whether the label, which holds characters beyond ASCII, is taken. */
  static boolean sound(int[] label) {
    if (label.length == 0 || mark(label[0]) || label[0] == '-' || label[label.length - 1] == '-') {
      return false;
    }
    if (label.length > 3 && label[2] == '-' && label[3] == '-') {
      return false;
    }
    for (int c : label) {
      if (c < 0x80 ? !DomainName.letterDigitHyphen((char) c) : !letterOrDigit(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean letterOrDigit(int c) {
    return switch (Character.getType(c)) {
      case Character.LOWERCASE_LETTER,
          Character.OTHER_LETTER,
          Character.MODIFIER_LETTER,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.DECIMAL_DIGIT_NUMBER ->
          !unstable(c);
      default -> false;
    };
  }

  private static boolean mark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean unstable(int c) {
    for (int[] range : UNSTABLE) {
      if (c >= range[0] && c <= range[1]) {
        return true;
      }
    }
    return false;
  }
}

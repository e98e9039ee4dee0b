package dev.signet.engine.path.name;

/** A name that a certificate binds to its key. */
interface CertifiedName {
  /** Longer names are cut: the text is for people. */
  int LONGEST_TEXT = 120;

  NameForm form();

  /** The name as people read it. */
  String text();

  /**
   * A name that cannot be compared: of a form that is not known here, or not well-formed. Where a
   * constraint speaks of its form, it is not permitted.
   */
  record Incomparable(NameForm form, String text) implements CertifiedName {}

  /** The text without control characters, of bounded length. */
  static String printable(CertifiedName name) {
    StringBuilder printable = new StringBuilder();
    String text = name.text();
    for (int i = 0; i < Math.min(text.length(), LONGEST_TEXT); i++) {
      char c = text.charAt(i);
      printable.append(Character.isISOControl(c) ? '\ufffd' : c);
    }
    return printable.toString();
  }
}

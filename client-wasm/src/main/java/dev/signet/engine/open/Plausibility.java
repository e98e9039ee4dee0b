package dev.signet.engine.open;

import dev.signet.engine.port.Bulk;

/**
 * Whether decrypted octets can be an entity at all. One wrong key in 256 leaves padding that
 * happens to be right; its noise must not be shown as somebody's mail.
 */
final class Plausibility {
  private static final int LOOK = 256;

  private Plausibility() {}

  /** Control characters that no header field and no text begins with tell noise from mail. */
  static boolean entity(Bulk content) {
    for (byte octet : content.read(0, Math.min(LOOK, content.length()))) {
      int c = octet & 0xff;
      if (c < 0x20 && c != '\t' && c != '\r' && c != '\n' && c != '\f' || c == 0x7f) {
        return false;
      }
      if (c == '\n') {
        // The first line is enough: what follows may be a binary body.
        return true;
      }
    }
    return true;
  }
}

package dev.signet.engine.open;

import dev.signet.engine.SmimeException;
import dev.signet.engine.cms.CmsMessage;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;

/**
 * Whether decrypted octets can be content at all. One wrong key in 256 leaves padding that happens
 * to be right; its noise must not be shown as somebody's mail.
 */
final class Plausibility {
  private static final int LOOK = 256;

  private Plausibility() {}

  /**
   * @param type OID of the content
   */
  static boolean content(String type, Bulk content, Host host) {
    return entity(content) || message(type, content, host);
  }

  private static boolean message(String type, Bulk content, Host host) {
    try {
      return CmsMessage.nested(type, content, host) != null;
    } catch (SmimeException e) {
      return false;
    }
  }

  /**
   * Control characters that no header field and no text holds tell noise from mail. After header
   * fields and an empty line anything may follow; without header fields the content is text.
   */
  private static boolean entity(Bulk content) {
    boolean fields = false;
    boolean lineIsEmpty = true;
    for (byte octet : content.read(0, Math.min(LOOK, content.length()))) {
      int c = octet & 0xff;
      if (c == '\n') {
        if (lineIsEmpty && fields) {
          return true;
        }
        lineIsEmpty = true;
      } else if (c != '\r') {
        if (c < 0x20 && c != '\t' && c != '\f' || c == 0x7f) {
          return false;
        }
        lineIsEmpty = false;
        fields = true;
      }
    }
    return true;
  }
}

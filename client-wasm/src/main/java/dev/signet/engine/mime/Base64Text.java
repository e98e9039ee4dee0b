package dev.signet.engine.mime;

import dev.signet.engine.SmimeException;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Base64 as it arrives (RFC 2045 section 6.8). */
public final class Base64Text {
  private static final int PIECE = 32 * 1024;

  private Base64Text() {}

  /**
   * Decodes. Characters outside the alphabet are ignored, as the RFC asks: relays that break long
   * lines leave an exclamation mark at each break.
   *
   * @throws SmimeException {@code MALFORMED_MESSAGE} for a truncated quantum
   */
  public static Bulk decode(Bulk text, Host host) {
    try {
      return host.decodeBase64(text);
    } catch (SmimeException e) {
      // Rare: only then is the text looked through in Java.
      return host.decodeBase64(withoutNoise(text, host));
    }
  }

  private static Bulk withoutNoise(Bulk text, Host host) {
    List<Bulk> pieces = new ArrayList<>();
    for (int at = 0; at < text.length(); at += PIECE) {
      byte[] piece = text.read(at, Math.min(text.length(), at + PIECE));
      int kept = 0;
      for (byte octet : piece) {
        if (digit(octet) || octet == '=') {
          piece[kept++] = octet;
        }
      }
      pieces.add(host.hold(Arrays.copyOf(piece, kept)));
    }
    return host.concat(pieces);
  }

  static boolean digit(byte c) {
    return c >= 'A' && c <= 'Z'
        || c >= 'a' && c <= 'z'
        || c >= '0' && c <= '9'
        || c == '+'
        || c == '/';
  }

  /**
   * The first octets that a text holds, as many as can be told; none where it is no base64.
   *
   * @param look characters of the text that are looked at
   */
  public static byte[] beginning(Bulk text, int look, Host host) {
    byte[] digits = text.read(0, Math.min(text.length(), look));
    int kept = 0;
    for (byte octet : digits) {
      if (octet == '=') {
        break;
      }
      if (digit(octet)) {
        digits[kept++] = octet;
      }
    }
    return host.decodeBase64(host.hold(Arrays.copyOf(digits, kept - kept % 4))).read();
  }
}

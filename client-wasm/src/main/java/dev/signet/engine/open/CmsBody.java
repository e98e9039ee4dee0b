package dev.signet.engine.open;

import dev.signet.engine.SmimeException;
import dev.signet.engine.mime.Base64Text;
import dev.signet.engine.mime.Entity;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;

/**
 * The CMS message that an entity's body holds. Some senders leave the transfer encoding out, or
 * send octets under the name of base64: a CMS message begins with a SEQUENCE, so its first octets
 * tell.
 */
final class CmsBody {
  private static final int SEQUENCE = 0x30;

  private CmsBody() {}

  /**
   * @throws SmimeException {@code MALFORMED_MESSAGE} when the transfer encoding is unknown or
   *     damaged
   */
  static Bulk of(Entity entity, Host host) {
    Bulk body = entity.body();
    if (binary(body)) {
      return body;
    }
    return entity.identityEncoded() || entity.transferEncoding().equals("base64")
        ? Base64Text.decode(body, host)
        : entity.decodedBody(host);
  }

  /** The first octets of the CMS message, for telling its type; none where they cannot be told. */
  static byte[] beginning(Entity entity, int octets, Host host) {
    Bulk body = entity.body();
    return binary(body)
        ? body.read(0, Math.min(body.length(), octets))
        : Base64Text.beginning(body, octets * 2, host);
  }

  /** A length that follows a SEQUENCE's tag has its high bit set, or the message holds nothing. */
  private static boolean binary(Bulk body) {
    if (body.length() < 2) {
      return false;
    }
    byte[] first = body.read(0, 2);
    return first[0] == SEQUENCE && first[1] < 0;
  }
}

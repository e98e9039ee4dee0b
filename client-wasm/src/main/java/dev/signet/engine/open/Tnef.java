package dev.signet.engine.open;

import dev.signet.engine.SmimeException;
import dev.signet.engine.mime.ContentType;
import dev.signet.engine.mime.Entity;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * {@code winmail.dat}: Exchange's own form of a message (MS-OXTNEF). A signed or encrypted message
 * that a gateway turned into it cannot be checked any more as it was sent; that it was one, its
 * message class says.
 */
final class Tnef {
  /** What every TNEF stream begins with, little-endian 0x223E9F78. */
  private static final byte[] SIGNATURE = {0x78, (byte) 0x9f, 0x3e, 0x22};

  private static final byte[] CLASS = "IPM.Note.SMIME".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] WIDE_CLASS = wide(CLASS);

  private Tnef() {}

  /** The same in UTF-16, little-endian. */
  private static byte[] wide(byte[] ascii) {
    byte[] wide = new byte[ascii.length * 2];
    for (int i = 0; i < ascii.length; i++) {
      wide[2 * i] = ascii[i];
    }
    return wide;
  }

  /** Whether the entity is a TNEF stream whose message class is that of an S/MIME message. */
  static boolean holdsSmime(Entity entity, Host host) {
    try {
      ContentType type = entity.contentType();
      boolean named =
          type.type().equals("application/ms-tnef")
              || type.type().equals("application/vnd.ms-tnef")
              || type.untyped() && entity.named("winmail.dat");
      return named && holdsSmime(entity.decodedBody(host));
    } catch (SmimeException e) {
      return false;
    }
  }

  private static boolean holdsSmime(Bulk stream) {
    return stream.length() > SIGNATURE.length
        && Arrays.equals(stream.read(0, SIGNATURE.length), SIGNATURE)
        && (stream.indexOf(CLASS, 0) >= 0 || stream.indexOf(WIDE_CLASS, 0) >= 0);
  }
}

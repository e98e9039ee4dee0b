package dev.signet.engine.pkcs12;

import dev.signet.engine.SmimeException;
import dev.signet.engine.asn1.BerElement;
import dev.signet.engine.heap.HeapBulk;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.util.encoders.Base64;

/** What lies around a file on its way: PEM (RFC 7468, as RFC 9216 and GnuTLS have it), a tail. */
final class Armour {
  private static final String BEGIN = "-----BEGIN PKCS12-----";
  private static final String END = "-----END PKCS12-----";

  private Armour() {}

  /** The octets without it; what has none is returned as it is. */
  static byte[] without(byte[] bytes) {
    return bytes.length > 0 && bytes[0] == 0x30 ? withoutTail(bytes) : withoutPem(bytes);
  }

  /** Line ends and zeros that mail and disks put after it; the MAC does not speak of them. */
  private static byte[] withoutTail(byte[] bytes) {
    try {
      int end = BerElement.first(new HeapBulk(bytes)).endsAt();
      return end < bytes.length ? Arrays.copyOf(bytes, end) : bytes;
    } catch (SmimeException e) {
      return bytes;
    }
  }

  private static byte[] withoutPem(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int begin = text.indexOf(BEGIN);
    int end = begin < 0 ? -1 : text.indexOf(END, begin);
    if (end < 0) {
      return bytes;
    }
    try {
      return withoutTail(Base64.decode(text.substring(begin + BEGIN.length(), end)));
    } catch (RuntimeException e) {
      throw Faults.damaged();
    }
  }
}

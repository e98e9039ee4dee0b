package dev.signet.engine.mime.write;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import java.nio.charset.StandardCharsets;

/** Boundaries for multiparts (RFC 2046 section 5.1.1). */
final class Boundary {
  private static final String DIGITS = "0123456789abcdef";
  private static final int OCTETS = 16;
  private static final int ATTEMPTS = 8;

  private Boundary() {}

  /**
   * A boundary that occurs nowhere in the content. It begins with characters that neither base64
   * nor quoted-printable can contain.
   *
   * @throws SmimeException {@code NO_RANDOMNESS} when every attempt occurs, which no random source
   *     makes happen
   */
  static String absentFrom(Bulk content, Host host) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      byte[] random = new byte[OCTETS];
      host.random(random);
      StringBuilder boundary = new StringBuilder("=_");
      for (byte octet : random) {
        boundary.append(DIGITS.charAt(octet >> 4 & 15)).append(DIGITS.charAt(octet & 15));
      }
      String text = boundary.toString();
      if (content.indexOf(text.getBytes(StandardCharsets.US_ASCII), 0) < 0) {
        return text;
      }
    }
    throw new SmimeException(ErrorCode.NO_RANDOMNESS, "the random source repeats itself");
  }
}

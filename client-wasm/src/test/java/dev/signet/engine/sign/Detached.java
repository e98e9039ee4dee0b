package dev.signet.engine.sign;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code multipart/signed} taken apart by its text alone.
 *
 * @param content the octets between the first two delimiters
 * @param signature DER
 */
record Detached(byte[] content, byte[] signature) {
  private static final Pattern BOUNDARY = Pattern.compile("micalg=[^;]+; boundary=\"([^\"]+)\"");

  /** Null where it is none. */
  static Detached of(byte[] message) {
    String text = new String(message, StandardCharsets.ISO_8859_1);
    Matcher matcher = BOUNDARY.matcher(text);
    if (!matcher.find()) {
      return null;
    }
    String[] parts = text.split(Pattern.quote("\r\n--" + matcher.group(1)), -1);
    if (parts.length != 4 || !parts[3].equals("--\r\n") || !parts[1].startsWith("\r\n")) {
      throw new AssertionError("no multipart of two parts");
    }
    String encoded = parts[2].substring(parts[2].indexOf("\r\n\r\n") + 4);
    return new Detached(
        parts[1].substring(2).getBytes(StandardCharsets.ISO_8859_1),
        Base64.getMimeDecoder().decode(encoded));
  }
}

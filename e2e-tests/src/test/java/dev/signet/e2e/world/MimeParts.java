package dev.signet.e2e.world;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Just enough of RFC 2046 to take `multipart/signed` apart without the product's own reader. */
public final class MimeParts {
  private static final Pattern BOUNDARY =
      Pattern.compile(
          "(?is)^content-type:\\s*multipart/signed;[^\\n]*?boundary=\"?([^\";\\r\\n]+)",
          Pattern.MULTILINE);

  private MimeParts() {}

  /** The first part, exactly as it stands between its delimiters (RFC 1847 2.1). */
  public static byte[] signedEntity(byte[] message) {
    String text = new String(message, StandardCharsets.ISO_8859_1);
    String unfolded = text.substring(0, text.indexOf("\r\n\r\n") + 2).replaceAll("\r\n[ \t]+", " ");
    Matcher found = BOUNDARY.matcher(unfolded);
    if (!found.find()) {
      throw new AssertionError("not a multipart/signed: " + unfolded);
    }
    String delimiter = "\r\n--" + found.group(1);
    int first = text.indexOf(delimiter);
    int from = text.indexOf("\r\n", first + 2) + 2;
    int to = text.indexOf(delimiter, from - 2);
    return text.substring(from, to).getBytes(StandardCharsets.ISO_8859_1);
  }
}

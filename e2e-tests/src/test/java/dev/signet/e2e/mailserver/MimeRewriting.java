package dev.signet.e2e.mailserver;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What mail servers do that take MIME apart and write it anew. Texts are kept as ISO-8859-1, one
 * character for each octet.
 */
public final class MimeRewriting {
  private static final Pattern BOUNDARY =
      Pattern.compile("(?is)\\r\\nContent-Type:\\s*multipart/[^;]+;.*?boundary=\"?([^\";\\r\\n]+)");
  private static final Pattern ENCODING =
      Pattern.compile("(?i)(\\r\\nContent-Transfer-Encoding:\\s*)([\\w-]+)");

  private MimeRewriting() {}

  /**
   * As Apache James does: quoted-printable becomes 8bit, and base64 gets lines of 76 characters
   * with a line end after the last. A signature over parts that were so before is still good
   * afterwards.
   */
  public static byte[] asJames(byte[] message) {
    return octets(entity(text(message)));
  }

  /**
   * As servers do that add a notice: the first text within begins with it. What has no text gets
   * more octets in its first body, which an encrypted mail does not survive.
   */
  public static byte[] withNotice(byte[] message) {
    String text = text(message);
    int plain = text.indexOf("text/plain");
    int body = text.indexOf("\r\n\r\n", Math.max(plain, 0)) + 4;
    boolean base64 = text.substring(Math.max(plain, 0), body).contains(": base64");
    // Before the text, in its own encoding; three octets make four characters.
    String line = base64 ? "TmV3\r\n" : "This mail was checked.\r\n";
    return octets(text.substring(0, body) + line + text.substring(body));
  }

  private static String entity(String entity) {
    int end = entity.indexOf("\r\n\r\n");
    if (end < 0) {
      return entity;
    }
    String header = "\r\n" + entity.substring(0, end);
    String body = entity.substring(end + 4);
    Matcher boundary = BOUNDARY.matcher(header);
    return boundary.find()
        ? header.substring(2) + "\r\n\r\n" + multipart(body, boundary.group(1))
        : leaf(header, body);
  }

  private static String multipart(String body, String boundary) {
    List<String> parts = new ArrayList<>();
    String[] pieces = ("\r\n" + body).split(Pattern.quote("\r\n--" + boundary), -1);
    for (int i = 1; i < pieces.length && !pieces[i].startsWith("--"); i++) {
      parts.add(entity(pieces[i].substring(pieces[i].indexOf("\r\n") + 2)));
    }
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      text.append("--").append(boundary).append("\r\n").append(part).append("\r\n");
    }
    return text.append("--").append(boundary).append("--\r\n").toString();
  }

  private static String leaf(String header, String body) {
    Matcher encoding = ENCODING.matcher(header);
    String name = encoding.find() ? encoding.group(2).toLowerCase(java.util.Locale.ROOT) : "";
    return switch (name) {
      case "base64" -> {
        byte[] content = Base64.getMimeDecoder().decode(octets(body));
        yield header.substring(2) + "\r\n\r\n" + text(lines(content)) + "\r\n";
      }
      case "quoted-printable" ->
          encoding.replaceFirst("$18bit").substring(2) + "\r\n\r\n" + decoded(body);
      default -> header.substring(2) + "\r\n\r\n" + body;
    };
  }

  private static byte[] lines(byte[] content) {
    return Base64.getMimeEncoder(76, new byte[] {'\r', '\n'}).encode(content);
  }

  private static String decoded(String quoted) {
    String joined = quoted.replaceAll("=[ \\t]*\\r\\n", "");
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    for (int i = 0; i < joined.length(); i++) {
      if (joined.charAt(i) == '=' && i + 2 < joined.length()) {
        octets.write(Integer.parseInt(joined.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        octets.write(joined.charAt(i));
      }
    }
    return text(octets.toByteArray());
  }

  private static String text(byte[] octets) {
    return new String(octets, StandardCharsets.ISO_8859_1);
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}

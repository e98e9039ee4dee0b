package dev.signet.engine.mime;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * A MIME entity (RFC 2045 section 2.4): header fields and a body, as ranges of the bytes that it
 * was read from.
 */
public final class Entity {
  /** Octets of header fields above which a message is refused. */
  static final int MAX_HEADER = 512 * 1024;

  private static final int FIRST_LOOK = 16 * 1024;

  private final Bulk bytes;
  private final Headers headers;
  private final int headerEnd;
  private final int bodyStart;

  private Entity(Bulk bytes, Headers headers, int headerEnd, int bodyStart) {
    this.bytes = bytes;
    this.headers = headers;
    this.headerEnd = headerEnd;
    this.bodyStart = bodyStart;
  }

  /**
   * Reads the header fields. Bytes that do not begin with one are a body without header fields.
   *
   * @throws SmimeException {@code TOO_LARGE} when the header has more than 512 KiB
   */
  public static Entity parse(Bulk bytes) {
    for (int look = FIRST_LOOK; ; look = MAX_HEADER) {
      byte[] head = bytes.read(0, Math.min(bytes.length(), look));
      Entity entity = parse(bytes, head);
      if (entity != null) {
        return entity;
      }
      if (look == MAX_HEADER) {
        throw new SmimeException(
            ErrorCode.TOO_LARGE,
            "the header is larger than 512 KiB",
            Map.of("limit", Integer.toString(MAX_HEADER)));
      }
    }
  }

  /** Null where the header does not end within {@code head}. */
  private static Entity parse(Bulk bytes, byte[] head) {
    if (head.length == 0 || !looksLikeHeader(head)) {
      return new Entity(bytes, Headers.parse(new byte[0]), 0, blankStart(head));
    }
    for (int i = 0; i + 1 < head.length; i++) {
      if (head[i] == '\n') {
        if (head[i + 1] == '\n') {
          return entity(bytes, head, i + 1, i + 2);
        }
        if (head[i + 1] == '\r' && i + 2 < head.length && head[i + 2] == '\n') {
          return entity(bytes, head, i + 1, i + 3);
        }
      }
    }
    return head.length == bytes.length() ? entity(bytes, head, head.length, head.length) : null;
  }

  private static Entity entity(Bulk bytes, byte[] head, int headerEnd, int bodyStart) {
    byte[] block = Arrays.copyOf(head, headerEnd);
    return new Entity(bytes, Headers.parse(block), headerEnd, bodyStart);
  }

  /** An entity may begin with the empty line that ends an empty header. */
  private static int blankStart(byte[] head) {
    if (head.length > 0 && head[0] == '\n') {
      return 1;
    }
    return head.length > 1 && head[0] == '\r' && head[1] == '\n' ? 2 : 0;
  }

  private static boolean looksLikeHeader(byte[] head) {
    for (int i = 0; i < head.length; i++) {
      int c = head[i];
      if (c == ':') {
        return i > 0;
      }
      if (c == ' ' && i == 4 && head[0] == 'F' && head[1] == 'r' && head[2] == 'o') {
        return true;
      }
      if (c < 33 || c > 126) {
        return (c == ' ' || c == '\t') && i > 0 && colonFollows(head, i);
      }
    }
    return false;
  }

  /** White space before the colon is obsolete syntax (RFC 5322 section 4.5). */
  private static boolean colonFollows(byte[] head, int from) {
    int i = from;
    while (i < head.length && (head[i] == ' ' || head[i] == '\t')) {
      i++;
    }
    return i < head.length && head[i] == ':';
  }

  /** The whole entity. */
  public Bulk bytes() {
    return bytes;
  }

  public Headers headers() {
    return headers;
  }

  /** Everything after the empty line. */
  public Bulk body() {
    return bytes.slice(bodyStart, bytes.length());
  }

  /** The header fields as written, each with its line end, without the empty line. */
  public Bulk headerBlock() {
    return bytes.slice(0, headerEnd);
  }

  /**
   * The content type; {@code text/plain} where the field is missing (RFC 2045 section 5.2).
   *
   * @throws SmimeException {@code MALFORMED_MESSAGE} when there are several, since readers differ
   *     in which one they take
   */
  public ContentType contentType() {
    if (headers.all("Content-Type").size() > 1) {
      throw SmimeException.malformed("there are several content types");
    }
    return headers
        .first("Content-Type")
        .map(field -> ContentType.parse(field.value()))
        .orElse(ContentType.TEXT);
  }

  /**
   * Whether a file name by content disposition or content type ends so.
   *
   * @param ending in lower case, with its dot
   */
  public boolean named(String ending) {
    String disposition =
        headers
            .first("Content-Disposition")
            .map(field -> ContentType.parse("x/" + field.value()).parameter("filename"))
            .orElse("");
    return ends(disposition, ending) || ends(contentType().parameter("name"), ending);
  }

  private static boolean ends(String name, String ending) {
    return name.trim().toLowerCase(Locale.ROOT).endsWith(ending);
  }

  /**
   * The transfer encoding in lower case; {@code 7bit} where the field is missing (RFC 2045 section
   * 6.1).
   *
   * @throws SmimeException {@code MALFORMED_MESSAGE} when there are several
   */
  public String transferEncoding() {
    if (headers.all("Content-Transfer-Encoding").size() > 1) {
      throw SmimeException.malformed("there are several transfer encodings");
    }
    return headers
        .first("Content-Transfer-Encoding")
        .map(field -> new FieldScanner(field.value()).until(";").trim().toLowerCase(Locale.ROOT))
        .orElse("7bit");
  }

  /** Whether the body stands as it is. */
  public boolean identityEncoded() {
    String encoding = transferEncoding();
    return encoding.equals("7bit") || encoding.equals("8bit") || encoding.equals("binary");
  }

  /**
   * The body with its transfer encoding taken off (RFC 2045 section 6).
   *
   * @throws SmimeException {@code MALFORMED_MESSAGE}
   */
  public Bulk decodedBody(Host host) {
    if (identityEncoded()) {
      return body();
    }
    return switch (transferEncoding()) {
      case "base64" -> host.decodeBase64(body());
      case "quoted-printable" -> host.hold(QuotedPrintable.decode(body().read()));
      default -> throw SmimeException.malformed("the transfer encoding is unknown");
    };
  }
}

package dev.signet.engine.mime;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A content type (RFC 2045 section 5.1).
 *
 * @param type type and subtype in lower case, such as {@code multipart/signed}
 * @param parameters values by name in lower case, continued and encoded ones (RFC 2231) put
 *     together; the first of equal names counts
 * @param ambiguous names of parameters that stand more than once: readers differ in which they take
 */
public record ContentType(String type, Map<String, String> parameters, Set<String> ambiguous) {
  static final ContentType TEXT = new ContentType("text/plain", Map.of(), Set.of());

  /** Reads what can be read: a type that breaks the syntax is kept as it stands. */
  public static ContentType parse(String value) {
    FieldScanner scanner = new FieldScanner(value);
    String type = scanner.until(";").trim().toLowerCase(Locale.ROOT);
    Parameters parameters = Parameters.read(scanner);
    return new ContentType(type, parameters.values(), parameters.ambiguous());
  }

  /** The parameter's value, or an empty string. */
  public String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  public boolean multipart() {
    return type.startsWith("multipart/");
  }

  /** A message within a message (RFC 2046 section 5.2.1, RFC 6532 section 3.7). */
  public boolean embeddedMessage() {
    return type.equals("message/rfc822") || type.equals("message/global");
  }

  public boolean multipartSigned() {
    return type.equals("multipart/signed");
  }

  /** Whether this type holds a CMS message, by RFC 8551 or by the names from before it. */
  public boolean pkcs7Mime() {
    return pkcs7Mime(type);
  }

  public boolean pkcs7Signature() {
    return pkcs7Signature(type);
  }

  /** Whether the protocol of a {@code multipart/signed} is S/MIME's, under any of its names. */
  public boolean smimeProtocol() {
    String protocol = parameter("protocol").trim().toLowerCase(Locale.ROOT);
    return pkcs7Signature(protocol) || pkcs7Mime(protocol);
  }

  /** Octets without a type: what they are shows in a file's name, if anywhere. */
  public boolean untyped() {
    return type.equals("application/octet-stream")
        || type.equals("application/octet-string")
        || type.equals("application/binary");
  }

  private static boolean pkcs7Mime(String type) {
    return type.equals("application/pkcs7-mime") || type.equals("application/x-pkcs7-mime");
  }

  private static boolean pkcs7Signature(String type) {
    return type.equals("application/pkcs7-signature")
        || type.equals("application/x-pkcs7-signature");
  }
}

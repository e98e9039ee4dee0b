package dev.signet.e2e.interop.peer;

import dev.signet.e2e.world.Mail;
import dev.signet.e2e.world.MimeParts;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Messages around CMS, and CMS out of messages, without the product's own code. */
public final class Message {
  private Message() {}

  /** A message from a party around an entity with its {@code Content-} fields. */
  public static byte[] from(Party sender, byte[] entity) {
    return Mail.message(sender.address(), "somebody@example.org", "matrix", entity);
  }

  /** An {@code application/pkcs7-mime} entity. */
  public static byte[] pkcs7Mime(String type, byte[] cms) {
    return bytes(
        "Content-Type: application/pkcs7-mime; smime-type="
            + type
            + "; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + base64(cms));
  }

  /** A {@code multipart/signed} entity. */
  public static byte[] multipartSigned(byte[] entity, byte[] cms, String digest) {
    return bytes(
        "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; micalg="
            + digest
            + "; boundary=\"matrix\"\r\n\r\n--matrix\r\n"
            + text(entity)
            + "\r\n--matrix\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\n"
            + "Content-Transfer-Encoding: base64\r\n\r\n"
            + base64(cms)
            + "\r\n--matrix--\r\n");
  }

  /** Whether the signature stands apart from its content. */
  public static boolean detached(byte[] message) {
    return text(message).contains("multipart/signed");
  }

  /** The content of a detached signature. */
  public static byte[] content(byte[] message) {
    return MimeParts.signedEntity(message);
  }

  /** The CMS in a message: its body, or the second part of a {@code multipart/signed}. */
  public static byte[] cms(byte[] message) {
    String text = text(message);
    int from =
        detached(message)
            ? text.indexOf(
                "\r\n\r\n", text.lastIndexOf("Content-Type: application/pkcs7-signature"))
            : text.indexOf("\r\n\r\n");
    String body = text.substring(from + 4);
    int delimiter = body.indexOf("\r\n--");
    return Base64.getMimeDecoder().decode(delimiter < 0 ? body : body.substring(0, delimiter));
  }

  private static String base64(byte[] cms) {
    return Base64.getMimeEncoder(64, bytes("\r\n")).encodeToString(cms) + "\r\n";
  }

  private static String text(byte[] message) {
    return new String(message, StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}

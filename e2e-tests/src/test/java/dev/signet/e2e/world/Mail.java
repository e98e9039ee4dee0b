package dev.signet.e2e.world;

import dev.signet.testing.OpenSsl;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Mail as OpenSSL makes it, with the header fields of a message before it and CRLF throughout. */
public final class Mail {
  private Mail() {}

  /** A bare entity of plain text. */
  public static byte[] text(String... lines) {
    return utf8(
        "Content-Type: text/plain; charset=utf-8\r\n\r\n" + String.join("\r\n", lines) + "\r\n");
  }

  /** A message around an entity: From, To, Subject, Date, Message-ID, then the entity's fields. */
  public static byte[] message(Person from, Person to, String subject, byte[] entity) {
    return message(from.mailbox(), to.mailbox(), subject, entity);
  }

  /** The same with mailboxes of any form. */
  public static byte[] message(String from, String to, String subject, byte[] entity) {
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
    String mime =
        new String(entity, 0, Math.min(entity.length, 200), StandardCharsets.US_ASCII)
                .startsWith("MIME-Version")
            ? ""
            : "MIME-Version: 1.0\r\n";
    byte[] header =
        utf8(
            "From: "
                + from
                + "\r\nTo: "
                + to
                + "\r\nSubject: "
                + subject
                + "\r\nDate: "
                + date
                + "\r\nMessage-ID: <"
                + UUID.randomUUID()
                + "@example.org>\r\n"
                + mime);
    return join(header, entity);
  }

  /** `multipart/signed` by `openssl cms -sign`; with `-nodetach` `smime-type=signed-data`. */
  public static byte[] signed(Person signer, byte[] entity, String... options) {
    List<String> command = new ArrayList<>(List.of("cms", "-sign", "-crlfeol", "-md", "sha256"));
    command.addAll(List.of("-signer", signer.identity().certificate().toString()));
    command.addAll(List.of("-inkey", signer.identity().key().toString()));
    command.addAll(List.of(options));
    return crlf(OpenSsl.runWith(entity, folder(signer), command.toArray(new String[0])));
  }

  /** `application/pkcs7-mime; smime-type=enveloped-data` by `openssl cms -encrypt`. */
  public static byte[] encrypted(Person recipient, byte[] entity, String... options) {
    List<String> command = new ArrayList<>(List.of("cms", "-encrypt", "-binary"));
    command.addAll(options.length == 0 ? List.of("-aes256") : List.of(options));
    command.addAll(List.of("-recip", recipient.identity().certificate().toString()));
    return crlf(OpenSsl.runWith(entity, folder(recipient), command.toArray(new String[0])));
  }

  /** First signed, then encrypted. */
  public static byte[] signedAndEncrypted(Person signer, Person recipient, byte[] entity) {
    return encrypted(recipient, signed(signer, entity));
  }

  /** A message around any bytes in place of a CMS. */
  public static byte[] wrapped(Person from, Person to, String type, byte[] cms) {
    String head =
        "Content-Type: application/pkcs7-mime; smime-type="
            + type
            + "; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    byte[] body = Base64.getMimeEncoder(64, new byte[] {'\r', '\n'}).encode(cms);
    return message(from, to, "wrapped", join(utf8(head), body));
  }

  /** Every LF without CR gets one. */
  public static byte[] crlf(byte[] text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length + text.length / 32);
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '\n' && (i == 0 || text[i - 1] != '\r')) {
        out.write('\r');
      }
      out.write(text[i]);
    }
    return out.toByteArray();
  }

  private static Path folder(Person person) {
    return person.identity().certificate().getParent();
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] joined = new byte[first.length + second.length];
    System.arraycopy(first, 0, joined, 0, first.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package dev.signet.e2e.mailserver;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Bodies of sample mail: MIME entities (RFC 2045) with CRLF throughout. */
final class SampleEntity {
  /** An address that leads nowhere: no page may ask for it unless the reader says so. */
  static final String REMOTE_PICTURE = "https://pictures.example.net/banner.png";

  private static final String PICTURE =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

  private static final String DOCUMENT =
      """
      %PDF-1.4
      1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
      2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
      3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>> endobj
      trailer <</Root 1 0 R>>
      %%EOF
      """;

  private SampleEntity() {}

  static byte[] text(String... lines) {
    return crlf(
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
            + String.join("\n", lines)
            + "\n");
  }

  /** Plain text and the same as HTML, with a picture of elsewhere. */
  static byte[] html(String sentence) {
    return crlf(
        """
        Content-Type: multipart/alternative; boundary="=_alternative"

        --=_alternative
        Content-Type: text/plain; charset=utf-8

        %1$s
        --=_alternative
        Content-Type: text/html; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        <html><body style=3D"font-family: sans-serif">
        <h1 style=3D"color: #24527a">The newsletter</h1>
        <p>%1$s</p>
        <p><img src=3D"%2$s" width=3D"320" height=3D"80" alt=3D"The banner"></p>
        <p><a href=3D"https://example.net/offers">Read more</a></p>
        </body></html>
        --=_alternative--
        """
            .formatted(sentence, REMOTE_PICTURE));
  }

  /** Text with a document, a picture and a text whose name is not ASCII. */
  static byte[] withAttachments(String sentence) {
    return crlf(
        """
        Content-Type: multipart/mixed; boundary="=_mixed"

        --=_mixed
        Content-Type: text/plain; charset=utf-8

        %s
        --=_mixed
        Content-Type: application/pdf; name="minutes.pdf"
        Content-Disposition: attachment; filename="minutes.pdf"
        Content-Transfer-Encoding: base64

        %s
        --=_mixed
        Content-Type: image/png; name="dot.png"
        Content-Disposition: attachment; filename="dot.png"
        Content-Transfer-Encoding: base64

        %s
        --=_mixed
        Content-Type: text/plain; charset=utf-8
        Content-Disposition: attachment; filename*=utf-8''%%C3%%9Cbersicht.txt
        Content-Transfer-Encoding: base64

        %s
        --=_mixed--
        """
            .formatted(
                sentence, base64(DOCUMENT), PICTURE, base64("Everything at a glance: grün.\r\n")));
  }

  /** Text, and a whole message below it. */
  static byte[] forwarding(String sentence, byte[] message) {
    return within(
        "Content-Type: text/plain; charset=utf-8\n\n" + sentence,
        "Content-Type: message/rfc822\nContent-Disposition: attachment; filename=\"forwarded.eml\"\n\n",
        message);
  }

  /** An entity with a footer below it, as mailing lists add one. */
  static byte[] withFooter(byte[] entity, String footer) {
    byte[] begin = crlf("Content-Type: multipart/mixed; boundary=\"=_list\"\n\n--=_list\n");
    byte[] end =
        crlf("\n--=_list\nContent-Type: text/plain; charset=utf-8\n\n" + footer + "\n--=_list--\n");
    return join(begin, entity, end);
  }

  private static byte[] within(String first, String fields, byte[] second) {
    byte[] begin =
        crlf(
            "Content-Type: multipart/mixed; boundary=\"=_forward\"\n\n--=_forward\n"
                + first
                + "\n--=_forward\n"
                + fields);
    return join(begin, second, crlf("\n--=_forward--\n"));
  }

  static byte[] join(byte[]... parts) {
    java.io.ByteArrayOutputStream joined = new java.io.ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  static byte[] crlf(String text) {
    return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String base64(String text) {
    return Base64.getMimeEncoder(76, new byte[] {'\n'})
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}

package dev.signet.engine.sign;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;

/**
 * Mail to be signed or encrypted, and the entity that it stands for.
 *
 * @param name what is special about it
 * @param message as it is handed in
 * @param enclosed the entity as CMS is to carry it
 * @param clear the entity as {@code multipart/signed} is to carry it
 */
public record Mail(String name, byte[] message, byte[] enclosed, byte[] clear) {
  private static final String TOP =
      "From: Alice <alice@example.org>\r\nTo: Bob <bob@example.org>\r\nSubject: Hello\r\nDate: "
          + DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC))
          + "\r\n";
  private static final String PLAIN = "Content-Type: text/plain; charset=us-ascii\r\n\r\n";

  @Override
  public String toString() {
    return name;
  }

  /** Octets of a string whose characters are octets. */
  public static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  public static Mail plain() {
    return same("plain text", TOP + PLAIN + "Hello Bob\r\n", PLAIN + "Hello Bob\r\n");
  }

  private static Mail same(String name, String message, String entity) {
    return new Mail(name, octets(message), octets(entity), octets(entity));
  }

  private static Mail recoded(String name, String message, String enclosed, String clear) {
    return new Mail(name, octets(message), octets(enclosed), octets(clear));
  }

  public static Stream<Mail> all() {
    return Stream.of(
        plain(),
        same(
            "LF only",
            (TOP + PLAIN + "one\r\ntwo\r\n").replace("\r\n", "\n"),
            PLAIN + "one\r\ntwo\r\n"),
        same("no final newline", TOP + PLAIN + "one\r\ntwo", PLAIN + "one\r\ntwo"),
        same("empty body", TOP + PLAIN, PLAIN),
        same("header only", TOP, PLAIN),
        same("no content type", TOP + "\r\nHello\r\n", PLAIN + "Hello\r\n"),
        same("bare entity", PLAIN + "Hello\r\n", PLAIN + "Hello\r\n"),
        same("bare entity without fields", "\r\nHello\r\n", PLAIN + "Hello\r\n"),
        same(
            "folded fields in odd places",
            "Content-Type: text/plain;\r\n\tcharset=us-ascii;\r\n  format=flowed\r\n"
                + TOP
                + "Content-Description: a\r\n  long\r\n one\r\nX-Last: 1\r\n\r\nHello\r\n",
            "Content-Type: text/plain;\r\n\tcharset=us-ascii;\r\n  format=flowed\r\n"
                + "Content-Description: a\r\n  long\r\n one\r\n\r\nHello\r\n"),
        same(
            "a thousand fields",
            TOP + "X-Field: value\r\n".repeat(1000) + PLAIN + "x",
            PLAIN + "x"),
        same(
            "lines that look like boundaries",
            TOP + PLAIN + "--=_0123456789abcdef\r\n\r\nx: y\r\n--=_\r\n",
            PLAIN + "--=_0123456789abcdef\r\n\r\nx: y\r\n--=_\r\n"),
        same("multipart with an attachment", TOP + mixed("QUJD\r\n"), mixed("QUJD\r\n")),
        recoded(
            "trailing spaces and From",
            TOP + PLAIN + "space \r\nFrom here\r\n",
            PLAIN + "space \r\nFrom here\r\n",
            quoted("Content-Type: text/plain; charset=us-ascii\r\n")
                + "space=20\r\n=46rom here\r\n"),
        recoded(
            "8-bit without content type",
            TOP + "\r\nIt is r\u00c3\u00bchmlich to greet\r\n",
            "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                + "It is r\u00c3\u00bchmlich to greet\r\n",
            quoted("Content-Type: text/plain; charset=utf-8\r\n")
                + "It is r=C3=BChmlich to greet\r\n"),
        recoded(
            "8-bit in a charset of its own",
            TOP
                + "Content-Transfer-Encoding: 8bit\r\nContent-Type: text/plain; charset=latin1"
                + "\r\n\r\nMany Gr\u00fc\u00dfe to you\r\n",
            "Content-Transfer-Encoding: 8bit\r\nContent-Type: text/plain; charset=latin1"
                + "\r\n\r\nMany Gr\u00fc\u00dfe to you\r\n",
            "Content-Transfer-Encoding: quoted-printable\r\n"
                + "Content-Type: text/plain; charset=latin1\r\n\r\nMany Gr=FC=DFe to you\r\n"),
        recoded(
            "a line of 1500 characters",
            TOP + PLAIN + "x".repeat(1500) + "\r\n",
            PLAIN + "x".repeat(1500) + "\r\n",
            quoted("Content-Type: text/plain; charset=us-ascii\r\n")
                + ("x".repeat(75) + "=\r\n").repeat(19)
                + "x".repeat(75)
                + "\r\n"),
        recoded(
            "mostly 8-bit",
            TOP + "\r\n\u00c3\u00bc\u00c3\u00bc\n",
            "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                + "\u00c3\u00bc\u00c3\u00bc\r\n",
            "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + "w7zDvA0K\r\n"),
        recoded(
            "8-bit in a part",
            TOP + mixed("\u00fc\r\n").replace("base64", "8bit"),
            mixed("\u00fc\r\n").replace("base64", "8bit"),
            mixed("/A0K\r\n").replace("preamble\r\n", "").replace("epilogue\r\n", "")),
        recoded(
            "binary content with line feeds",
            TOP
                + "Content-Type: application/x-test\r\nContent-Transfer-Encoding: binary\r\n\r\n"
                + "a\nb\r\n",
            binary(),
            binary()));
  }

  private static String binary() {
    return "Content-Type: application/x-test\r\n"
        + "Content-Transfer-Encoding: base64\r\n\r\n"
        + "YQpiDQo=\r\n";
  }

  private static String quoted(String contentType) {
    return contentType + "Content-Transfer-Encoding: quoted-printable\r\n\r\n";
  }

  private static String mixed(String attachment) {
    return "Content-Type: multipart/mixed; boundary=\"part\"\r\n\r\npreamble\r\n--part\r\n"
        + "Content-Type: text/plain\r\n\r\nHello\r\n--part\r\n"
        + "Content-Type: application/octet-stream; name=a.bin\r\n"
        + "Content-Transfer-Encoding: base64\r\n\r\n"
        + attachment
        + "\r\n--part--\r\nepilogue\r\n";
  }
}

package dev.signet.cases;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.testing.Identity;
import dev.signet.testing.OpenSsl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Mails as {@code openssl cms} makes them. */
public final class Mail {
  /** An entity whose text is not ASCII, so that a change of octets shows. */
  public static final byte[] ENTITY =
      ("Content-Type: text/plain; charset=utf-8\r\n"
              + "Content-Transfer-Encoding: 8bit\r\n\r\n"
              + "Gr\u00fc\u00dfe aus K\u00f6ln.\r\n\r\n-- \r\nA.\r\n")
          .getBytes(UTF_8);

  private final Path folder = World.get().folder();
  private String from = "Alice <alice@example.org>";
  private String more = "";
  private String date =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC).format(Instant.now());

  private Mail() {}

  /** A mail from Alice, now. */
  public static Mail fromAlice() {
    return new Mail();
  }

  public static Mail from(String from) {
    Mail mail = new Mail();
    mail.from = from;
    return mail;
  }

  public Mail dated(String newDate) {
    date = newDate;
    return this;
  }

  /** More header fields, each ended by CRLF. */
  public Mail with(String fields) {
    more += fields;
    return this;
  }

  /** The entity under this mail's header. */
  public byte[] of(byte[] entity) {
    String header =
        "From: "
            + from
            + "\r\nTo: Bob <bob@example.org>\r\nSubject: A test\r\nDate: "
            + date
            + "\r\n"
            + more
            + "MIME-Version: 1.0\r\n";
    byte[] start = header.getBytes(UTF_8);
    byte[] whole = Arrays.copyOf(start, start.length + entity.length);
    System.arraycopy(entity, 0, whole, start.length, entity.length);
    return whole;
  }

  /** The entity signed; options are those of {@code openssl cms -sign}. */
  public byte[] signedBy(Identity signer, String... options) {
    return of(signed(ENTITY, signer, options));
  }

  /** The entity encrypted; options are those of {@code openssl cms -encrypt}. */
  public byte[] encryptedTo(Identity recipient, String... options) {
    return of(encrypted(ENTITY, recipient, options));
  }

  /** The entity encrypted by what the options alone say: passwords, shared keys. */
  public byte[] encryptedToNobody(String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("cms", "-encrypt", "-binary", "-in", file(ENTITY)));
    if (Arrays.stream(options).noneMatch(Mail::namesCipher)) {
      arguments.add("-aes256");
    }
    arguments.addAll(Arrays.asList(options));
    return of(withoutVersion(OpenSsl.run(folder, arguments.toArray(new String[0]))));
  }

  public byte[] signed(byte[] entity, Identity signer, String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "cms",
                "-sign",
                "-signer",
                signer.certificate().toString(),
                "-inkey",
                signer.key().toString(),
                "-in",
                file(entity)));
    arguments.addAll(Arrays.asList(options));
    return withoutVersion(OpenSsl.run(folder, arguments.toArray(new String[0])));
  }

  public byte[] encrypted(byte[] entity, Identity recipient, String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("cms", "-encrypt", "-binary", "-in", file(entity)));
    if (Arrays.stream(options).noneMatch(Mail::namesCipher)) {
      arguments.add("-aes256");
    }
    boolean own = Arrays.asList(options).contains("-recip");
    arguments.addAll(Arrays.asList(options));
    if (!own) {
      arguments.add(recipient.certificate().toString());
    }
    return withoutVersion(OpenSsl.run(folder, arguments.toArray(new String[0])));
  }

  private static boolean namesCipher(String option) {
    return !option.endsWith("-wrap")
        && Stream.of("-aes", "-des", "-rc2", "-camellia", "-seed", "-cast5")
            .anyMatch(option::startsWith);
  }

  /** OpenSSL puts a MIME-Version of its own first; ours stands already. */
  private static byte[] withoutVersion(byte[] entity) {
    String text = new String(entity, ISO_8859_1);
    return text.replaceFirst("(?i)MIME-Version: 1.0\r?\n", "").getBytes(ISO_8859_1);
  }

  private String file(byte[] content) {
    try {
      Path file = Files.createTempFile(folder, "entity", ".txt");
      Files.write(file, content);
      return file.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The mail with the first occurrence of a text replaced, octet by octet. */
  public static byte[] changed(byte[] mail, String text, String replacement) {
    String whole = new String(mail, ISO_8859_1);
    String old = new String(text.getBytes(UTF_8), ISO_8859_1);
    if (!whole.contains(old)) {
      throw new AssertionError("the mail does not hold " + text);
    }
    int at = whole.indexOf(old);
    String changed =
        whole.substring(0, at)
            + new String(replacement.getBytes(UTF_8), ISO_8859_1)
            + whole.substring(at + old.length());
    return changed.getBytes(ISO_8859_1);
  }
}

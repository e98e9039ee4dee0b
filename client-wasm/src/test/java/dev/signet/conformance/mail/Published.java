package dev.signet.conformance.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.signet.testing.Vectors;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** A folder of published files. */
record Published(String folder) {
  byte[] read(String name) {
    try {
      return Files.readAllBytes(path(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** DER, out of PEM where the file is that. */
  byte[] der(String name) {
    byte[] bytes = read(name);
    String text = new String(bytes, ISO_8859_1);
    int begin = text.indexOf("-----BEGIN");
    if (begin < 0) {
      return bytes;
    }
    int from = text.indexOf('\n', begin);
    return Base64.getMimeDecoder().decode(text.substring(from, text.indexOf("-----END", from)));
  }

  String text(String name) {
    return new String(read(name), ISO_8859_1);
  }

  private Path path(String name) {
    return Vectors.folder(folder).resolve(name);
  }

  /** The names of the files directly in it that end so, sorted. */
  List<String> names(String ending) {
    try (Stream<Path> files = Files.list(Vectors.folder(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A message around a CMS ContentInfo, which knows itself what it is. */
  static byte[] message(byte[] cms) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        ("MIME-Version: 1.0\r\n"
                + "Content-Type: application/pkcs7-mime; name=smime.p7m\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n")
            .getBytes(US_ASCII));
    out.writeBytes(Base64.getMimeEncoder().encode(cms));
    out.writeBytes("\r\n".getBytes(US_ASCII));
    return out.toByteArray();
  }

  /** The text with every line end as CRLF. */
  static byte[] canonical(byte[] text) {
    return new String(text, ISO_8859_1)
        .replace("\r\n", "\n")
        .replace("\n", "\r\n")
        .getBytes(ISO_8859_1);
  }
}

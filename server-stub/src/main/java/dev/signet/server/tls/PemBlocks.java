package dev.signet.server.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The blocks of a PEM file (RFC 7468), and those of the older form with fields before the text. */
final class PemBlocks {
  private static final long MOST_BYTES = 1024 * 1024;
  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN ([A-Z0-9 ]+)-----([^-]*+(?:-(?!----END )[^-]*+)*+)-----END \\1-----");

  private PemBlocks() {}

  /**
   * One block.
   *
   * @param label such as {@code CERTIFICATE}
   * @param text what stands between the lines
   */
  record Block(String label, String text) {
    /** Whether it is encrypted, in one form or the other (RFC 5958; RFC 1421, 4.6.1.1). */
    boolean isEncrypted() {
      return label.equals("ENCRYPTED PRIVATE KEY") || text.contains("ENCRYPTED");
    }

    /** What it encodes; {@link IllegalArgumentException} where it is not Base64. */
    byte[] der() {
      return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
    }
  }

  static List<Block> read(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException("it is larger than " + MOST_BYTES + " bytes");
    }
    List<Block> blocks = new ArrayList<>();
    Matcher found = BLOCK.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
    while (found.find()) {
      blocks.add(new Block(found.group(1), found.group(2)));
    }
    return blocks;
  }
}

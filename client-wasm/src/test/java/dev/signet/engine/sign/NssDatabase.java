package dev.signet.engine.sign;

import dev.signet.testing.CommandLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** NSS with a database of its own: {@code certutil}, {@code pk12util}, {@code cmsutil}. */
public final class NssDatabase {
  private final Path folder;
  private final String name;

  /** A new database below the folder. */
  public NssDatabase(Path folder) {
    this.folder = folder;
    try {
      name = "sql:" + Files.createTempDirectory(folder, "nss");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    run("certutil", "-N", "-d", name, "--empty-password");
  }

  /** Trusts an authority, for mail too. */
  public void trust(Path pem) {
    run("certutil", "-A", "-d", name, "-n", "root", "-t", "CT,CT,CT", "-a", "-i", pem.toString());
  }

  /** Takes a key and its certificates in. */
  public void importKey(byte[] p12, String passphrase) {
    run("pk12util", "-d", name, "-K", "", "-W", passphrase, "-i", file(p12));
  }

  /** What NSS says of the layers of a CMS message. */
  public String describe(byte[] cms, byte[] detachedContent) {
    return new String(decode(cms, detachedContent, "-h", "1"), StandardCharsets.ISO_8859_1);
  }

  /**
   * The content of a CMS message.
   *
   * @param detachedContent null where the message carries it
   */
  public byte[] content(byte[] cms, byte[] detachedContent) {
    return decode(cms, detachedContent);
  }

  private byte[] decode(byte[] cms, byte[] detachedContent, String... options) {
    List<String> command = new ArrayList<>(List.of("cmsutil", "-D", "-d", name, "-i", file(cms)));
    if (detachedContent != null) {
      command.addAll(List.of("-c", file(detachedContent)));
    }
    command.addAll(List.of(options));
    return CommandLine.run(folder, new byte[0], command);
  }

  private String file(byte[] content) {
    try {
      return Files.write(Files.createTempFile(folder, "nss", ".bin"), content).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(String... command) {
    CommandLine.run(folder, new byte[0], List.of(command));
  }
}

package dev.signet.engine.sign;

import dev.signet.testing.CommandLine;
import dev.signet.testing.GnuPgP12;
import dev.signet.testing.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@code gpgsm} with a home folder of its own; closing it ends its agent. */
public final class GnuPg implements AutoCloseable {
  private final Path home;

  public GnuPg() {
    try {
      // Not below a test's own folder: the agent's socket allows only short paths.
      home = Files.createTempDirectory("gpg");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Trusts an authority.
   *
   * @param sha1 fingerprint in hexadecimal
   */
  public void trust(byte[] der, String sha1) {
    run(der, "--import");
    try {
      Files.writeString(home.resolve("trustlist.txt"), sha1 + " S relax\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes a key in; it knows the old protection of .p12 files only. */
  public void importKey(Identity identity, String passphrase) {
    String[] old = {
      "-legacy", "-macalg", "sha1", "-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES"
    };
    List<String> refusals = new ArrayList<>();
    boolean taken =
        GnuPgP12.imported(
            () -> identity.p12(passphrase, old),
            p12 -> {
              CommandLine.Outcome outcome =
                  tryRun(octets(passphrase), "--passphrase-fd", "0", "--import", file(p12));
              refusals.add(outcome.errors());
              return outcome.status() == 0;
            });
    if (!taken) {
      throw new AssertionError(refusals.toString());
    }
  }

  private String file(byte[] p12) {
    try {
      return Files.write(home.resolve("key.p12"), p12).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a detached signature is good. */
  public boolean verifies(Path signature, Path content) {
    return tryRun(new byte[0], "--verify", signature.toString(), content.toString()).status() == 0;
  }

  /** The content of an encrypted CMS message. */
  public byte[] decrypt(Path cms, String passphrase) {
    return run(octets(passphrase), "--passphrase-fd", "0", "--decrypt", cms.toString());
  }

  private byte[] run(byte[] input, String... arguments) {
    CommandLine.Outcome outcome = tryRun(input, arguments);
    if (outcome.status() != 0) {
      throw new AssertionError(outcome.errors());
    }
    return outcome.output();
  }

  private CommandLine.Outcome tryRun(byte[] input, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "gpgsm",
                "--homedir",
                home.toString(),
                "--batch",
                "--pinentry-mode",
                "loopback",
                "--disable-crl-checks"));
    command.addAll(List.of(arguments));
    return CommandLine.tryRun(home, input, command);
  }

  private static byte[] octets(String passphrase) {
    return (passphrase + "\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    List<String> command = List.of("gpgconf", "--homedir", home.toString(), "--kill", "all");
    CommandLine.run(home, new byte[0], command);
    try (var files = Files.walk(home)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.signet.engine.pkcs12;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.testing.CommandLine;
import dev.signet.testing.Leaf;
import dev.signet.testing.OpenSsl;
import dev.signet.testing.TestCa;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which program gets the key out of what the engine writes, as {@code docs/pkcs12-readers.md} says.
 * Written anew by {@code ./test --docs}.
 */
class ReadersTest {
  private static final String FILE = "pkcs12-readers.md";
  private static final String PASSPHRASE = "secret";

  private static final String INTRODUCTION =
      """
      # Which reader opens what is written

      A test (`ReadersTest`) writes this table: each program is given both forms of a file and has to
      get the key out of it. What a program says when it does not is quoted.

      Both forms have PBES2 with AES-256-CBC and PBKDF2-HMAC-SHA-256, 600,000 rounds, for the key, and
      leave the certificates readable. They differ in the integrity check: PBMAC1 (RFC 9879) with
      the same derivation, which is the default; and with `compatible` the check of PKCS#12 itself,
      with SHA-256 and 600,000 rounds, which is what the WebApp stores, since people download it for
      other programs.

      """;

  private static final String OTHERS =
      """

      Programs that no test here runs, by what their makers say that they have:

      | reader | compatible | PBMAC1 |
      |---|---|---|
      | OpenSSL 3.4 and later | opens | opens |
      | Java 26 and later | opens | opens |
      | Windows 10 since 1709, Windows 11, Server 2019 and later | opens: PBES2 and a MAC with SHA-256 | not known to |
      | Windows before that | needs 3DES or RC2 and a MAC with SHA-1, which is not written | cannot |
      """;

  @TempDir static Path folder;

  @Test
  @DisplayName("the table in docs says what each reader does")
  void table() throws Exception {
    byte[] old =
        TestCa.root(folder, "Root").issue("alice", Leaf.rsa("a@example.org")).p12(PASSPHRASE);
    byte[] compatible = Pkcs12.reprotect(old, PASSPHRASE, PASSPHRASE, true);
    byte[] best = Pkcs12.reprotect(old, PASSPHRASE, PASSPHRASE);
    StringBuilder table = new StringBuilder(INTRODUCTION);
    table.append("| reader | compatible | PBMAC1 |\n|---|---|---|\n");
    String version = new String(OpenSsl.run(folder, "version"), UTF_8);
    String openssl = version.substring(0, version.indexOf('.', version.indexOf('.') + 1));
    for (Reader reader :
        List.of(
            new Reader(openssl, ReadersTest::openSsl),
            new Reader("NSS `pk12util`", ReadersTest::nss),
            new Reader("Java " + System.getProperty("java.specification.version"), this::java),
            new Reader("Bouncy Castle's provider for Java", this::bouncyCastle),
            new Reader("GnuPG `gpgsm`", ReadersTest::gpgsm))) {
      table.append("| ").append(reader.name);
      table.append(" | ").append(reader.opening.outcome(compatible, "compatible"));
      table.append(" | ").append(reader.opening.outcome(best, "pbmac1")).append(" |\n");
    }
    table.append(OTHERS);
    Path committed = Path.of(System.getProperty("signet.root", "..")).resolve("docs").resolve(FILE);
    if (!System.getProperty("signet.docs", "").isEmpty()) {
      Files.writeString(committed, table);
    }
    assertEquals(Files.readString(committed), table.toString());
  }

  private record Reader(String name, Opening opening) {}

  private interface Opening {
    String outcome(byte[] p12, String name) throws Exception;
  }

  private static String openSsl(byte[] p12, String name) throws Exception {
    Files.write(folder.resolve("in.p12"), p12);
    CommandLine.Outcome outcome =
        OpenSsl.tryRun(
            folder, "pkcs12", "-in", "in.p12", "-nodes", "-passin", "pass:" + PASSPHRASE);
    return outcome.text().contains("BEGIN PRIVATE KEY")
        ? "opens"
        : "cannot: \u201c" + outcome.errors().lines().findFirst().orElse("") + "\u201d";
  }

  private static String nss(byte[] p12, String name) throws Exception {
    Files.write(folder.resolve("in.p12"), p12);
    String database = "sql:" + name;
    Files.createDirectory(folder.resolve(name));
    tool("certutil", "-N", "--empty-password", "-d", database);
    CommandLine.Outcome outcome =
        tool("pk12util", "-i", "in.p12", "-W", PASSPHRASE, "-d", database);
    boolean held =
        tool("certutil", "-K", "-d", database).text().lines().anyMatch(l -> l.startsWith("<"));
    String said = outcome.errors().lines().findFirst().orElse("");
    if (!held) {
      return "cannot: \u201c" + said + "\u201d";
    }
    return said.isEmpty() ? "opens" : "opens, unchecked: \u201c" + said + "\u201d";
  }

  private static CommandLine.Outcome tool(String... command) {
    return CommandLine.tryRun(folder, new byte[0], List.of(command));
  }

  private String java(byte[] p12, String name) throws Exception {
    return keyStore(KeyStore.getInstance("PKCS12"), p12);
  }

  private String bouncyCastle(byte[] p12, String name) throws Exception {
    return keyStore(KeyStore.getInstance("PKCS12", new BouncyCastleProvider()), p12);
  }

  private static String keyStore(KeyStore store, byte[] p12) {
    try {
      store.load(new ByteArrayInputStream(p12), PASSPHRASE.toCharArray());
      for (String alias : Collections.list(store.aliases())) {
        Key key = store.getKey(alias, PASSPHRASE.toCharArray());
        if (key != null && key.getEncoded() != null) {
          return "opens";
        }
      }
      return "cannot: no key is found";
    } catch (Exception e) {
      return "cannot: \u201c" + e.getMessage() + "\u201d";
    }
  }

  private static String gpgsm(byte[] p12, String name) throws Exception {
    // Not below the test's own folder: the agent's socket allows only short paths.
    Path home = Files.createTempDirectory("gpg");
    Path file = Files.write(folder.resolve("in.p12"), p12);
    CommandLine.Outcome outcome =
        CommandLine.tryRun(
            home,
            (PASSPHRASE + "\n").getBytes(UTF_8),
            List.of(
                "gpgsm",
                "--homedir",
                home.toString(),
                "--batch",
                "--pinentry-mode",
                "loopback",
                "--passphrase-fd",
                "0",
                "--import",
                file.toString()));
    CommandLine.tryRun(
        home, new byte[0], List.of("gpgconf", "--homedir", home.toString(), "--kill", "all"));
    if (outcome.errors().contains("secret keys imported: 1")) {
      return "opens";
    }
    return outcome
        .errors()
        .lines()
        .filter(line -> line.contains("error parsing"))
        .findFirst()
        .map(line -> "cannot: \u201c" + line + "\u201d")
        .orElse("cannot");
  }
}

package dev.signet.engine.pkcs12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.Pkcs12Acceptance;
import dev.signet.engine.SmimeException;
import dev.signet.engine.key.PrivateKey;
import dev.signet.testing.Vectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Published files, and more of them than whether they open: that is what {@link
 * dev.signet.conformance} asks.
 */
class PublishedFilesTest {
  private static byte[] rfc9216(String person) throws IOException {
    return Files.readAllBytes(Vectors.folder("rfc9216").resolve(person + ".p12"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"alice", "bob"})
  @DisplayName("RFC 9216, RSA: two keys, each with its certificate and issuer")
  void twoKeys(String person) throws IOException {
    List<Pkcs12Key> keys = Pkcs12.open(rfc9216(person), person);
    assertEquals(2, keys.size());
    for (Pkcs12Key key : keys) {
      assertEquals(2, key.chain().size());
      assertEquals(key.certificate().issuer(), key.chain().get(1).subject());
    }
    assertEquals(2, Pkcs12.open(Pkcs12.reprotect(rfc9216(person), person, "x"), "x").size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"carlos", "dana"})
  @DisplayName("RFC 9216, X25519 and Ed25519: two keys, each with its certificate and issuer")
  void curve25519(String person) throws IOException {
    Pkcs12.refused(ErrorCode.WRONG_PASSPHRASE, rfc9216(person), "another");
    List<Pkcs12Key> keys = Pkcs12.open(rfc9216(person), person);
    Set<PrivateKey.Kind> kinds = EnumSet.noneOf(PrivateKey.Kind.class);
    for (Pkcs12Key key : keys) {
      kinds.add(key.privateKey().kind());
      assertEquals(2, key.chain().size());
    }
    assertEquals(EnumSet.of(PrivateKey.Kind.ED25519, PrivateKey.Kind.X25519), kinds);
    assertEquals(2, keys.size());
    byte[] fresh = Pkcs12.reprotect(rfc9216(person), person, "x");
    assertEquals(2, Pkcs12.open(fresh, "x").size());
    assertEquals(3, Pkcs12.inspect(fresh).certificates().size());
    assertEquals(2, Pkcs12.inspect(fresh).encryption().size());
  }

  @Test
  @DisplayName("keyfile-corpus, no MAC: another passphrase is a wrong one even so")
  void wrongPassphraseWithoutMac() throws IOException {
    byte[] p12 = Files.readAllBytes(Vectors.folder("pkcs12-keyfile").resolve("125.p12"));
    Pkcs12Acceptance insecure = Pkcs12.INSECURE;
    SmimeException error =
        assertThrows(SmimeException.class, () -> Pkcs12.open(p12, "another", insecure));
    assertEquals(ErrorCode.WRONG_PASSPHRASE, error.code());
  }

  @Test
  @DisplayName("pyca: friendly names of all kinds, no key, no certificate, no passphrase")
  void pyca() throws IOException {
    Path folder = Vectors.folder("pyca").resolve("pkcs12");
    int seen = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".p12")).toList()) {
        assertEquals(expected(name(file)), outcome(file), name(file));
        seen++;
      }
    }
    assertEquals(31, seen);
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static String expected(String name) {
    if (name.contains("no-key") || name.startsWith("no-cert-n") || name.startsWith("java")) {
      return "no-private-key";
    }
    return name.startsWith("no-cert-key") ? "no-certificate" : "1";
  }

  private static String passphrase(String name) {
    if (name.endsWith("no-pwd.p12") || name.equals("no-password.p12") || name.startsWith("java")) {
      return "";
    }
    return name.contains("key-") || name.contains("-key") ? "cryptography" : "password";
  }

  private static String outcome(Path file) throws IOException {
    Pkcs12Acceptance clearKeys = new Pkcs12Acceptance(true, false);
    try {
      return "" + Pkcs12.open(Files.readAllBytes(file), passphrase(name(file)), clearKeys).size();
    } catch (SmimeException e) {
      return e.code().text();
    }
  }
}

package dev.signet.engine.pkcs12;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.report.Pkcs12Info;
import dev.signet.testing.CommandLine;
import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import dev.signet.testing.OpenSsl;
import dev.signet.testing.TestCa;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.bc.BcPKCS12PBMac1CalculatorBuilderProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files from other programs open here; files that were written here open there. */
class PeersTest {
  @TempDir static Path folder;
  private static TestCa authority;
  private static Identity alice;
  private static Identity carol;

  @BeforeAll
  static void makeIdentities() {
    authority = TestCa.root(folder, "Root").authority("Issuing");
    alice = authority.issue("alice", Leaf.rsa("alice@example.org"));
    carol = authority.issue("carol", Leaf.ec("carol@example.org").withKey("P-384"));
  }

  private static void nss(String... command) {
    CommandLine.run(folder, new byte[0], List.of(command));
  }

  private static String nssDatabase(String name) throws Exception {
    Files.createDirectory(folder.resolve(name));
    nss("certutil", "-N", "--empty-password", "-d", "sql:" + name);
    return "sql:" + name;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-c AES-256-CBC -C AES-128-CBC", "-C none", "-M SHA-512"})
  @DisplayName("NSS pk12util writes")
  void fromNss(String options) throws Exception {
    String database = nssDatabase("from" + options.hashCode());
    Files.write(folder.resolve("in.p12"), alice.p12("in"));
    nss("pk12util", "-i", "in.p12", "-W", "in", "-d", database);
    ArrayList<String> command =
        new ArrayList<>(
            List.of(
                "pk12util",
                "-o",
                "nss.p12",
                "-n",
                "alice",
                "-W",
                "\u0141\u00f3d\u017a",
                "-d",
                database));
    if (!options.isEmpty()) {
      Collections.addAll(command, options.split(" ", -1));
    }
    Files.deleteIfExists(folder.resolve("nss.p12"));
    nss(command.toArray(new String[0]));
    byte[] p12 = Files.readAllBytes(folder.resolve("nss.p12"));
    Pkcs12Key key = Pkcs12.open(p12, "\u0141\u00f3d\u017a").get(0);
    assertArrayEquals(alice.certificateDer(), key.certificate().der());
    assertArrayEquals(alice.pkcs8(), key.privateKey().pkcs8());
    assertEquals(3, key.chain().size());
  }

  @Test
  @DisplayName("Java's key store writes, with two keys and their chains")
  void fromJava() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("one", javaKey(alice, "RSA"), "secret".toCharArray(), javaChain(alice));
    store.setKeyEntry("two", javaKey(carol, "EC"), "secret".toCharArray(), javaChain(carol));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store.store(out, "secret".toCharArray());
    List<Pkcs12Key> keys = Pkcs12.open(out.toByteArray(), "secret");
    assertEquals(2, keys.size());
    for (Pkcs12Key key : keys) {
      boolean rsa = key.privateKey().kind() == PrivateKey.Kind.RSA;
      assertArrayEquals((rsa ? alice : carol).certificateDer(), key.certificate().der());
      assertEquals(3, key.chain().size());
      assertArrayEquals(authority.certificateDer(), key.chain().get(1).der());
    }
    readBy(Pkcs12.reprotect(out.toByteArray(), "secret", "fresh one", true), "fresh one", 2);
  }

  private static java.security.PrivateKey javaKey(Identity person, String algorithm)
      throws Exception {
    return KeyFactory.getInstance(algorithm)
        .generatePrivate(new PKCS8EncodedKeySpec(person.pkcs8()));
  }

  private static Certificate[] javaChain(Identity person) throws Exception {
    String pem = Files.readString(person.certificate()) + Files.readString(authority.chain());
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(pem.getBytes(UTF_8)))
        .toArray(new Certificate[0]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-descert", "-certpbe AES-128-CBC", "-certpbe NONE"})
  @DisplayName("what was protected anew opens in OpenSSL, NSS, Java and here")
  void protectedAnew(String options) throws Exception {
    ArrayList<String> words = new ArrayList<>(List.of(options.split(" ", -1)));
    words.add("-legacy");
    byte[] old = alice.p12("old", words.toArray(new String[0]));
    byte[] fresh = Pkcs12.reprotect(old, "old", "fresh one", true);
    assertEquals(new Pkcs12Info.Mac("HMAC-SHA-256", 600_000), Pkcs12.inspect(fresh).mac());
    good(fresh);
    readBy(fresh, "fresh one", 1);

    byte[] best = Pkcs12.reprotect(old, "old", "fresh one");
    assertEquals(
        new Pkcs12Info.Mac("PBMAC1 with HMAC-SHA-256", 600_000), Pkcs12.inspect(best).mac());
    good(best);
    assertTrue(
        new PKCS12PfxPdu(best)
            .isMacValid(new BcPKCS12PBMac1CalculatorBuilderProvider(), "fresh one".toCharArray()));
  }

  private static void good(byte[] fresh) {
    Pkcs12Info info = Pkcs12.inspect(fresh);
    assertEquals(List.of(), info.weaknesses());
    assertTrue(info.everyKeyEncrypted());
    assertEquals(
        List.of(
            new Pkcs12Info.Protection("AES-256-CBC", "PBKDF2 with HMAC-SHA-256", 600_000, "key")),
        info.encryption());
    assertEquals(3, info.certificates().size());

    Pkcs12Key key = Pkcs12.open(fresh, "fresh one").get(0);
    assertArrayEquals(alice.pkcs8(), key.privateKey().pkcs8());
    assertArrayEquals(alice.certificateDer(), key.certificate().der());
    assertEquals(3, key.chain().size());
  }

  /** OpenSSL, NSS and Java open the file; Java finds as many keys, each with its chain. */
  private static void readBy(byte[] p12, String passphrase, int keys) throws Exception {
    Files.write(folder.resolve("fresh.p12"), p12);
    String text =
        new String(
            OpenSsl.run(
                folder, "pkcs12", "-in", "fresh.p12", "-passin", "pass:" + passphrase, "-nodes"),
            UTF_8);
    assertEquals(keys, text.split("BEGIN PRIVATE KEY", -1).length - 1);
    assertTrue(text.contains("friendlyName: "), text);

    String database =
        nssDatabase("to" + Files.getLastModifiedTime(folder.resolve("fresh.p12")).toMillis());
    nss("pk12util", "-i", "fresh.p12", "-W", passphrase, "-d", database);
    String held =
        new String(
            CommandLine.run(folder, new byte[0], List.of("certutil", "-K", "-d", database)), UTF_8);
    assertEquals(keys, held.lines().filter(line -> line.startsWith("<")).count(), held);

    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(p12), passphrase.toCharArray());
    int found = 0;
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias)) {
        assertTrue(store.getKey(alias, passphrase.toCharArray()).getEncoded().length > 0);
        assertEquals(3, store.getCertificateChain(alias).length);
        found++;
      }
    }
    assertEquals(keys, found);
  }
}

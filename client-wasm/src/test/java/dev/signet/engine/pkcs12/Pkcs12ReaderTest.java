package dev.signet.engine.pkcs12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.Pkcs12Acceptance;
import dev.signet.engine.bc.BouncyCastleAnswers;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.port.Answer;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Step;
import dev.signet.engine.report.Pkcs12Info;
import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import dev.signet.testing.TestCa;
import dev.signet.testing.Texts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked when, and which certificate is a key's own. */
class Pkcs12ReaderTest {
  @TempDir static Path folder;
  private static Identity alice;
  private static Identity bob;

  @BeforeAll
  static void makeIdentities() {
    TestCa ca = TestCa.root(folder, "Root");
    alice = ca.issue("alice", Leaf.ec("alice@example.org"));
    bob = ca.issue("bob", Leaf.ec("bob@example.org"));
  }

  @Test
  @DisplayName("all keys are derived at the same time, and nothing is decrypted before the MAC")
  void order() {
    HeapHost host = new HeapHost();
    Step<List<Pkcs12Key>> first =
        new Pkcs12Reader(host)
            .open(host.hold(alice.p12("secret")), "secret", Pkcs12Acceptance.NONE);
    assertEquals(3, first.asks().size());
    assertTrue(first.asks().get(0) instanceof Ask.Pkcs12Kdf);
    assertTrue(first.asks().get(1) instanceof Ask.Pbkdf2);
    assertTrue(first.asks().get(2) instanceof Ask.Pbkdf2);
    Step<List<Pkcs12Key>> second =
        first.resume(
            first.asks().stream()
                .map(ask -> new BouncyCastleAnswers(host).tryAnswer(ask))
                .toList());
    assertEquals(1, second.asks().size());
    assertTrue(second.asks().get(0) instanceof Ask.Hmac);
    Step<List<Pkcs12Key>> wrong = second.resume(List.of(Answer.of(new byte[32])));
    assertFalse(wrong.waiting());
  }

  @Test
  @DisplayName("a certificate that is only said to be the key's own is not taken")
  void anotherCertificate() throws Exception {
    byte[] p12 = javaStore(alice, bob);
    Pkcs12.refused(ErrorCode.NO_CERTIFICATE, p12, "secret");
  }

  private static byte[] javaStore(Identity key, Identity certificate) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    Certificate first =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(certificate.certificateDer()));
    store.setKeyEntry(
        "one",
        KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key.pkcs8())),
        "secret".toCharArray(),
        new Certificate[] {first});
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store.store(out, "secret".toCharArray());
    return out.toByteArray();
  }

  @Test
  @DisplayName("a key under a passphrase of its own is damage, not a wrong passphrase")
  void twoPassphrases() throws Exception {
    byte[] p12 = javaStore(alice, alice);
    assertEquals(1, Pkcs12.open(p12, "secret").size());
    Pkcs12.refused(ErrorCode.WRONG_PASSPHRASE, p12, "own");
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(p12), "secret".toCharArray());
    store.setKeyEntry(
        "one",
        store.getKey("one", "secret".toCharArray()),
        "own".toCharArray(),
        store.getCertificateChain("one"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store.store(out, "secret".toCharArray());
    Pkcs12.refused(ErrorCode.DAMAGED_PKCS12, out.toByteArray(), "secret");
    Pkcs12.refused(ErrorCode.WRONG_PASSPHRASE, out.toByteArray(), "own");
  }

  /** Each with what it speaks of; there is a sentence for each. */
  private static List<String> weaknesses(byte[] p12) {
    return Pkcs12.inspect(p12).weaknesses().stream()
        .peek(each -> assertFalse(Texts.ENGLISH.of(each.key()).isEmpty()))
        .map(each -> each.key() + (each.detail() == null ? "" : " " + each.detail()))
        .toList();
  }

  @Test
  @DisplayName("inspection names every scheme and every weakness")
  void inspection() {
    assertEquals(
        List.of(
            "weakness.old-cipher.certificates RC2-40-CBC",
            "weakness.rounds.certificates 2048",
            "weakness.old-cipher.key 3DES-CBC",
            "weakness.rounds.key 2048",
            "weakness.old-mac SHA-1",
            "weakness.rounds.mac 2048"),
        weaknesses(alice.p12("secret", "-legacy")));
    assertEquals(
        List.of("weakness.clear-key", "weakness.no-mac"),
        weaknesses(alice.p12("x", "-keypbe", "NONE", "-certpbe", "NONE", "-nomac")));
    assertEquals(
        List.of(), weaknesses(alice.p12("secret", "-iter", "600000", "-macalg", "sha512")));
    assertEquals(
        "Protection[algorithm=AES-192-CBC, kdf=PBKDF2 with HMAC-SHA-256, iterations=7, scope=key]",
        Pkcs12.inspect(alice.p12("x", "-keypbe", "AES-192-CBC", "-certpbe", "NONE", "-iter", "7"))
            .encryption()
            .get(0)
            .toString());
    byte[] rc4 = alice.p12("x", "-certpbe", "PBE-SHA1-RC4-128", "-legacy");
    assertEquals(
        new Pkcs12Info.Protection("RC4-128", "PKCS#12 KDF with SHA-1", 2048, "certificates"),
        Pkcs12.inspect(rc4).encryption().get(0));
    String hex = Hex.toHexString(rc4);
    assertEquals(
        new Pkcs12Info.Protection("1.2.840.113549.1.12.1.99", "unknown", 0, "certificates"),
        Pkcs12.inspect(Hex.decode(hex.replace("2a864886f70d010c0101", "2a864886f70d010c0163")))
            .encryption()
            .get(0));
  }
}

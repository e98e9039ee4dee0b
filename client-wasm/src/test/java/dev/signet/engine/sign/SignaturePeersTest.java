package dev.signet.engine.sign;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.bc.BouncyCastleAnswers;
import dev.signet.engine.heap.HeapHost;
import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import dev.signet.testing.OpenSsl;
import dev.signet.testing.TestCa;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the engine signs, read by NSS and GnuPG. */
class SignaturePeersTest {
  private static final HeapHost HOST = new HeapHost();
  private static final BouncyCastleAnswers ANSWERS = new BouncyCastleAnswers(HOST);

  @TempDir static Path folder;
  private static TestCa root;
  private static NssDatabase nss;
  private static Identity alice;

  @BeforeAll
  static void issue() {
    root = TestCa.root(folder, "root");
    alice = root.issue("alice", Leaf.rsa("alice@example.org"));
    nss = new NssDatabase(folder);
    nss.trust(root.certificate());
  }

  private static byte[] sign(Mail mail, Identity identity, boolean opaque, DigestAlgorithm digest) {
    long now = System.currentTimeMillis();
    return ANSWERS
        .run(
            new MessageSigner(HOST)
                .sign(HOST.hold(mail.message()), Unlocked.of(identity), opaque, digest, now))
        .read();
  }

  static Stream<Mail> mails() {
    return Mail.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mails")
  void nssVerifiesEveryMail(Mail mail) {
    Detached signed = Detached.of(sign(mail, alice, false, DigestAlgorithm.SHA256));
    assertArrayEquals(mail.clear(), signed.content());
    assertGood(nss.describe(signed.signature(), signed.content()));
    byte[] opaque = cms(sign(mail, alice, true, DigestAlgorithm.SHA256));
    assertGood(nss.describe(opaque, null));
    assertArrayEquals(mail.enclosed(), nss.content(opaque, null));
  }

  private static void assertGood(String description) {
    assertTrue(description.contains("signer0.status=GoodSignature;"), description);
  }

  private static byte[] cms(byte[] opaque) {
    String text = new String(opaque, StandardCharsets.ISO_8859_1);
    return Base64.getMimeDecoder().decode(text.substring(text.indexOf("\r\n\r\n") + 4));
  }

  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource({
    "RSA:2048, SHA384",
    "RSA:3072, SHA512",
    "P-256, SHA256",
    "P-384, SHA384",
    "P-384, SHA512"
  })
  void nssAndGnuPgVerifyEveryAlgorithm(String key, DigestAlgorithm digest) throws IOException {
    Leaf leaf = key.startsWith("RSA") ? Leaf.rsa("a@example.org") : Leaf.ec("a@example.org");
    Identity identity = root.issue("signer", leaf.withKey(key));
    Detached signed = Detached.of(sign(Mail.plain(), identity, false, digest));
    assertGood(nss.describe(signed.signature(), signed.content()));
    byte[] other = Mail.octets("another content\r\n");
    assertFalse(nss.describe(signed.signature(), other).contains("GoodSignature"));
    Path signature = Files.write(folder.resolve("signature.der"), signed.signature());
    Path content = Files.write(folder.resolve("content.bin"), signed.content());
    Path changed = Files.write(folder.resolve("changed.bin"), other);
    try (GnuPg gnupg = new GnuPg()) {
      gnupg.trust(root.certificateDer(), fingerprint(root.certificate()));
      assertTrue(gnupg.verifies(signature, content));
      assertFalse(gnupg.verifies(signature, changed));
    }
  }

  private static String fingerprint(Path certificate) {
    byte[] line =
        OpenSsl.run(
            folder, "x509", "-noout", "-fingerprint", "-sha1", "-in", certificate.toString());
    String text = new String(line, StandardCharsets.US_ASCII);
    return text.substring(text.indexOf('=') + 1).trim();
  }
}

package dev.signet.engine.encrypt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.Policy;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.bc.BouncyCastleAnswers;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Step;
import dev.signet.engine.sign.Mail;
import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import dev.signet.testing.OpenSsl;
import dev.signet.testing.TestCa;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** To whom nothing is encrypted, and why. */
class RecipientRefusalTest {
  private static final HeapHost HOST = new HeapHost();
  private static final BouncyCastleAnswers ANSWERS = new BouncyCastleAnswers(HOST);
  private static final long NOW = System.currentTimeMillis();
  private static final long YEAR = 366L * 24 * 3600 * 1000;

  @TempDir static Path folder;
  private static TestCa root;
  private static Identity bob;

  @BeforeAll
  static void issue() {
    root = TestCa.root(folder, "root");
    bob = root.issue("bob", Leaf.rsa("bob@example.org"));
  }

  private static Step<Bulk> encrypt(Policy policy, long at, Identity... recipients) {
    List<MailCertificate> certificates =
        List.of(recipients).stream()
            .map(each -> MailCertificate.of(each.certificateDer()))
            .toList();
    return Encrypting.to(
        HOST,
        HOST.hold(Mail.plain().message()),
        certificates,
        ContentCipher.AES_256_CBC,
        policy,
        at);
  }

  private static void assertRefused(String reason, Identity unusable, long at) {
    assertRefused(reason, unusable, Policy.DEFAULT, at);
  }

  private static void assertRefused(String reason, Identity unusable, Policy policy, long at) {
    Step<Bulk> step = encrypt(policy, at, bob, unusable);
    assertTrue(
        step.asks().stream().allMatch(ask -> ask instanceof Ask.Digest), "nothing is encrypted");
    SmimeException refusal = assertThrows(SmimeException.class, () -> ANSWERS.run(step));
    assertEquals(ErrorCode.RECIPIENT_UNUSABLE, refusal.code());
    assertEquals(reason, refusal.details().get("reason"));
    assertEquals("x@example.org", refusal.details().get("address"));
    assertEquals(fingerprint(unusable), refusal.details().get("fingerprint"));
  }

  private static String fingerprint(Identity identity) {
    byte[] line =
        OpenSsl.run(
            folder,
            "x509",
            "-noout",
            "-fingerprint",
            "-sha256",
            "-in",
            identity.certificate().toString());
    String text = new String(line, StandardCharsets.US_ASCII);
    return text.substring(text.indexOf('=') + 1).trim().replace(":", "").toLowerCase(Locale.ROOT);
  }

  @Test
  void whoCannotBeEncryptedToIsNamedWithTheReason() {
    Leaf leaf = Leaf.rsa("x@example.org", "second@example.org");
    assertRefused("expired", root.issue("x1", leaf.expired()), NOW);
    assertRefused("key-usage", root.issue("x2", leaf.withKeyUsage("digitalSignature")), NOW);
    assertRefused("extended-key-usage", root.issue("x3", leaf.withPurpose("serverAuth")), NOW);
    assertRefused("weak-key", root.issue("x4", leaf.withKey("RSA:1024")), NOW);
    Leaf signing = leaf.withKey("ED25519").withKeyUsage(null);
    assertRefused("key-algorithm", root.issue("x5", signing), NOW);
    Leaf ec = leaf.withKey("P-256");
    assertRefused("key-usage", root.issue("x6", ec.withKeyUsage("keyEncipherment")), NOW);
    assertRefused(
        "key-parameters", root.issue("x9", Leaf.ec("x@example.org").withKey("secp256k1")), NOW);
  }

  @Test
  void validityIsJudgedAtTheGivenInstant() {
    Identity unusable = root.issue("x7", Leaf.rsa("x@example.org"));
    Step<Bulk> early = encrypt(Policy.DEFAULT, NOW - YEAR, unusable);
    Step<Bulk> late = encrypt(Policy.DEFAULT, NOW + YEAR, unusable);
    assertEquals("not-yet-valid", reason(early));
    assertEquals("expired", reason(late));
  }

  private static String reason(Step<Bulk> step) {
    SmimeException refusal = assertThrows(SmimeException.class, () -> ANSWERS.run(step));
    assertEquals(ErrorCode.RECIPIENT_UNUSABLE, refusal.code());
    return refusal.details().get("reason");
  }

  @Test
  void thePolicySaysWhatIsTooShort() {
    Policy strict = new Policy("auto", Policy.DEFAULT.digest(), true, 3072);
    assertEquals("weak-key", reason(encrypt(strict, NOW, bob)));
    Policy lax = new Policy("auto", Policy.DEFAULT.digest(), true, 1024);
    Identity weak = root.issue("x8", Leaf.rsa("x@example.org").withKey("RSA:1024"));
    assertTrue(ANSWERS.run(encrypt(lax, NOW, weak)).length() > 0);
  }

  @Test
  void nobodyIsNotARecipient() {
    assertEquals("no-recipients", reason(encrypt(Policy.DEFAULT, NOW)));
  }

  @Test
  void ciphersThatAreNotOfferedAreNamed() {
    List<MailCertificate> to = List.of(MailCertificate.of(bob.certificateDer()));
    Bulk message = HOST.hold(Mail.plain().message());
    for (ContentCipher cipher :
        List.of(
            ContentCipher.DES_EDE3_CBC,
            ContentCipher.AES_256_CCM,
            ContentCipher.CHACHA20_POLY1305,
            ContentCipher.CAMELLIA_256_CBC)) {
      assertUnsupported(
          cipher.oid(),
          () -> ANSWERS.run(Encrypting.to(HOST, message, to, cipher, Policy.DEFAULT, NOW)));
    }
    Recipients usable =
        ANSWERS.run(Recipients.of(HOST, to, Encrypting.judging(Policy.DEFAULT, NOW)));
    assertEquals(
        ErrorCode.UNSUPPORTED_ALGORITHM,
        assertThrows(SmimeException.class, () -> ContentCiphers.named("rot13", usable)).code());
  }

  private static void assertUnsupported(String oid, Executable call) {
    SmimeException refusal = assertThrows(SmimeException.class, call);
    assertEquals(ErrorCode.UNSUPPORTED_ALGORITHM, refusal.code());
    assertEquals(oid, refusal.details().get("oid"));
  }
}

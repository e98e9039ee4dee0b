package dev.signet.engine.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.bc.BouncyCastleAnswers;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.key.UnlockedKey;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Step;
import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import dev.signet.testing.TestCa;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not signed, and why. */
class SigningRefusalTest {
  private static final HeapHost HOST = new HeapHost();
  private static final BouncyCastleAnswers ANSWERS = new BouncyCastleAnswers(HOST);
  private static final long NOW = System.currentTimeMillis();

  @TempDir static Path folder;
  private static TestCa root;
  private static UnlockedKey alice;

  @BeforeAll
  static void issue() {
    root = TestCa.root(folder, "root");
    alice = Unlocked.of(root.issue("alice", Leaf.rsa("alice@example.org")));
  }

  static Stream<Arguments> badInput() {
    return Stream.of(
        Arguments.of("nothing", "", ErrorCode.MALFORMED_MESSAGE),
        Arguments.of("text without header", "Hello\r\n\r\nBob\r\n", ErrorCode.MALFORMED_MESSAGE),
        Arguments.of(
            "no empty line after the header",
            "Subject: x\r\nHello Bob\r\n",
            ErrorCode.MALFORMED_MESSAGE),
        Arguments.of("an end within the header", "Subject: x", ErrorCode.MALFORMED_MESSAGE),
        Arguments.of(
            "two content types",
            "Content-Type: text/plain\r\nContent-Type: text/html\r\n\r\nx",
            ErrorCode.MALFORMED_MESSAGE),
        Arguments.of(
            "two transfer encodings",
            "Content-Transfer-Encoding: 8bit\r\nContent-Transfer-Encoding: base64\r\n\r\n\u00fc",
            ErrorCode.MALFORMED_MESSAGE),
        Arguments.of(
            "an unknown transfer encoding with 8-bit content",
            "Content-Transfer-Encoding: x-mine\r\n\r\n\u00fc",
            ErrorCode.MALFORMED_MESSAGE),
        Arguments.of(
            "8-bit in a field that is signed",
            "Content-Description: \u00fc\r\n\r\nx",
            ErrorCode.MALFORMED_MESSAGE),
        Arguments.of(
            "8-bit in a part that is signed already",
            "Content-Type: multipart/signed; boundary=b\r\n\r\n--b\r\n\r\n\u00fc\r\n--b--\r\n",
            ErrorCode.MALFORMED_MESSAGE),
        Arguments.of(
            "a multipart without parts",
            "Content-Type: multipart/mixed; boundary=b\r\n\r\n\u00fc\r\n",
            ErrorCode.MALFORMED_MESSAGE),
        Arguments.of(
            "a header of a megabyte",
            "Subject: x\r\n" + " y\r\n".repeat(300_000) + "\r\nHello",
            ErrorCode.TOO_LARGE),
        Arguments.of(
            "forty embedded messages",
            "Content-Type: message/rfc822\r\n\r\n".repeat(40) + "\r\n\u00fc",
            ErrorCode.TOO_LARGE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badInput")
  void badInputIsATypedError(String name, String message, ErrorCode code) {
    assertEquals(code, refusal(Mail.octets(message), alice, DigestAlgorithm.SHA256, NOW).code());
  }

  private static SmimeException refusal(
      byte[] message, UnlockedKey key, DigestAlgorithm digest, long at) {
    Step<Bulk> step = new MessageSigner(HOST).sign(HOST.hold(message), key, false, digest, at);
    return assertThrows(SmimeException.class, () -> ANSWERS.run(step));
  }

  @Test
  void hashesThatAreNotSignedWithAreNamed() {
    for (DigestAlgorithm digest :
        List.of(DigestAlgorithm.MD5, DigestAlgorithm.SHA1, DigestAlgorithm.SHA224)) {
      SmimeException refusal = refusal(Mail.plain().message(), alice, digest, NOW);
      assertEquals(ErrorCode.UNSUPPORTED_ALGORITHM, refusal.code());
      assertEquals(digest.oid(), refusal.details().get("oid"));
    }
  }

  @Test
  void keysThatMayNotSignAreRefusedWithTheReason() {
    Leaf leaf = Leaf.rsa("a@example.org");
    long year = 366L * 24 * 3600 * 1000;
    assertUnusable("expired", root.issue("x1", leaf.expired()), NOW);
    assertUnusable("expired", root.issue("x2", leaf), NOW + year);
    assertUnusable("not-yet-valid", root.issue("x3", leaf), NOW - year);
    assertUnusable("key-usage", root.issue("x4", leaf.withKeyUsage("keyEncipherment")), NOW);
    assertUnusable("extended-key-usage", root.issue("x5", leaf.withPurpose("serverAuth")), NOW);
    UnlockedKey locked =
        new UnlockedKey("id", alice.privateKey(), alice.certificate(), alice.chain(), false, true);
    SmimeException refusal = refusal(Mail.plain().message(), locked, DigestAlgorithm.SHA256, NOW);
    assertEquals("cannot-sign", refusal.details().get("reason"));
  }

  private static void assertUnusable(String reason, Identity identity, long at) {
    UnlockedKey key = Unlocked.of(identity);
    SmimeException refusal = refusal(Mail.plain().message(), key, DigestAlgorithm.SHA256, at);
    assertEquals(ErrorCode.KEY_UNUSABLE, refusal.code());
    assertEquals(reason, refusal.details().get("reason"));
    assertEquals(key.certificate().serialNumber(), refusal.details().get("serialNumber"));
  }
}

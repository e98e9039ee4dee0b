package dev.signet.engine.encrypt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.engine.EncryptOptions;
import dev.signet.engine.EngineSettings;
import dev.signet.engine.Judging;
import dev.signet.engine.OpenOptions;
import dev.signet.engine.Pkcs12Acceptance;
import dev.signet.engine.Policy;
import dev.signet.engine.SignOptions;
import dev.signet.engine.SmimeEngine;
import dev.signet.engine.bc.BouncyCastleAnswers;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.report.Layer;
import dev.signet.engine.report.OpenedMessage;
import dev.signet.engine.report.StatusCode;
import dev.signet.engine.sign.Mail;
import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import dev.signet.testing.TestCa;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the engine makes, it reads as well. */
class OwnReaderTest {
  private static final HeapHost HOST = new HeapHost();
  private static final BouncyCastleAnswers ANSWERS = new BouncyCastleAnswers(HOST);

  /** A little ahead: the anchor begins to be valid when it is made. */
  private static final long NOW = System.currentTimeMillis() + 60_000;

  private static final OpenOptions OPEN = new OpenOptions(Judging.at(NOW));

  @TempDir static Path folder;
  private static SmimeEngine engine;
  private static String key;
  private static EncryptOptions toAlice;

  @BeforeAll
  static void unlock() {
    TestCa root = TestCa.root(folder, "root");
    Identity alice = root.issue("alice", Leaf.rsa("alice@example.org"));
    List<Bulk> anchors = List.of(HOST.hold(root.certificateDer()));
    engine = new SmimeEngine(HOST, new EngineSettings(anchors, true, Policy.DEFAULT));
    Bulk p12 = HOST.hold(alice.p12("secret"));
    key = ANSWERS.run(engine.unlock(p12, "secret", Pkcs12Acceptance.NONE)).get(0).id();
    toAlice = new EncryptOptions(List.of(HOST.hold(alice.certificateDer())), null, NOW);
  }

  static Stream<Mail> mails() {
    return Mail.all();
  }

  private static OpenedMessage open(Mail mail, Bulk made) {
    OpenedMessage opened = ANSWERS.run(engine.open(made, OPEN));
    if (opened.signers() != null
        && new String(mail.message(), StandardCharsets.ISO_8859_1).contains("From: Alice")) {
      assertEquals(StatusCode.VERIFIED_REVOCATION_OFF, opened.status().code());
    }
    return opened;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mails")
  void everyMailComesBackToTheByte(Mail mail) {
    Bulk message = HOST.hold(mail.message());
    SignOptions clear = new SignOptions(key, false, null, NOW);
    SignOptions opaque = new SignOptions(key, true, null, NOW);

    OpenedMessage detached = open(mail, ANSWERS.run(engine.sign(message, clear)));
    assertEquals(List.of(Layer.SIGNED_DETACHED), detached.layers());
    assertArrayEquals(mail.clear(), detached.content().read());

    OpenedMessage enclosed = open(mail, ANSWERS.run(engine.sign(message, opaque)));
    assertEquals(List.of(Layer.SIGNED_OPAQUE), enclosed.layers());
    assertArrayEquals(mail.enclosed(), enclosed.content().read());

    OpenedMessage encrypted = open(mail, ANSWERS.run(engine.encrypt(message, toAlice)));
    assertEquals(List.of(Layer.ENVELOPED), encrypted.layers());
    assertArrayEquals(mail.enclosed(), encrypted.content().read());

    OpenedMessage both = open(mail, ANSWERS.run(engine.signAndEncrypt(message, clear, toAlice)));
    assertEquals(List.of(Layer.ENVELOPED, Layer.SIGNED_DETACHED), both.layers());
    assertArrayEquals(mail.clear(), both.content().read());
  }
}

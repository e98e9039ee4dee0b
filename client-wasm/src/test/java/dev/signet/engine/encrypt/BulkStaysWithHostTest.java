package dev.signet.engine.encrypt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.Policy;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.bc.BouncyCastleAnswers;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import dev.signet.engine.sign.MessageSigner;
import dev.signet.engine.sign.Unlocked;
import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import dev.signet.testing.OpenSsl;
import dev.signet.testing.TestCa;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A large mail is signed and encrypted without a copy of it in Java's heap. */
class BulkStaysWithHostTest {
  private static final int LARGEST_PIECE = 256 * 1024;
  private static final HeapHost HELD = new HeapHost();

  @TempDir static Path folder;

  /** A range that gives small pieces only. */
  private record Range(Bulk held) implements Bulk {
    @Override
    public int length() {
      return held.length();
    }

    @Override
    public Bulk slice(int from, int to) {
      return new Range(held.slice(from, to));
    }

    @Override
    public byte[] read(int from, int to) {
      assertTrue(to - from <= LARGEST_PIECE, "a piece of " + (to - from) + " octets was copied");
      return held.read(from, to);
    }

    @Override
    public int indexOf(byte[] pattern, int from) {
      return held.indexOf(pattern, from);
    }
  }

  /**
   * A host that takes small arrays only.
   *
   * @param largest octets
   */
  private record Guard(int largest) implements Host {
    private static Bulk held(Bulk range) {
      return ((Range) range).held;
    }

    @Override
    public Bulk hold(byte[] bytes) {
      assertTrue(bytes.length <= largest, bytes.length + " octets came from Java's heap");
      return new Range(HELD.hold(bytes));
    }

    @Override
    public Bulk concat(List<Bulk> parts) {
      return new Range(HELD.concat(parts.stream().map(Guard::held).toList()));
    }

    @Override
    public Bulk decodeBase64(Bulk text) {
      return new Range(HELD.decodeBase64(held(text)));
    }

    @Override
    public Bulk encodeBase64(Bulk bytes) {
      return new Range(HELD.encodeBase64(held(bytes)));
    }

    @Override
    public Bulk canonicalLineEnds(Bulk text) {
      return new Range(HELD.canonicalLineEnds(held(text)));
    }

    @Override
    public void random(byte[] target) {
      HELD.random(target);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"AES_256_CBC", "AES_256_GCM"})
  void signedAndEncryptedTenMegabytesAreReadByOpenSsl(ContentCipher cipher) throws IOException {
    TestCa root = TestCa.root(folder, "root");
    Identity alice = root.issue("alice", Leaf.rsa("alice@example.org"));
    String header = "Content-Type: text/plain\nContent-Transfer-Encoding: 7bit\n\n";
    byte[] message =
        (header + "a line of a large mail\n".repeat(450_000)).getBytes(StandardCharsets.US_ASCII);
    byte[] entity =
        new String(message, StandardCharsets.US_ASCII)
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    Guard guard = new Guard(LARGEST_PIECE);
    // What a driver hands out it may hold in one piece; what the engine makes, it may not.
    BouncyCastleAnswers answers = new BouncyCastleAnswers(new Guard(Integer.MAX_VALUE));
    long now = System.currentTimeMillis();
    List<MailCertificate> to = List.of(MailCertificate.of(alice.certificateDer()));
    Bulk result =
        answers.run(
            new MessageSigner(guard)
                .sign(
                    new Range(HELD.hold(message)),
                    Unlocked.of(alice),
                    false,
                    DigestAlgorithm.SHA256,
                    now)
                .then(signed -> Encrypting.to(guard, signed, to, cipher, Policy.DEFAULT, now)));
    Files.write(folder.resolve("large.eml"), ((Range) result).held().read());
    OpenSsl.run(
        folder,
        "cms",
        "-decrypt",
        "-binary",
        "-in",
        "large.eml",
        "-out",
        "signed.eml",
        "-recip",
        "alice.pem",
        "-inkey",
        "alice.key");
    byte[] read = OpenSsl.run(folder, "cms", "-verify", "-in", "signed.eml", "-CAfile", "root.pem");
    assertArrayEquals(entity, read);
  }
}

package dev.signet.e2e.mailserver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.world.Project;
import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import dev.signet.testing.OpenSsl;
import dev.signet.testing.TestCa;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("A JMAP server that rewrites what it imports")
@Order(8)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RewritingJmapTest {
  private static final String ALICE = "alice@example.org";
  private static final String TEXT = "Content-Type: text/plain; charset=utf-8\r\n";

  private final Path folder = Project.scratch("rewriting");
  private final TestCa authority = TestCa.root(folder, "rewriting");
  private final Identity signer = authority.issue("signer", Leaf.ec(ALICE));
  private MailServer server;
  private RewritingJmap rewriting;
  private JmapClient alice;

  @BeforeAll
  void start() {
    server = MailServer.of(Cyrus.inNewFolder()).account(ALICE, "alice's password").start();
    rewriting = RewritingJmap.before(server.cyrus().httpPort());
    URI session = URI.create("http://127.0.0.1:" + rewriting.port() + "/jmap/");
    alice = new JmapClient(session, ALICE, server.password(ALICE));
  }

  @AfterAll
  void stop() {
    rewriting.close();
    server.close();
  }

  private byte[] signed(String subject, String entity) {
    byte[] message =
        OpenSsl.runWith(
            entity.getBytes(UTF_8),
            folder,
            "cms",
            "-sign",
            "-crlfeol",
            "-signer",
            signer.certificate().toString(),
            "-inkey",
            signer.key().toString());
    String text = new String(message, UTF_8).replaceAll("\r?\n", "\r\n");
    return ("From: " + ALICE + "\r\nSubject: " + subject + "\r\n" + text).getBytes(UTF_8);
  }

  private boolean verifies(byte[] message) throws IOException {
    Path file = Files.write(folder.resolve("message.eml"), message);
    return OpenSsl.tryRun(
                folder,
                "cms",
                "-verify",
                "-in",
                file.toString(),
                "-CAfile",
                authority.certificate().toString())
            .status()
        == 0;
  }

  private byte[] stored(String subject, byte[] message) {
    alice.store("drafts", message);
    return alice.message("drafts", subject);
  }

  @Test
  @DisplayName("breaks a signature over quoted-printable, and keeps what was uploaded")
  void quotedPrintable() throws IOException {
    String part = TEXT + "Content-Transfer-Encoding: quoted-printable\r\n\r\ngr=C3=BCn=\r\n er\r\n";
    byte[] message = signed("quoted", part);
    assertTrue(verifies(message));
    byte[] stored = stored("quoted", message);
    assertTrue(new String(stored, UTF_8).contains("grün er"));
    assertEquals(false, verifies(stored));
    assertArrayEquals(message, alice.download(alice.upload("message/rfc822", message)));
  }

  @Test
  @DisplayName("breaks a signature over base64 in lines of another length")
  void oddBase64() throws IOException {
    String part = TEXT + "Content-Transfer-Encoding: base64\r\n\r\nSGVs\r\nbG8s\r\n";
    byte[] message = signed("odd", part);
    assertTrue(verifies(message));
    assertEquals(false, verifies(stored("odd", message)));
  }

  @Test
  @DisplayName("keeps a signature over base64 in lines of 76 with a line end after the last")
  void canonical() throws IOException {
    String line = "SGVsbG8s".repeat(9) + "SGVs";
    String part =
        TEXT + "Content-Transfer-Encoding: base64\r\n\r\n" + line + "\r\n" + line + "\r\nbG8s\r\n";
    byte[] stored = stored("canonical", signed("canonical", part));
    assertTrue(verifies(stored), () -> new String(stored, ISO_8859_1));
  }

  @Test
  @DisplayName("breaks whatever is signed by a notice")
  void notice() throws IOException {
    rewriting.by(MimeRewriting::withNotice);
    try {
      String part = TEXT + "Content-Transfer-Encoding: base64\r\n\r\nSGVsbG8s\r\n";
      byte[] message = signed("notice", part);
      byte[] stored = stored("notice", message);
      assertNotEquals(message.length, stored.length);
      assertEquals(false, verifies(stored));
    } finally {
      rewriting.by(MimeRewriting::asJames);
    }
  }
}

package dev.signet.server.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.signet.server.fixture.CertificateFiles;
import dev.signet.server.reload.Reloaded;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustAnchorsReloadTest {
  @TempDir Path made;
  @TempDir Path folder;

  @BeforeEach
  void make() throws Exception {
    CertificateFiles.make(made, "one");
    CertificateFiles.make(made, "two");
    Files.copy(made.resolve("one.pem"), folder.resolve("one.pem"));
  }

  @Test
  void followFilesThatComeAndGo() throws Exception {
    Reloaded<byte[]> anchors = TrustAnchors.reloaded(List.of(folder));
    byte[] first = anchors.get();
    look(anchors);
    assertSame(first, anchors.get());
    Files.copy(made.resolve("two.pem"), folder.resolve("two.pem"));
    look(anchors);
    assertEquals(2, count(anchors));
    Files.delete(folder.resolve("one.pem"));
    look(anchors);
    assertEquals(1, count(anchors));
    assertNotEquals(text(first), text(anchors.get()));
  }

  @Test
  void followARename() throws Exception {
    Path file = folder.resolve("one.pem");
    Reloaded<byte[]> anchors = TrustAnchors.reloaded(List.of(file));
    byte[] first = anchors.get();
    Files.copy(made.resolve("two.pem"), folder.resolve("next"));
    Files.move(folder.resolve("next"), file, StandardCopyOption.ATOMIC_MOVE);
    look(anchors);
    assertNotEquals(text(first), text(anchors.get()));
  }

  @Test
  void keepWhatWasThereWhenTheNewCannotBeUsed() throws Exception {
    Path file = folder.resolve("one.pem");
    Reloaded<byte[]> anchors = TrustAnchors.reloaded(List.of(file));
    byte[] first = anchors.get();
    Files.writeString(file, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    look(anchors);
    assertSame(first, anchors.get());
    Files.delete(file);
    look(anchors);
    assertSame(first, anchors.get());
    Files.copy(made.resolve("two.pem"), file);
    look(anchors);
    assertNotEquals(text(first), text(anchors.get()));
  }

  /** Files are read when two looks find them alike. */
  private static void look(Reloaded<?> files) {
    files.look();
    files.look();
  }

  private static int count(Reloaded<byte[]> anchors) {
    return text(anchors.get()).split("-----BEGIN", -1).length - 1;
  }

  private static String text(byte[] pem) {
    return new String(pem, StandardCharsets.US_ASCII);
  }
}

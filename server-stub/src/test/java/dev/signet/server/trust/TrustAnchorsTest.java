package dev.signet.server.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.server.fixture.Tool;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustAnchorsTest {
  @TempDir Path folder;

  @BeforeEach
  void makeAnchors() {
    for (String name : List.of("one", "two")) {
      Tool.run(
          folder,
          "openssl",
          "req",
          "-x509",
          "-newkey",
          "ec",
          "-pkeyopt",
          "ec_paramgen_curve:P-256",
          "-nodes",
          "-days",
          "9",
          "-subj",
          "/CN=" + name,
          "-keyout",
          name + ".key",
          "-out",
          name + ".pem");
    }
  }

  @Test
  void readsFilesAndFoldersEachCertificateOnce() throws Exception {
    Path bundle = folder.resolve("bundle.crt");
    String one = Files.readString(folder.resolve("one.pem"));
    Files.writeString(bundle, "# M\u00fcller CA\n" + one + one.replace("\n", "\r\n"));
    assertEquals(1, count(TrustAnchors.read(List.of(bundle))));
    assertEquals(2, count(TrustAnchors.read(List.of(bundle, folder))));
  }

  @Test
  void readsTheSystemsBundleByDefault() throws Exception {
    byte[] anchors = TrustAnchors.read(List.of());
    assertTrue(Files.exists(Path.of("/etc/ssl/certs")) ? count(anchors) > 50 : anchors.length == 0);
  }

  @Test
  void namesWhatItCannotRead() throws Exception {
    Path damaged = folder.resolve("damaged.pem");
    Files.writeString(damaged, Files.readString(folder.resolve("one.pem")).replace("MII", "MIJ"));
    for (Path wrong : List.of(folder.resolve("no.pem"), folder.resolve("one.key"), damaged)) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> TrustAnchors.read(List.of(wrong)));
      assertTrue(e.getMessage().contains(wrong.toString()), e.getMessage());
    }
  }

  private static int count(byte[] pem) throws Exception {
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(pem))
        .size();
  }
}

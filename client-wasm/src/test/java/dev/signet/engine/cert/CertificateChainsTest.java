package dev.signet.engine.cert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.testing.Leaf;
import dev.signet.testing.OpenSsl;
import dev.signet.testing.TestCa;
import dev.signet.testing.Vectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chains by name and key identifier. */
class CertificateChainsTest {
  @TempDir Path folder;

  private static MailCertificate of(byte[] der) {
    return MailCertificate.of(der);
  }

  @Test
  @DisplayName("are in the issuers' order, whatever order the certificates came in")
  void ordered() {
    TestCa root = TestCa.root(folder, "Root");
    TestCa issuing = root.authority("Issuing");
    MailCertificate leaf = of(issuing.issue("a", Leaf.ec("a@example.org")).certificateDer());
    MailCertificate middle = of(issuing.certificateDer());
    MailCertificate top = of(root.certificateDer());
    MailCertificate stranger = of(root.issue("b", Leaf.ec("b@example.org")).certificateDer());
    List<MailCertificate> all = new ArrayList<>(List.of(top, stranger, leaf, middle));
    for (int i = 0; i < all.size(); i++) {
      Collections.rotate(all, 1);
      assertEquals(List.of(leaf, middle, top), CertificateChains.upwards(leaf, all));
    }
    assertEquals(List.of(leaf), CertificateChains.upwards(leaf, List.of(leaf, top)));
    assertEquals(List.of(top), CertificateChains.upwards(top, all));
  }

  @Test
  @DisplayName("take, of two issuers with one name, the one with the right key")
  void sameName() throws IOException {
    Files.createDirectory(folder.resolve("one"));
    Files.createDirectory(folder.resolve("two"));
    TestCa one = TestCa.root(folder.resolve("one"), "Root");
    TestCa two = TestCa.root(folder.resolve("two"), "Root");
    MailCertificate leaf = of(two.issue("a", Leaf.ec("a@example.org")).certificateDer());
    MailCertificate right = of(two.certificateDer());
    assertEquals(
        List.of(leaf, right),
        CertificateChains.upwards(leaf, List.of(of(one.certificateDer()), right, leaf)));
  }

  @Test
  @DisplayName("end where authorities certify each other")
  void cross() {
    Path vectors = Vectors.folder("rfc9216");
    List<MailCertificate> all = new ArrayList<>();
    for (String name :
        List.of("alice.sign", "ca.rsa.cross", "ca.25519.cross", "ca.25519", "ca.rsa")) {
      all.add(
          of(
              OpenSsl.run(
                  folder,
                  "x509",
                  "-in",
                  vectors.resolve(name + ".crt.pem").toString(),
                  "-outform",
                  "DER")));
    }
    MailCertificate alice = all.get(0);
    List<MailCertificate> loop = CertificateChains.upwards(alice, all.subList(0, 3));
    assertEquals(all.subList(0, 3), loop);
  }
}

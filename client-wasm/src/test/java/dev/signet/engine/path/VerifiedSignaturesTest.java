package dev.signet.engine.path;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.cert.VerificationKey;
import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import dev.signet.testing.OpenSsl;
import dev.signet.testing.TestCa;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What was verified before")
class VerifiedSignaturesTest {
  @TempDir Path folder;

  @Test
  @DisplayName("is known of this certificate and this key alone, and the oldest is forgotten")
  void known() {
    TestCa ca = TestCa.root(folder, "Root");
    Identity alice = ca.issue("alice", Leaf.ec("alice@example.org"));
    Identity bob = ca.issue("bob", Leaf.ec("bob@example.org"));
    MailCertificate one = MailCertificate.of(alice.certificateDer());
    MailCertificate two = MailCertificate.of(bob.certificateDer());
    VerificationKey root = VerificationKey.of(MailCertificate.of(ca.certificateDer()));
    VerificationKey other = VerificationKey.of(two);
    VerifiedSignatures verified = new VerifiedSignatures();
    verified.add(root, one);
    assertTrue(verified.right(root, one));
    assertFalse(verified.right(root, two));
    assertFalse(verified.right(other, one));
    List<MailCertificate> many = new ArrayList<>();
    byte[] der = alice.certificateDer();
    for (int i = 0; i < 256; i++) {
      byte[] changed = der.clone();
      changed[changed.length - 1] = (byte) i;
      many.add(MailCertificate.of(changed));
    }
    many.forEach(each -> verified.add(other, each));
    assertFalse(verified.right(root, one));
    assertTrue(verified.right(other, many.get(255)));
  }

  @Test
  @DisplayName("is not kept of certificates that somebody has made large")
  void large() {
    byte[] der =
        OpenSsl.run(
            folder,
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
            "-keyout",
            "large.key",
            "-subj",
            "/CN=Large",
            "-addext",
            "nsComment=" + "large ".repeat(2000),
            "-outform",
            "DER");
    MailCertificate large = MailCertificate.of(der);
    VerifiedSignatures verified = new VerifiedSignatures();
    verified.add(VerificationKey.of(large), large);
    assertFalse(verified.right(VerificationKey.of(large), large));
  }
}

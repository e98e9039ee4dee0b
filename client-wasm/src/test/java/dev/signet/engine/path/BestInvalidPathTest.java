package dev.signet.engine.path;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.report.Problem;
import dev.signet.engine.report.ProblemCode;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of paths that are not valid")
class BestInvalidPathTest {
  private final Authority root = Authority.named("CN=Root");
  private final Authority middle = Authority.named("CN=Middle");
  private final MailCertificate anchor = root.self();

  private List<String> problems(MailCertificate leaf, MailCertificate... heap) {
    return new Searching(leaf, List.of(heap), List.of(anchor)).problems();
  }

  @Test
  @DisplayName("a wrong signature is the reason where the issuer is who was named")
  void badSignature() {
    Authority impostor = Authority.named("CN=Root");
    MailCertificate forged =
        impostor.certify(Authority.named("CN=Leaf")).leaf().naming(root.identifier()).make();
    assertEquals(List.of("BAD_SIGNATURE@0"), problems(forged));
    MailCertificate silent = impostor.withoutIdentifier().leaf();
    assertEquals(List.of("BAD_SIGNATURE@0"), problems(silent));
    assertEquals(List.of("UNTRUSTED@0"), problems(impostor.leaf()));
    MailCertificate between = impostor.certify(middle).naming(root.identifier()).make();
    assertEquals(List.of("BAD_SIGNATURE@1"), problems(middle.leaf(), between));
  }

  @Test
  @DisplayName("one that only expired is better than one with a wrong signature")
  void leastSevere() {
    Authority impostor = Authority.named("CN=Root");
    MailCertificate forged = impostor.certify(middle).naming(root.identifier()).make();
    MailCertificate old = root.certify(middle).expired().make();
    MailCertificate leaf = middle.leaf();
    assertEquals(List.of("EXPIRED@1"), problems(leaf, forged, old));
    MailCertificate noAuthority = root.certify(middle).leaf().make();
    assertEquals(List.of("EXPIRED@1"), problems(leaf, noAuthority, old));
    assertEquals("NOT_AN_AUTHORITY@1", problems(leaf, noAuthority).get(0));
  }

  @Test
  @DisplayName("one that reaches no anchor says at which certificate it ends")
  void unanchored() {
    Authority unknown = Authority.named("CN=Unknown");
    MailCertificate leaf = middle.leaf();
    MailCertificate over = unknown.certify(middle).make();
    assertEquals(List.of("UNTRUSTED@0"), problems(leaf));
    assertEquals(List.of("UNTRUSTED@1"), problems(leaf, over));
    assertEquals(List.of("UNTRUSTED@2"), problems(leaf, over, unknown.self()));
  }

  @Test
  @DisplayName("weak hashes and keys count below the anchor, and in a leaf always")
  void weak() {
    Authority rsa =
        middle.with(
            Authority.keys("RSA", new RSAKeyGenParameterSpec(1024, RSAKeyGenParameterSpec.F4)),
            "SHA256withRSA");
    assertEquals(List.of("WEAK_KEY@1"), problems(rsa.leaf(), root.certify(rsa).make()));
    MailCertificate weakAnchor = rsa.self();
    MailCertificate leaf = rsa.leaf();
    assertEquals(
        List.of(leaf, weakAnchor), new Searching(leaf, List.of(), List.of(weakAnchor)).next());
    assertEquals(
        List.of("WEAK_KEY@0", "WRONG_PURPOSE@0"),
        new Searching(weakAnchor, List.of(), List.of(weakAnchor)).problems());
    Authority sha1 = root.signing("SHA1withECDSA");
    assertEquals(List.of("WEAK_ALGORITHM@0"), problems(sha1.leaf()));
    assertEquals(List.of("WEAK_ALGORITHM@1"), problems(middle.leaf(), sha1.certify(middle).make()));
    MailCertificate sha1Anchor = sha1.self();
    MailCertificate good = root.leaf();
    assertEquals(
        List.of(good, sha1Anchor), new Searching(good, List.of(), List.of(sha1Anchor)).next());
  }

  @Test
  @DisplayName("an algorithm that is not known is named as that, with its OID")
  void unsupported() {
    MailCertificate unknown = withAlgorithm(root.leaf(), 0x7f, 2);
    Searching search = new Searching(unknown, List.of(), List.of(anchor));
    List<Problem> problems = search.invalid().problems();
    assertEquals(
        List.of(new Problem(ProblemCode.UNSUPPORTED_ALGORITHM, 0, "1.2.840.10045.4.3.127")),
        problems);
    assertEquals(0, search.asked());
  }

  @Test
  @DisplayName("one that names two algorithms for one signature is malformed")
  void twoAlgorithms() {
    // ecdsa-with-SHA384 outside of what is signed.
    MailCertificate two = withAlgorithm(root.leaf(), 3, 1);
    assertEquals(List.of("BAD_SIGNATURE@0", "MALFORMED_CERTIFICATE@0"), problems(two));
  }

  /** Changes the last number of ecdsa-with-SHA256, from the end of the certificate on. */
  private static MailCertificate withAlgorithm(MailCertificate certificate, int last, int places) {
    byte[] der = certificate.der().clone();
    byte[] oid = {0x06, 0x08, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x04, 0x03, 0x02};
    int changed = 0;
    for (int i = der.length - oid.length; i >= 0 && changed < places; i--) {
      if (Arrays.equals(oid, Arrays.copyOfRange(der, i, i + oid.length))) {
        der[i + oid.length - 1] = (byte) last;
        changed++;
      }
    }
    assertEquals(places, changed);
    return MailCertificate.of(der);
  }
}

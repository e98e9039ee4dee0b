package dev.signet.engine.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.bc.rare.RareAnswers;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.cert.Purpose;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.path.Authority;
import dev.signet.engine.path.PolicyInputs;
import dev.signet.engine.path.VerifiedSignatures;
import dev.signet.engine.port.Step;
import dev.signet.engine.report.CertificateReport;
import dev.signet.engine.report.CertificateReport.Revocation;
import dev.signet.engine.report.Problem;
import dev.signet.engine.report.ProblemCode;
import dev.signet.engine.revocation.Evidence;
import dev.signet.engine.revocation.ocsp.OcspCache;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Trust in a certificate")
class CertificateTrustTest {
  private static final Question QUESTION =
      new Question(Purpose.SIGNING, PolicyInputs.ANY, List.of(), Evidence.NONE, false);

  private final Authority root = Authority.named("CN=Root");
  private final Authority other = Authority.named("CN=Other");
  private final Authority middle = Authority.named("CN=Middle");
  private final MailCertificate rootAnchor = root.self();
  private final MailCertificate otherAnchor = other.self();
  private final HeapHost host = new HeapHost();

  private CertificateTrust trust(
      List<MailCertificate> heap, boolean revocationOff, byte[]... lists) {
    return new CertificateTrust(
        host,
        new OcspCache(),
        new CertificateTrust.Inputs(
            List.of(rootAnchor, otherAnchor),
            heap,
            new Evidence(List.of(), List.of(lists)),
            revocationOff,
            2048,
            Authority.NOW,
            new VerifiedSignatures()));
  }

  private <T> T run(Step<T> step) {
    return RareAnswers.withCommon(host).run(step);
  }

  private CertificateReport judge(
      MailCertificate leaf, List<MailCertificate> heap, byte[]... lists) {
    return run(trust(heap, false, lists).judge(leaf, QUESTION));
  }

  @Test
  @DisplayName("is lost with any certificate of the path that was revoked")
  void revoked() {
    MailCertificate intermediate = root.certify(middle).make();
    MailCertificate leaf = middle.leaf();
    List<MailCertificate> heap = List.of(intermediate);
    CertificateReport good = judge(leaf, heap, root.list(), middle.list());
    assertTrue(good.trusted(), good::toString);
    assertEquals(Revocation.GOOD, good.revocation());
    assertEquals(
        List.of(new Problem(ProblemCode.REVOKED, 0)),
        judge(leaf, heap, root.list(), middle.list(leaf)).problems());
    assertEquals(
        List.of(new Problem(ProblemCode.REVOKED, 1)),
        judge(leaf, heap, root.list(intermediate), middle.list()).problems());
    assertEquals(
        List.of(new Problem(ProblemCode.REVOCATION_UNKNOWN, null)),
        judge(leaf, heap, middle.list()).problems());
  }

  @Test
  @DisplayName("is regained by another path only if all on that one is known to be good")
  void otherPath() {
    MailCertificate byRoot = root.certify(middle).make();
    MailCertificate byOther = other.certify(middle).make();
    MailCertificate leaf = middle.leaf();
    List<MailCertificate> heap = List.of(byRoot, byOther);
    CertificateReport good = judge(leaf, heap, root.list(byRoot), other.list(), middle.list());
    assertEquals(List.of(), good.problems());
    assertEquals(List.of(leaf, byOther, otherAnchor), good.chain());
    CertificateReport unknown = judge(leaf, heap, root.list(byRoot), middle.list());
    assertEquals(Revocation.REVOKED, unknown.revocation());
    assertFalse(unknown.trusted());
  }

  @Test
  @DisplayName("in an expired certificate asks whether it was revoked: revoked comes first")
  void expired() {
    MailCertificate leaf = root.certify(Authority.named("CN=Leaf")).leaf().expired().make();
    Problem expired = new Problem(ProblemCode.EXPIRED, 0);
    assertEquals(
        List.of(new Problem(ProblemCode.REVOKED, 0), expired),
        judge(leaf, List.of(), root.list(leaf)).problems());
    CertificateReport good = judge(leaf, List.of(), root.list());
    assertEquals(Revocation.GOOD, good.revocation());
    assertEquals(List.of(expired), good.problems());
    assertEquals(
        List.of(expired, new Problem(ProblemCode.REVOCATION_UNKNOWN, null)),
        judge(leaf, List.of()).problems());
    CertificateReport off = run(trust(List.of(), true).judge(leaf, QUESTION));
    assertEquals(Revocation.NOT_CHECKED, off.revocation());
    assertEquals(List.of(expired), off.problems());
  }

  @Test
  @DisplayName("that takes too much work to find out is an error, and in a message a problem")
  void limit() {
    List<MailCertificate> heap = new ArrayList<>();
    Authority above = root;
    for (int i = 0; i < 40; i++) {
      Authority below = Authority.named("CN=Level " + i);
      heap.add(above.certify(below).make());
      above = below;
    }
    MailCertificate leaf = above.leaf();
    CertificateTrust trust = trust(heap, false);
    SmimeException error =
        assertThrows(SmimeException.class, () -> run(trust.judge(leaf, QUESTION)));
    assertEquals(ErrorCode.TOO_LARGE, error.code());
    CertificateReport report = run(trust.judgeWithinLimits(leaf, QUESTION));
    assertFalse(report.trusted());
    assertEquals(List.of(new Problem(ProblemCode.PATH_LIMIT, null)), report.problems());
    assertEquals(List.of(), report.chain());
  }
}

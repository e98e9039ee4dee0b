package dev.signet.engine.path.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.path.PolicyInputs;
import dev.signet.engine.report.Problem;
import dev.signet.engine.report.ProblemCode;
import dev.signet.testing.UnsignedCertificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Policies along a path")
class PolicyCheckTest {
  private static final String ANY = PolicyExtensions.ANY;
  private static final String ARC = "1.2.3.";
  private static final PolicyInputs EXPLICIT = inputs(true);

  private static PolicyInputs inputs(boolean explicit, String... initial) {
    return new PolicyInputs(List.of(initial), explicit, false, false);
  }

  private static final MailCertificate ROOT = UnsignedCertificate.authority("CN=0", "CN=0").build();

  /** The authority at a depth below the root, which is at 0. */
  private static UnsignedCertificate authority(int depth, String... policies) {
    return policies(UnsignedCertificate.authority("CN=" + (depth - 1), "CN=" + depth), policies);
  }

  private static UnsignedCertificate leaf(int depth, String... policies) {
    return policies(UnsignedCertificate.of("CN=" + (depth - 1), "CN=Leaf"), policies);
  }

  private static UnsignedCertificate policies(UnsignedCertificate certificate, String... policies) {
    if (policies.length == 0) {
      return certificate;
    }
    PolicyInformation[] all = new PolicyInformation[policies.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = new PolicyInformation(new ASN1ObjectIdentifier(policies[i]));
    }
    return certificate.with(Extension.certificatePolicies, false, new CertificatePolicies(all));
  }

  /** Pairs of an issuer's and a subject's policy. */
  private static ASN1Encodable mappings(String... pairs) {
    ASN1Encodable[] mappings = new ASN1Encodable[pairs.length / 2];
    for (int i = 0; i < mappings.length; i++) {
      mappings[i] =
          new DERSequence(
              new ASN1Encodable[] {
                new ASN1ObjectIdentifier(pairs[2 * i]), new ASN1ObjectIdentifier(pairs[2 * i + 1])
              });
    }
    return new DERSequence(mappings);
  }

  private static ASN1Encodable constraint(int tag, long count) {
    return new DERSequence(new DERTaggedObject(false, tag, new ASN1Integer(count)));
  }

  /** The index of the certificate that breaks the policies, or -1. */
  private static int broken(PolicyInputs inputs, UnsignedCertificate... fromLeaf) {
    List<MailCertificate> path = new ArrayList<>();
    for (UnsignedCertificate certificate : fromLeaf) {
      path.add(certificate.build());
    }
    path.add(ROOT);
    List<Problem> problems = PolicyCheck.problems(path, inputs);
    problems.forEach(problem -> assertEquals(ProblemCode.POLICY, problem.code()));
    return problems.isEmpty() ? -1 : problems.get(0).at();
  }

  @Test
  @DisplayName("matter only where somebody asks for one")
  void notAsked() {
    assertEquals(-1, broken(PolicyInputs.ANY, leaf(2), authority(1)));
    assertEquals(-1, broken(PolicyInputs.ANY, leaf(2, ARC + 1), authority(1, ARC + 2)));
    assertEquals(-1, broken(inputs(false, ARC + 9), leaf(2, ARC + 1), authority(1, ARC + 1)));
    assertEquals(1, broken(EXPLICIT, leaf(2), authority(1)));
    assertEquals(0, broken(EXPLICIT, leaf(2, ARC + 1), authority(1, ARC + 2)));
    assertEquals(-1, broken(EXPLICIT, leaf(2, ARC + 1), authority(1, ARC + 1)));
  }

  @Test
  @DisplayName("must be among the acceptable ones")
  void acceptable() {
    assertEquals(-1, broken(inputs(true, ARC + 1), leaf(2, ARC + 1), authority(1, ARC + 1)));
    assertEquals(0, broken(inputs(true, ARC + 2), leaf(2, ARC + 1), authority(1, ARC + 1)));
    assertEquals(-1, broken(inputs(true, ANY), leaf(2, ARC + 1), authority(1, ARC + 1)));
    assertEquals(-1, broken(inputs(true, ARC + 2), leaf(2, ANY), authority(1, ANY)));
    assertEquals(0, broken(inputs(true, ARC + 2), leaf(2, ARC + 1), authority(1, ANY)));
  }

  @Test
  @DisplayName("are those of the leaf where it is the anchor")
  void alone() {
    assertEquals(List.of(), PolicyCheck.problems(List.of(ROOT), PolicyInputs.ANY));
    assertEquals(1, PolicyCheck.problems(List.of(ROOT), EXPLICIT).size());
    MailCertificate leaf = leaf(1, ARC + 1).build();
    assertEquals(List.of(), PolicyCheck.problems(List.of(leaf), EXPLICIT));
  }

  @Test
  @DisplayName("are asked for by an authority too, and by the leaf")
  void required() {
    UnsignedCertificate authority =
        authority(1, ARC + 1).with(Extension.policyConstraints, true, constraint(0, 0));
    assertEquals(0, broken(PolicyInputs.ANY, leaf(2), authority));
    assertEquals(-1, broken(PolicyInputs.ANY, leaf(2, ARC + 1), authority));
    UnsignedCertificate leaf = leaf(2).with(Extension.policyConstraints, true, constraint(0, 0));
    assertEquals(0, broken(PolicyInputs.ANY, leaf, authority(1, ARC + 1)));
    UnsignedCertificate later =
        authority(1, ARC + 1).with(Extension.policyConstraints, true, constraint(0, 1L << 40));
    assertEquals(-1, broken(PolicyInputs.ANY, leaf(2), later));
  }

  @Test
  @DisplayName("are mapped, and acceptable by the name that the anchor's domain has for them")
  void mapped() {
    UnsignedCertificate maps =
        authority(1, ARC + 1).with(Extension.policyMappings, true, mappings(ARC + 1, ARC + 2));
    assertEquals(-1, broken(inputs(true, ARC + 1), leaf(2, ARC + 2), maps));
    assertEquals(0, broken(inputs(true, ARC + 2), leaf(2, ARC + 2), maps));
    assertEquals(0, broken(EXPLICIT, leaf(2, ARC + 1), maps));
    PolicyInputs inhibited = new PolicyInputs(List.of(), true, true, false);
    assertEquals(0, broken(inhibited, leaf(2, ARC + 2), maps));
  }

  @Test
  @DisplayName("are not mapped from or to any policy")
  void mappedAny() {
    UnsignedCertificate from =
        authority(1, ANY).with(Extension.policyMappings, true, mappings(ANY, ARC + 2));
    assertEquals(1, broken(PolicyInputs.ANY, leaf(2, ARC + 2), from));
    UnsignedCertificate to =
        authority(1, ARC + 1).with(Extension.policyMappings, true, mappings(ARC + 1, ANY));
    assertEquals(1, broken(PolicyInputs.ANY, leaf(2, ARC + 2), to));
  }

  @Test
  @DisplayName("are not any where that is inhibited")
  void inhibitAny() {
    PolicyInputs inhibited = new PolicyInputs(List.of(), true, false, true);
    assertEquals(1, broken(inhibited, leaf(2, ARC + 1), authority(1, ANY)));
    UnsignedCertificate authority =
        authority(1, ARC + 1).with(Extension.inhibitAnyPolicy, true, new ASN1Integer(0));
    assertEquals(0, broken(EXPLICIT, leaf(2, ANY), authority));
    assertEquals(-1, broken(EXPLICIT, leaf(2, ANY), authority(1, ARC + 1)));
  }

  @Test
  @DisplayName("in an extension with a negative number, or none, are malformed")
  void malformed() {
    for (ASN1Encodable constraint :
        List.of(constraint(0, -1), constraint(2, 0), new DERSequence())) {
      MailCertificate authority =
          authority(1, ARC + 1).with(Extension.policyConstraints, true, constraint).build();
      assertEquals(
          List.of(new Problem(ProblemCode.MALFORMED_CERTIFICATE, 1)),
          PolicyCheck.problems(
              List.of(leaf(2, ARC + 1).build(), authority, ROOT), PolicyInputs.ANY));
    }
  }

  @Test
  @DisplayName("do not multiply: thirty authorities each map two policies to both")
  void doubling() {
    String[] both = {ARC + 1, ARC + 2};
    ASN1Encodable all =
        mappings(ARC + 1, ARC + 1, ARC + 1, ARC + 2, ARC + 2, ARC + 1, ARC + 2, ARC + 2);
    endsSoon(30, both, all);
  }

  @Test
  @DisplayName("do not multiply: eight authorities each map 120 policies to all 120")
  void allToAll() {
    String[] policies = IntStream.range(0, 120).mapToObj(i -> ARC + i).toArray(String[]::new);
    List<String> pairs = new ArrayList<>();
    for (String from : policies) {
      for (String to : policies) {
        pairs.add(from);
        pairs.add(to);
      }
    }
    endsSoon(8, policies, mappings(pairs.toArray(new String[0])));
  }

  private static void endsSoon(int authorities, String[] policies, ASN1Encodable mappings) {
    UnsignedCertificate[] path = new UnsignedCertificate[authorities + 1];
    path[0] = leaf(authorities + 1, policies);
    for (int depth = 1; depth <= authorities; depth++) {
      path[authorities + 1 - depth] =
          authority(depth, policies).with(Extension.policyMappings, true, mappings);
    }
    assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          assertEquals(-1, broken(inputs(true, policies[0]), path));
          assertEquals(0, broken(inputs(true, ARC + 999), path));
        });
  }
}

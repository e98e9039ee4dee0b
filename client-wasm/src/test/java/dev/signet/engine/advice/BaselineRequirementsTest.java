package dev.signet.engine.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.cases.World;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.report.Advice;
import dev.signet.engine.report.AdviceCode;
import dev.signet.testing.Leaf;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Advice by the S/MIME Baseline Requirements")
class BaselineRequirementsTest {
  private static final String MULTIPURPOSE = "certificatePolicies=2.23.140.1.5.1.2\n";
  private static final String LEGACY = "certificatePolicies=1.2.3.4,2.23.140.1.5.1.1\n";
  private static final String LIST = "crlDistributionPoints=URI:http://crl.example.org/ca.crl\n";
  private static final String RESPONDER = "authorityInfoAccess=OCSP;URI:http://ocsp.example.org\n";

  private static int people;

  private static Set<AdviceCode> advice(Leaf leaf, String more) {
    byte[] der = World.get().ca().issue("advised-" + ++people, leaf, more).certificateDer();
    Set<AdviceCode> codes = EnumSet.noneOf(AdviceCode.class);
    for (Advice each : BaselineRequirements.of(MailCertificate.of(der))) {
      assertEquals(0, each.at());
      codes.add(each.code());
    }
    return codes;
  }

  private static Leaf good() {
    return Leaf.rsa("alice@example.org");
  }

  private static Leaf validFor(int days) {
    Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    // The last second belongs to the validity.
    return good().withValidity(start, start.plus(days, ChronoUnit.DAYS).minusSeconds(1));
  }

  @Test
  @DisplayName("is none for a certificate that keeps to them, nor for an authority")
  void none() {
    assertEquals(Set.of(), advice(good(), MULTIPURPOSE + LIST));
    assertEquals(Set.of(), advice(good().withKey("P-384"), LEGACY + RESPONDER));
    MailCertificate authority = MailCertificate.of(World.get().ca().certificateDer());
    assertEquals(0, BaselineRequirements.of(authority).size());
  }

  @Test
  @DisplayName("counts the days that the generation of the policy allows")
  void validity() {
    assertEquals(Set.of(), advice(validFor(825), MULTIPURPOSE + LIST));
    assertEquals(Set.of(AdviceCode.LONG_VALIDITY), advice(validFor(826), MULTIPURPOSE + LIST));
    assertEquals(Set.of(), advice(validFor(1185), LEGACY + LIST));
    assertEquals(Set.of(AdviceCode.LONG_VALIDITY), advice(validFor(1186), LEGACY + LIST));
  }

  @Test
  @DisplayName("names what is missing")
  void missing() {
    assertEquals(
        Set.of(AdviceCode.NO_BASELINE_POLICY),
        advice(good(), "certificatePolicies=1.2.3\n" + LIST));
    assertEquals(
        Set.of(AdviceCode.NO_BASELINE_POLICY, AdviceCode.NO_REVOCATION_ADDRESS),
        advice(good(), ""));
    assertEquals(
        Set.of(AdviceCode.NO_EXTENDED_KEY_USAGE),
        advice(good().withPurpose(null), MULTIPURPOSE + LIST));
    assertEquals(
        Set.of(AdviceCode.ADDRESS_IN_SUBJECT_ONLY),
        advice(Leaf.rsa().withSubject("/emailAddress=alice@example.org"), MULTIPURPOSE + LIST));
  }

  @Test
  @DisplayName("names a key of another kind or size")
  void keys() {
    for (String key : new String[] {"RSA:1024", "RSA:2052", "brainpoolP256r1"}) {
      assertEquals(
          Set.of(AdviceCode.KEY_KIND), advice(good().withKey(key), MULTIPURPOSE + LIST), key);
    }
    assertEquals(Set.of(), advice(good().withKey("ED25519"), MULTIPURPOSE + LIST));
  }
}

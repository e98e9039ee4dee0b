package dev.signet.engine.revocation.crl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.engine.bc.rare.RareAnswers;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.port.Step;
import dev.signet.engine.revocation.RevocationStatus.Kind;
import dev.signet.testing.Pkits;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Lists alone, on paths that are known to be valid, say what PKITS says")
class PkitsListsTest {
  static Stream<Pkits> cases() {
    return Pkits.all()
        .filter(
            each ->
                each.number().startsWith("4.4.")
                    || each.number().startsWith("4.14.")
                    || each.number().startsWith("4.15."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  @DisplayName("in sections 4.4, 4.14 and 4.15")
  void lists(Pkits pkits) {
    List<MailCertificate> certificates =
        pkits.certificates().stream().map(MailCertificate::of).toList();
    List<MailCertificate> path = path(certificates);
    CrlSource source = new CrlSource(pkits.lists(), certificates, Pkits.AT, 2048);
    boolean good = true;
    for (int i = 0; i < path.size() - 1; i++) {
      int index = i;
      Kind kind =
          RareAnswers.withCommon(new HeapHost())
              .run(Step.start(() -> source.status(path, index)))
              .kind();
      good &= kind == Kind.GOOD;
    }
    assertEquals(pkits.valid(), good);
  }

  /** By names alone; where there are several of a name, the one that may sign certificates. */
  private static List<MailCertificate> path(List<MailCertificate> certificates) {
    MailCertificate at = certificates.get(certificates.size() - 1);
    List<MailCertificate> path = new ArrayList<>(List.of(at));
    while (!at.equals(certificates.get(0))) {
      MailCertificate below = at;
      at =
          certificates.stream()
              .filter(each -> each.isCa() && each.subject().equals(below.issuer()))
              .findFirst()
              .orElseThrow();
      path.add(at);
    }
    return path;
  }
}

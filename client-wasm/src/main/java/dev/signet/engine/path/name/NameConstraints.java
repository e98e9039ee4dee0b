package dev.signet.engine.path.name;

import dev.signet.engine.cert.DirectoryName;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.report.Problem;
import dev.signet.engine.report.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.Extension;

/**
 * Whether the names of a path's certificates lie where the authorities above them are held to (RFC
 * 5280 section 6.1.3 (b) and (c)). What several authorities permit is what each of them permits,
 * what they exclude is what any of them excludes; so each name is compared with each authority's
 * constraints.
 */
public final class NameConstraints {
  private NameConstraints() {}

  /**
   * The problems: {@code NAME_NOT_PERMITTED} with the name, one for a certificate, and {@code
   * MALFORMED_CERTIFICATE} with the extension's OID.
   *
   * @param path leaf first, anchor last; the anchor's own constraints count
   */
  public static List<Problem> problems(List<MailCertificate> path) {
    List<Problem> problems = new ArrayList<>();
    List<Constraints> above = new ArrayList<>();
    Budget budget = new Budget();
    for (int i = path.size() - 1; i >= 0; i--) {
      MailCertificate certificate = path.get(i);
      if (!above.isEmpty() && (i == 0 || !DirectoryName.selfIssued(certificate))) {
        Problem problem = problem(certificate, i, above, budget);
        if (problem != null) {
          problems.add(problem);
        }
      }
      if (i > 0) {
        try {
          Constraints constraints = Constraints.of(certificate);
          if (constraints != null) {
            above.add(constraints);
          }
        } catch (RuntimeException e) {
          problems.add(
              new Problem(ProblemCode.MALFORMED_CERTIFICATE, i, Extension.nameConstraints.getId()));
        }
      }
    }
    return problems;
  }

  private static Problem problem(
      MailCertificate certificate, int index, List<Constraints> above, Budget budget) {
    List<CertifiedName> names;
    try {
      names = CertifiedNames.of(certificate);
    } catch (RuntimeException e) {
      return new Problem(
          ProblemCode.MALFORMED_CERTIFICATE, index, Extension.subjectAlternativeName.getId());
    }
    for (CertifiedName name : names) {
      for (Constraints constraints : above) {
        if (!constraints.permit(name, budget)) {
          return new Problem(ProblemCode.NAME_NOT_PERMITTED, index, CertifiedName.printable(name));
        }
      }
    }
    return null;
  }
}

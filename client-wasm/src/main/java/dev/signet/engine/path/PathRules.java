package dev.signet.engine.path;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.cert.MailUsage;
import dev.signet.engine.path.name.NameConstraints;
import dev.signet.engine.path.policy.PolicyCheck;
import dev.signet.engine.report.Problem;
import dev.signet.engine.report.ProblemCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What RFC 5280 section 6.1 asks of a path, except signatures and revocation, with the profile of
 * RFC 8550 for mail. An anchor is judged as the authority that it is: its validity, its extensions
 * and its constraints count, only its policies do not.
 */
final class PathRules {
  private PathRules() {}

  /**
   * Everything that speaks against a path, most specific first.
   *
   * @param path leaf first, anchor last; the leaf alone may be the anchor
   */
  static List<Problem> problems(List<MailCertificate> path, PathInputs inputs) {
    Set<Problem> problems = new LinkedHashSet<>();
    for (int i = 0; i < path.size(); i++) {
      problems.addAll(CertificateForm.problems(path.get(i), i));
      problems.addAll(CriticalExtensions.problems(path.get(i), i));
      problems.addAll(validity(path.get(i), i, inputs.at()));
    }
    for (int i = 1; i < path.size(); i++) {
      problems.addAll(AuthorityRules.problems(path, i, inputs.purpose()));
      if (!path.get(i - 1).issuerName().equals(path.get(i).subjectName())) {
        problems.add(new Problem(ProblemCode.UNTRUSTED, i - 1));
      }
    }
    // An authority may sign mail too, if its key usage says so.
    if (!MailUsage.allows(path.get(0), inputs.purpose())) {
      problems.add(new Problem(ProblemCode.WRONG_PURPOSE, 0));
    }
    problems.addAll(NameConstraints.problems(path));
    problems.addAll(PolicyCheck.problems(path, inputs.policies()));
    List<Problem> sorted = new ArrayList<>(problems);
    sorted.sort(Comparator.comparing(Problem::code).thenComparing(Problem::at));
    return sorted;
  }

  private static List<Problem> validity(MailCertificate certificate, int index, long at) {
    if (at < certificate.notBefore()) {
      return List.of(new Problem(ProblemCode.NOT_YET_VALID, index));
    }
    return at > certificate.notAfter()
        ? List.of(new Problem(ProblemCode.EXPIRED, index))
        : List.of();
  }
}

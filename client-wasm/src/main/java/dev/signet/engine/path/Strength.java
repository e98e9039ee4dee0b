package dev.signet.engine.path;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.SignatureAlgorithms;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.cert.VerificationKey;
import dev.signet.engine.report.Problem;
import dev.signet.engine.report.ProblemCode;
import java.util.ArrayList;
import java.util.List;

/** Keys and hashes on a path that are too weak to prove anything. An anchor is taken as it is. */
final class Strength {
  private Strength() {}

  /**
   * @param anchored whether the last certificate is an anchor; the key of a leaf counts even then
   * @param minimumRsaBits of a DSA key as well
   */
  static List<Problem> problems(List<MailCertificate> path, boolean anchored, int minimumRsaBits) {
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      boolean anchor = anchored && i == path.size() - 1;
      if (!anchor && weakSignature(path.get(i))) {
        problems.add(new Problem(ProblemCode.WEAK_ALGORITHM, i));
      }
      if ((!anchor || i == 0) && VerificationKey.onPath(path, i).weak(minimumRsaBits)) {
        problems.add(new Problem(ProblemCode.WEAK_KEY, i));
      }
    }
    return problems;
  }

  private static boolean weakSignature(MailCertificate certificate) {
    try {
      return SignatureAlgorithms.of(certificate.structure().getSignatureAlgorithm())
          .digest()
          .weak();
    } catch (SmimeException e) {
      // An unknown algorithm has not verified either, and is a problem for that.
      return false;
    }
  }
}

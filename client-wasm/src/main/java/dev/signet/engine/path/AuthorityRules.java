package dev.signet.engine.path;

import dev.signet.engine.cert.DirectoryName;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.cert.MailUsage;
import dev.signet.engine.cert.Purpose;
import dev.signet.engine.report.Problem;
import dev.signet.engine.report.ProblemCode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Whether a certificate of a path may have issued the one below it. */
final class AuthorityRules {
  private static final int VERSION_3 = 3;

  private AuthorityRules() {}

  /**
   * @param index of the authority, not 0
   */
  static List<Problem> problems(List<MailCertificate> path, int index, Purpose purpose) {
    MailCertificate authority = path.get(index);
    List<Problem> problems = new ArrayList<>();
    if (!authority.isCa() && !oldAnchor(authority, index == path.size() - 1)) {
      problems.add(new Problem(ProblemCode.NOT_AN_AUTHORITY, index));
    }
    if (!authority.keyUsage().map(usage -> usage.hasUsages(KeyUsage.keyCertSign)).orElse(true)) {
      problems.add(new Problem(ProblemCode.AUTHORITY_KEY_USAGE, index));
    }
    if (pathLength(authority).compareTo(BigInteger.valueOf(authoritiesBelow(path, index))) < 0) {
      problems.add(new Problem(ProblemCode.PATH_TOO_LONG, index));
    }
    // RFC 5280 has this extension speak of one certificate's key alone; in practice an authority
    // is held to what its own lists.
    if (purpose != Purpose.ANY && !MailUsage.extendedKeyUsageAllows(authority)) {
      problems.add(new Problem(ProblemCode.WRONG_PURPOSE, index));
    }
    return problems;
  }

  /** A certificate from before there were extensions is an authority if it is trusted as one. */
  private static boolean oldAnchor(MailCertificate authority, boolean anchor) {
    return anchor
        && authority.structure().getVersionNumber() < VERSION_3
        && DirectoryName.selfIssued(authority);
  }

  private static BigInteger pathLength(MailCertificate authority) {
    return authority
        .extension(Extension.basicConstraints)
        .map(value -> BasicConstraints.getInstance(value).getPathLenConstraint())
        .orElse(BigInteger.valueOf(Integer.MAX_VALUE));
  }

  /** Those between it and the leaf that are not self-issued (RFC 5280 section 4.2.1.9). */
  private static int authoritiesBelow(List<MailCertificate> path, int index) {
    return (int)
        path.subList(1, index).stream()
            .filter(certificate -> !DirectoryName.selfIssued(certificate))
            .count();
  }
}

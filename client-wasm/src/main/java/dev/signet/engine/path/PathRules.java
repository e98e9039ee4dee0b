package dev.signet.engine.path;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.cert.MailUsage;
import dev.signet.engine.report.Problem;
import dev.signet.engine.report.ProblemCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;

/** What RFC 5280 section 6.1 asks of a path, except signatures and revocation. */
final class PathRules {
  /** Critical extensions whose meaning is taken into account here, or is none for this path. */
  private static final Set<ASN1ObjectIdentifier> UNDERSTOOD =
      Set.of(
          Extension.keyUsage,
          Extension.extendedKeyUsage,
          Extension.basicConstraints,
          Extension.subjectAlternativeName);

  private PathRules() {}

  /**
   * Everything that speaks against a path, most specific first.
   *
   * @param path leaf first, anchor last; the leaf alone may be the anchor
   */
  static List<Problem> problems(List<MailCertificate> path, PathInputs inputs) {
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      judge(path.get(i), i, inputs, problems);
    }
    problems.sort(Comparator.comparing(Problem::code));
    return problems;
  }

  private static void judge(
      MailCertificate certificate, int index, PathInputs inputs, List<Problem> problems) {
    if (hasUnknownCriticalExtension(certificate)
        || index > 0 && certificate.extension(Extension.nameConstraints).isPresent()) {
      problems.add(new Problem(ProblemCode.UNKNOWN_CRITICAL_EXTENSION, index));
    }
    if (index > 0 && !certificate.isCa()) {
      problems.add(new Problem(ProblemCode.NOT_AN_AUTHORITY, index));
    }
    if (index > 0
        && !certificate
            .keyUsage()
            .map(usage -> usage.hasUsages(KeyUsage.keyCertSign))
            .orElse(true)) {
      problems.add(new Problem(ProblemCode.AUTHORITY_KEY_USAGE, index));
    }
    if (index == 0 && !MailUsage.allows(certificate, inputs.purpose())) {
      problems.add(new Problem(ProblemCode.WRONG_PURPOSE, index));
    }
    if (inputs.at() < certificate.notBefore()) {
      problems.add(new Problem(ProblemCode.NOT_YET_VALID, index));
    }
    if (inputs.at() > certificate.notAfter()) {
      problems.add(new Problem(ProblemCode.EXPIRED, index));
    }
  }

  private static boolean hasUnknownCriticalExtension(MailCertificate certificate) {
    Extensions extensions = certificate.structure().getTBSCertificate().getExtensions();
    if (extensions == null) {
      return false;
    }
    for (ASN1ObjectIdentifier oid : extensions.getCriticalExtensionOIDs()) {
      if (!UNDERSTOOD.contains(oid)) {
        return true;
      }
    }
    return false;
  }
}

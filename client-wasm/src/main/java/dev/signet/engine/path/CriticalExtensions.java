package dev.signet.engine.path;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.report.Problem;
import dev.signet.engine.report.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;

/** Critical extensions: each must be understood by somebody (RFC 5280 section 4.2). */
final class CriticalExtensions {
  /** The rules of paths take these into account, or revocation does. */
  private static final Set<ASN1ObjectIdentifier> UNDERSTOOD =
      Set.of(
          Extension.keyUsage,
          Extension.extendedKeyUsage,
          Extension.basicConstraints,
          Extension.subjectAlternativeName,
          Extension.nameConstraints,
          Extension.certificatePolicies,
          Extension.policyMappings,
          Extension.policyConstraints,
          Extension.inhibitAnyPolicy,
          Extension.cRLDistributionPoints,
          Extension.freshestCRL);

  /** Those that RFC 5280 wants never to be critical: what should their being so mean? */
  private static final Set<ASN1ObjectIdentifier> NEVER_CRITICAL =
      Set.of(
          Extension.authorityKeyIdentifier,
          Extension.subjectKeyIdentifier,
          Extension.authorityInfoAccess);

  private CriticalExtensions() {}

  /** Each problem has the extension's OID as its detail. */
  static List<Problem> problems(MailCertificate certificate, int index) {
    List<Problem> problems = new ArrayList<>();
    Extensions extensions = certificate.structure().getTBSCertificate().getExtensions();
    if (extensions != null) {
      for (ASN1ObjectIdentifier oid : extensions.getCriticalExtensionOIDs()) {
        if (NEVER_CRITICAL.contains(oid)) {
          problems.add(new Problem(ProblemCode.MALFORMED_CERTIFICATE, index, oid.getId()));
        } else if (!UNDERSTOOD.contains(oid)) {
          problems.add(new Problem(ProblemCode.UNKNOWN_CRITICAL_EXTENSION, index, oid.getId()));
        }
      }
    }
    return problems;
  }
}

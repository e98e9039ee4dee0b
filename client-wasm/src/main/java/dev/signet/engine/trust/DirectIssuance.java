package dev.signet.engine.trust;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.KeyUse;
import dev.signet.engine.algorithm.SignatureAlgorithms;
import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.cert.VerificationKey;
import dev.signet.engine.port.Step;
import dev.signet.engine.report.CertificateReport;
import dev.signet.engine.report.CertificateReport.Revocation;
import dev.signet.engine.report.Problem;
import dev.signet.engine.report.StatusCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * Judges a certificate that a trust anchor has issued itself. Fails closed: what this judge does
 * not understand (a critical extension, constraints of the anchor, an issuer that is no anchor)
 * counts against the certificate.
 */
public final class DirectIssuance {
  /** Critical extensions whose meaning is taken into account here, or is none for this path. */
  private static final Set<ASN1ObjectIdentifier> UNDERSTOOD =
      Set.of(
          Extension.keyUsage,
          Extension.extendedKeyUsage,
          Extension.basicConstraints,
          Extension.subjectAlternativeName);

  private final List<MailCertificate> anchors;
  private final boolean revocationOff;
  private final int minimumRsaBits;

  /**
   * @param revocationOff whether the administrator has switched revocation checking off
   * @param minimumRsaBits below this an RSA key is weak
   */
  public DirectIssuance(List<MailCertificate> anchors, boolean revocationOff, int minimumRsaBits) {
    this.anchors = List.copyOf(anchors);
    this.revocationOff = revocationOff;
    this.minimumRsaBits = minimumRsaBits;
  }

  /**
   * Judges.
   *
   * @param at milliseconds since 1970
   */
  public Step<CertificateReport> judge(MailCertificate leaf, Purpose purpose, long at) {
    List<MailCertificate> issuers =
        anchors.stream()
            .filter(anchor -> anchor.subject().equals(leaf.issuer()) && maySign(anchor))
            .toList();
    return issuer(leaf, issuers, 0).map(issuer -> report(leaf, issuer, purpose, at));
  }

  private Step<MailCertificate> issuer(
      MailCertificate leaf, List<MailCertificate> candidates, int index) {
    if (index == candidates.size()) {
      return Step.done(null);
    }
    MailCertificate candidate = candidates.get(index);
    return Step.start(() -> signedBy(leaf, candidate))
        .recover(error -> Step.done(false))
        .then(signed -> signed ? Step.done(candidate) : issuer(leaf, candidates, index + 1));
  }

  private static Step<Boolean> signedBy(MailCertificate leaf, MailCertificate issuer) {
    Certificate structure = leaf.structure();
    if (!structure.getSignatureAlgorithm().equals(structure.getTBSCertificate().getSignature())) {
      return Step.done(false);
    }
    return VerificationKey.of(issuer, List.of())
        .verify(
            structure.getSignatureAlgorithm(),
            signatureScheme(leaf),
            leaf.toBeSigned(),
            structure.getSignature().getOctets());
  }

  private static SignatureScheme signatureScheme(MailCertificate certificate) {
    return SignatureAlgorithms.of(certificate.structure().getSignatureAlgorithm());
  }

  private static boolean maySign(MailCertificate anchor) {
    return anchor.isCa()
        && anchor.keyUsage().map(usage -> usage.hasUsages(KeyUsage.keyCertSign)).orElse(true)
        && anchor.extension(Extension.nameConstraints).isEmpty()
        && !hasUnknownCriticalExtension(anchor);
  }

  private CertificateReport report(
      MailCertificate leaf, MailCertificate issuer, Purpose purpose, long at) {
    List<Problem> problems = new ArrayList<>();
    if (issuer == null) {
      add(problems, StatusCode.UNTRUSTED, "No trusted authority has issued this certificate.");
    } else if (hasUnknownCriticalExtension(leaf)) {
      add(
          problems,
          StatusCode.UNTRUSTED,
          "The certificate sets a condition that is not understood.");
    }
    if (weakKey(leaf)) {
      add(problems, StatusCode.WEAK_ALGORITHM, "The certificate's key is too short.");
    } else if (weakSignature(leaf)) {
      add(problems, StatusCode.WEAK_ALGORITHM, "The certificate is signed with a broken hash.");
    }
    if (at < leaf.notBefore()) {
      add(problems, StatusCode.NOT_YET_VALID, "The certificate is not valid yet.");
    }
    if (at > leaf.notAfter()) {
      add(problems, StatusCode.EXPIRED, "The certificate has expired.");
    }
    if (!MailUsage.allows(leaf, purpose)) {
      add(problems, StatusCode.WRONG_PURPOSE, "The certificate is not made for this use in mail.");
    }
    return new CertificateReport(
        leaf,
        problems.isEmpty(),
        issuer == null ? List.of() : chain(leaf, issuer),
        revocationOff ? Revocation.NOT_CHECKED : Revocation.UNKNOWN,
        null,
        problems);
  }

  private static List<MailCertificate> chain(MailCertificate leaf, MailCertificate issuer) {
    return leaf.equals(issuer) ? List.of(leaf) : List.of(leaf, issuer);
  }

  private static void add(List<Problem> problems, StatusCode code, String message) {
    problems.add(new Problem(code.text(), message, 0));
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

  private boolean weakKey(MailCertificate certificate) {
    ASN1ObjectIdentifier algorithm = certificate.publicKey().getAlgorithm().getAlgorithm();
    if (!algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)
        && !algorithm.equals(PKCSObjectIdentifiers.id_RSAES_OAEP)
        && !KeyUse.pssOnly(certificate.publicKey().getAlgorithm())) {
      return false;
    }
    try {
      RSAPublicKey key = RSAPublicKey.getInstance(certificate.publicKey().parsePublicKey());
      return key.getModulus().bitLength() < minimumRsaBits;
    } catch (IOException | IllegalArgumentException e) {
      return true;
    }
  }

  private static boolean weakSignature(MailCertificate certificate) {
    try {
      return signatureScheme(certificate).digest().weak();
    } catch (SmimeException e) {
      // An unknown algorithm has not verified either, and is untrusted for that.
      return false;
    }
  }
}

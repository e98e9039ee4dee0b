package dev.signet.engine.revocation.ocsp;

import dev.signet.engine.cert.KeyStrength;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.port.Step;
import dev.signet.engine.revocation.RevocationStatus;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Who may answer in an issuer's place (RFC 6960 section 4.2.2.2). */
final class Delegates {
  /** Critical extensions that are taken into account here, or mean nothing for this use. */
  private static final Set<ASN1ObjectIdentifier> UNDERSTOOD =
      Set.of(
          Extension.keyUsage,
          Extension.extendedKeyUsage,
          Extension.basicConstraints,
          Extension.certificatePolicies,
          Extension.subjectAlternativeName,
          Extension.cRLDistributionPoints,
          Extension.authorityInfoAccess,
          OCSPObjectIdentifiers.id_pkix_ocsp_nocheck);

  private final OcspSource.Lists lists;
  private final long at;
  private final int minimumRsaBits;

  Delegates(OcspSource.Lists lists, long at, int minimumRsaBits) {
    this.lists = lists;
    this.at = at;
    this.minimumRsaBits = minimumRsaBits;
  }

  /** Whether the issuer itself has made this certificate for answering, and stands by it. */
  Step<Boolean> authorised(MailCertificate delegate, MailCertificate issuer) {
    if (!fit(delegate)) {
      return Step.done(false);
    }
    return Signatures.issued(delegate, issuer)
        .then(issued -> issued ? standing(delegate, issuer) : Step.done(false));
  }

  private boolean fit(MailCertificate delegate) {
    return delegate.notBefore() <= at
        && at <= delegate.notAfter()
        // Explicitly: anyExtendedKeyUsage would let every certificate of the issuer's answer.
        && delegate
            .extendedKeyUsage()
            .map(purposes -> purposes.contains(KeyPurposeId.id_kp_OCSPSigning))
            .orElse(false)
        && delegate
            .keyUsage()
            .map(
                usage ->
                    usage.hasUsages(KeyUsage.digitalSignature)
                        || usage.hasUsages(KeyUsage.nonRepudiation))
            .orElse(true)
        && understood(delegate)
        && !KeyStrength.weak(delegate.publicKey(), minimumRsaBits);
  }

  private static boolean understood(MailCertificate delegate) {
    Extensions extensions = delegate.structure().getTBSCertificate().getExtensions();
    for (ASN1ObjectIdentifier oid : extensions.getCriticalExtensionOIDs()) {
      if (!UNDERSTOOD.contains(oid)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the delegate is not revoked, as far as RFC 6960 section 4.2.2.2.1 wants it known. With
   * id-pkix-ocsp-nocheck it need not be. Without, lists at hand are looked at. Where they do not
   * tell: an issuer that names a way to find out (lists, or a responder) wants it found out, so the
   * delegate is not believed; one that names none leaves it to local policy, and as everywhere in
   * practice the delegate is believed until it expires.
   */
  private Step<Boolean> standing(MailCertificate delegate, MailCertificate issuer) {
    if (delegate.extension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck).isPresent()) {
      return Step.done(true);
    }
    return lists
        .status(delegate, issuer)
        .map(
            status ->
                status.kind() == RevocationStatus.Kind.GOOD
                    || status.kind() == RevocationStatus.Kind.UNKNOWN && !saysWhere(delegate));
  }

  /**
   * How long what this signer says can be remembered: null where a list of tomorrow may show that
   * the signer was revoked.
   */
  Long until(MailCertificate signer, MailCertificate issuer) {
    if (signer.equals(issuer)) {
      return Long.MAX_VALUE;
    }
    return signer.extension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck).isPresent()
        ? signer.notAfter()
        : null;
  }

  private static boolean saysWhere(MailCertificate delegate) {
    return delegate.extension(Extension.cRLDistributionPoints).isPresent()
        || !Responders.of(delegate).isEmpty();
  }
}

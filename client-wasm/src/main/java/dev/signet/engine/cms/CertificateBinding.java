package dev.signet.engine.cms;

import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.SignatureAlgorithms;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.IssuerSerial;

/**
 * The attributes that bind a signature to the signer's certificate (RFC 2634 section 5.4, RFC
 * 5035). The first certificate that they name is the signer's; both attributes must agree where
 * both are there.
 *
 * <p>The older one hashes by SHA-1. It only adds to a signature that is valid without it, and to
 * deceive it somebody would need a certificate with the same hash and the same key, so it does not
 * make a signature weak.
 */
final class CertificateBinding {
  private record Named(DigestAlgorithm algorithm, byte[] hash, IssuerSerial issuer) {}

  private final List<Named> named = new ArrayList<>();
  private boolean contradictory;

  /**
   * @throws dev.signet.engine.SmimeException {@code MALFORMED_MESSAGE}; {@code
   *     UNSUPPORTED_ALGORITHM} with the OID of the hash
   */
  CertificateBinding(SignedAttributes attributes) {
    attributes
        .single(PKCSObjectIdentifiers.id_aa_signingCertificate)
        .ifPresent(value -> readOld(SigningCertificate.getInstance(value)));
    attributes
        .single(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
        .ifPresent(value -> read(SigningCertificateV2.getInstance(value)));
  }

  private void readOld(SigningCertificate attribute) {
    ESSCertID[] ids = attribute.getCerts();
    contradictory |= ids.length == 0;
    if (ids.length > 0) {
      named.add(
          new Named(
              DigestAlgorithm.SHA1,
              ids[0].getCertHashObject().getOctets(),
              ids[0].getIssuerSerial()));
    }
  }

  private void read(SigningCertificateV2 attribute) {
    ESSCertIDv2[] ids = attribute.getCerts();
    contradictory |= ids.length == 0;
    if (ids.length > 0) {
      named.add(
          new Named(
              SignatureAlgorithms.digest(ids[0].getHashAlgorithm()),
              ids[0].getCertHashObject().getOctets(),
              ids[0].getIssuerSerial()));
    }
  }

  /** Whether every attribute, where there is one, names this certificate. */
  Step<Boolean> names(MailCertificate certificate, Host host) {
    if (contradictory) {
      return Step.done(false);
    }
    return Step.each(named, each -> names(each, certificate, host))
        .map(all -> !all.contains(false));
  }

  private static Step<Boolean> names(Named name, MailCertificate certificate, Host host) {
    if (name.issuer() != null && !names(name.issuer(), certificate)) {
      return Step.done(false);
    }
    return Step.ask(new Ask.Digest(name.algorithm(), host.hold(certificate.der().clone())))
        .map(hash -> Arrays.equals(hash, name.hash()));
  }

  private static boolean names(IssuerSerial name, MailCertificate certificate) {
    GeneralName[] names = name.getIssuer().getNames();
    return name.getSerial().equals(certificate.structure().getSerialNumber())
        && names.length == 1
        && names[0].getTagNo() == GeneralName.directoryName
        && certificate.issuer().equals(names[0].getName());
  }
}

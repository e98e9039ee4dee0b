package dev.signet.engine.cms;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.cert.VerificationKey;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * The certificates that a signer info may mean: every one with its identifier is tried. Those with
 * the same key are tried together, and the attributes tell which of them it is.
 */
final class SignerCertificates {
  /** Different keys under one identifier; each costs a verification. */
  private static final int MAX_KEYS = 16;

  private final SignerStructure signer;
  private final List<List<MailCertificate>> byKey;
  private final CertificateBinding binding;
  private final Host host;

  private SignerCertificates(
      SignerStructure signer,
      List<List<MailCertificate>> byKey,
      CertificateBinding binding,
      Host host) {
    this.signer = signer;
    this.byKey = byKey;
    this.binding = binding;
    this.host = host;
  }

  /**
   * @param binding null: the signer has no attributes
   * @throws SmimeException {@code TOO_LARGE}
   */
  static SignerCertificates of(
      SignerStructure signer,
      List<MailCertificate> certificates,
      CertificateBinding binding,
      Host host) {
    List<List<MailCertificate>> byKey = new ArrayList<>();
    for (MailCertificate each : certificates) {
      if (identified(signer.info().getSID(), each)) {
        add(byKey, each);
      }
    }
    if (byKey.size() > MAX_KEYS) {
      throw new SmimeException(
          ErrorCode.TOO_LARGE,
          "too many certificates have the signer's identifier",
          Map.of("limit", Integer.toString(MAX_KEYS)));
    }
    return new SignerCertificates(signer, byKey, binding, host);
  }

  private static void add(List<List<MailCertificate>> byKey, MailCertificate certificate) {
    SubjectPublicKeyInfo key = certificate.publicKey();
    for (List<MailCertificate> same : byKey) {
      if (same.get(0).publicKey().equals(key)) {
        if (!same.contains(certificate)) {
          same.add(certificate);
        }
        return;
      }
    }
    byKey.add(new ArrayList<>(List.of(certificate)));
  }

  private static boolean identified(SignerIdentifier id, MailCertificate certificate) {
    return id.isTagged()
        ? CertificateNames.are(certificate, ASN1OctetString.getInstance(id.getId()).getOctets())
        : CertificateNames.are(certificate, IssuerAndSerialNumber.getInstance(id.getId()));
  }

  boolean none() {
    return byKey.isEmpty();
  }

  MailCertificate first() {
    return byKey.get(0).get(0);
  }

  /** The certificate whose key made the signature value over one of the forms, or null. */
  Step<MailCertificate> made(List<byte[]> forms, SignatureScheme scheme) {
    return made(forms, scheme, 0);
  }

  private Step<MailCertificate> made(List<byte[]> forms, SignatureScheme scheme, int index) {
    if (index == byKey.size()) {
      return Step.done(null);
    }
    List<MailCertificate> candidates = byKey.get(index);
    VerificationKey key = VerificationKey.of(candidates.get(0));
    return verifies(key, forms, scheme, 0)
        .then(right -> right ? bound(candidates, 0) : Step.done(null))
        .then(found -> found == null ? made(forms, scheme, index + 1) : Step.done(found));
  }

  private Step<Boolean> verifies(
      VerificationKey key, List<byte[]> forms, SignatureScheme scheme, int index) {
    if (index == forms.size()) {
      return Step.done(false);
    }
    return key.verify(
            signer.info().getDigestEncryptionAlgorithm(),
            scheme,
            forms.get(index),
            signer.info().getEncryptedDigest().getOctets())
        .then(right -> right ? Step.done(true) : verifies(key, forms, scheme, index + 1));
  }

  /** The first that the attributes name, or null. */
  private Step<MailCertificate> bound(List<MailCertificate> candidates, int index) {
    if (index == candidates.size()) {
      return Step.done(null);
    }
    MailCertificate candidate = candidates.get(index);
    Step<Boolean> named = binding == null ? Step.done(true) : binding.names(candidate, host);
    return named.then(right -> right ? Step.done(candidate) : bound(candidates, index + 1));
  }
}

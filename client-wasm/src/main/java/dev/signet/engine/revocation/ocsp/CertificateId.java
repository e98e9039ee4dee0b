package dev.signet.engine.revocation.ocsp;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.ShortDigests;
import dev.signet.engine.asn1.BerElement;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.heap.HeapBulk;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Null;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.util.encoders.Hex;

/**
 * A certificate as OCSP names it: by hashes of its issuer's name and key, and its serial number.
 */
final class CertificateId {
  /** Hashes of a CertID that are recomputed; who names another one speaks of something else. */
  private static final Set<DigestAlgorithm> KNOWN =
      Set.of(
          DigestAlgorithm.SHA1,
          DigestAlgorithm.SHA256,
          DigestAlgorithm.SHA384,
          DigestAlgorithm.SHA512);

  private final MailCertificate certificate;
  private final byte[] issuerName;
  private final byte[] issuerKey;
  private final byte[] issuerKeyInfo;
  private final Map<DigestAlgorithm, CertID> byDigest = new HashMap<>();

  CertificateId(MailCertificate certificate, MailCertificate issuer) {
    this.certificate = certificate;
    issuerName = issuerName(certificate);
    issuerKey = issuer.publicKey().getPublicKeyData().getOctets();
    issuerKeyInfo = encoded(issuer.publicKey());
  }

  private static byte[] encoded(SubjectPublicKeyInfo key) {
    try {
      return key.getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw SmimeException.malformed("the issuer's key cannot be encoded");
    }
  }

  /** The issuer field as it stands in the certificate (RFC 6960 section 4.1.1). */
  private static byte[] issuerName(MailCertificate certificate) {
    byte[] toBeSigned = certificate.toBeSigned();
    List<BerElement> fields = BerElement.first(new HeapBulk(toBeSigned)).children();
    boolean versionStands = fields.get(0).context(0);
    return fields.get(versionStands ? 3 : 2).encoded(toBeSigned.length);
  }

  /** The CertID by this hash. */
  CertID by(DigestAlgorithm digest) {
    return byDigest.computeIfAbsent(digest, this::make);
  }

  private CertID make(DigestAlgorithm digest) {
    return new CertID(
        new AlgorithmIdentifier(new ASN1ObjectIdentifier(digest.oid()), DERNull.INSTANCE),
        new DEROctetString(ShortDigests.of(digest, issuerName)),
        new DEROctetString(ShortDigests.of(digest, issuerKey)),
        certificate.structure().getSerialNumber());
  }

  /** The hash that a CertID is made with; empty where it is none of those that are recomputed. */
  static Optional<DigestAlgorithm> hash(CertID id) {
    AlgorithmIdentifier hash = id.getHashAlgorithm();
    return hash.getParameters() == null || hash.getParameters() instanceof ASN1Null
        ? DigestAlgorithm.find(hash.getAlgorithm().getId()).filter(KNOWN::contains)
        : Optional.empty();
  }

  /** Whether a responder speaks of this certificate. */
  boolean is(CertID id) {
    DigestAlgorithm digest = hash(id).orElse(null);
    if (digest == null) {
      return false;
    }
    CertID own = by(digest);
    return own.getSerialNumber().getValue().equals(id.getSerialNumber().getValue())
        && own.getIssuerNameHash().equals(id.getIssuerNameHash())
        && own.getIssuerKeyHash().equals(id.getIssuerKeyHash());
  }

  /** A name by which answers are remembered: nobody can make two certificates share it. */
  String text() {
    return Hex.toHexString(ShortDigests.of(DigestAlgorithm.SHA256, issuerName))
        + Hex.toHexString(ShortDigests.of(DigestAlgorithm.SHA256, issuerKeyInfo))
        + certificate.serialNumber();
  }
}

package dev.signet.engine.cert;

import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.ShortDigests;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.teletrust.TeleTrusTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.util.encoders.Hex;

/** Names and figures of a certificate in the form in which people and reports use them. */
public final class CertificateFacts {
  /** Bits by their names in RFC 5280 section 4.2.1.3, in the order of the bits. */
  private enum Usage {
    digitalSignature(KeyUsage.digitalSignature),
    nonRepudiation(KeyUsage.nonRepudiation),
    keyEncipherment(KeyUsage.keyEncipherment),
    dataEncipherment(KeyUsage.dataEncipherment),
    keyAgreement(KeyUsage.keyAgreement),
    keyCertSign(KeyUsage.keyCertSign),
    cRLSign(KeyUsage.cRLSign),
    encipherOnly(KeyUsage.encipherOnly),
    decipherOnly(KeyUsage.decipherOnly);

    private final int bit;

    Usage(int bit) {
      this.bit = bit;
    }
  }

  /** A kind of key by the OID of its algorithm or curve; no bits where the OID does not tell. */
  private record KeyKind(ASN1ObjectIdentifier oid, String name, Integer bits) {}

  private static final List<KeyKind> KINDS =
      List.of(
          new KeyKind(PKCSObjectIdentifiers.rsaEncryption, "RSA", null),
          new KeyKind(PKCSObjectIdentifiers.id_RSASSA_PSS, "RSA (PSS only)", null),
          new KeyKind(PKCSObjectIdentifiers.id_RSAES_OAEP, "RSA (OAEP only)", null),
          new KeyKind(SECObjectIdentifiers.secp256r1, "EC P-256", 256),
          new KeyKind(SECObjectIdentifiers.secp384r1, "EC P-384", 384),
          new KeyKind(SECObjectIdentifiers.secp521r1, "EC P-521", 521),
          new KeyKind(TeleTrusTObjectIdentifiers.brainpoolP256r1, "EC brainpoolP256r1", 256),
          new KeyKind(TeleTrusTObjectIdentifiers.brainpoolP384r1, "EC brainpoolP384r1", 384),
          new KeyKind(TeleTrusTObjectIdentifiers.brainpoolP512r1, "EC brainpoolP512r1", 512),
          new KeyKind(new ASN1ObjectIdentifier("1.3.101.112"), "Ed25519", 256),
          new KeyKind(new ASN1ObjectIdentifier("1.3.101.113"), "Ed448", 456),
          new KeyKind(new ASN1ObjectIdentifier("1.3.101.110"), "X25519", 256),
          new KeyKind(new ASN1ObjectIdentifier("1.3.101.111"), "X448", 448),
          new KeyKind(new ASN1ObjectIdentifier("2.16.840.1.101.3.4.4.1"), "ML-KEM-512", null),
          new KeyKind(new ASN1ObjectIdentifier("2.16.840.1.101.3.4.4.2"), "ML-KEM-768", null),
          new KeyKind(new ASN1ObjectIdentifier("2.16.840.1.101.3.4.4.3"), "ML-KEM-1024", null));

  private record Purpose(KeyPurposeId oid, String name) {}

  private static final List<Purpose> PURPOSES =
      List.of(
          new Purpose(KeyPurposeId.id_kp_emailProtection, "emailProtection"),
          new Purpose(KeyPurposeId.anyExtendedKeyUsage, "anyExtendedKeyUsage"),
          new Purpose(KeyPurposeId.id_kp_clientAuth, "clientAuth"),
          new Purpose(KeyPurposeId.id_kp_serverAuth, "serverAuth"),
          new Purpose(KeyPurposeId.id_kp_codeSigning, "codeSigning"),
          new Purpose(KeyPurposeId.id_kp_timeStamping, "timeStamping"),
          new Purpose(KeyPurposeId.id_kp_OCSPSigning, "OCSPSigning"));

  private final MailCertificate certificate;

  public CertificateFacts(MailCertificate certificate) {
    this.certificate = certificate;
  }

  /** Such as {@code RSA} or {@code EC P-256}; the OID where it has no name here. */
  public String keyAlgorithm() {
    ASN1ObjectIdentifier oid = keyOid();
    return KINDS.stream()
        .filter(kind -> kind.oid().equals(oid))
        .map(KeyKind::name)
        .findFirst()
        .orElse(oid.getId());
  }

  /** Bits of the modulus or of the curve, or null where they are not known. */
  public Integer keyBits() {
    if (certificate
        .publicKey()
        .getAlgorithm()
        .getAlgorithm()
        .on(new ASN1ObjectIdentifier("1.2.840.113549.1.1"))) {
      try {
        return RSAPublicKey.getInstance(certificate.publicKey().parsePublicKey())
            .getModulus()
            .bitLength();
      } catch (IOException | RuntimeException e) {
        return null;
      }
    }
    ASN1ObjectIdentifier oid = keyOid();
    return KINDS.stream()
        .filter(kind -> kind.oid().equals(oid) && kind.bits() != null)
        .map(KeyKind::bits)
        .findFirst()
        .orElse(null);
  }

  /** The curve for elliptic curves, else the algorithm. */
  private ASN1ObjectIdentifier keyOid() {
    AlgorithmIdentifier algorithm = certificate.publicKey().getAlgorithm();
    boolean curveNamed =
        algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
            && algorithm.getParameters() instanceof ASN1ObjectIdentifier;
    return curveNamed ? (ASN1ObjectIdentifier) algorithm.getParameters() : algorithm.getAlgorithm();
  }

  /** Names of the bits that are set, or null where the extension is missing. */
  public List<String> keyUsage() {
    KeyUsage usage = certificate.keyUsage().orElse(null);
    if (usage == null) {
      return null;
    }
    List<String> names = new ArrayList<>();
    for (Usage each : Usage.values()) {
      if (usage.hasUsages(each.bit)) {
        names.add(each.name());
      }
    }
    return names;
  }

  /** Names of the purposes, OIDs for those without one; null where the extension is missing. */
  public List<String> extendedKeyUsage() {
    List<KeyPurposeId> purposes = certificate.extendedKeyUsage().orElse(null);
    if (purposes == null) {
      return null;
    }
    return purposes.stream().map(CertificateFacts::purposeName).toList();
  }

  private static String purposeName(KeyPurposeId oid) {
    return PURPOSES.stream()
        .filter(purpose -> purpose.oid().equals(oid))
        .map(Purpose::name)
        .findFirst()
        .orElse(oid.getId());
  }

  /** Lower-case hexadecimal SHA-256 of the DER. */
  public String sha256() {
    return fingerprint(DigestAlgorithm.SHA256);
  }

  /** Lower-case hexadecimal SHA-1 of the DER: a name that old software shows, not a proof. */
  public String sha1() {
    return fingerprint(DigestAlgorithm.SHA1);
  }

  private String fingerprint(DigestAlgorithm algorithm) {
    byte[] hash = ShortDigests.of(algorithm, certificate.der());
    return Hex.toHexString(hash);
  }
}

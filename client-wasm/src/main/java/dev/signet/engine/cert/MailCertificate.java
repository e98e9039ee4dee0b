package dev.signet.engine.cert;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.asn1.Asn1;
import dev.signet.engine.asn1.BerElement;
import dev.signet.engine.heap.HeapBulk;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** A certificate that was read without fault. Equal when the DER is. */
public final class MailCertificate {
  private final byte[] der;
  private final Certificate structure;
  private final String subjectText;
  private final String issuerText;
  private final List<String> emailAddresses;
  private DirectoryName subjectName;
  private DirectoryName issuerName;

  private MailCertificate(byte[] der, Certificate structure) {
    this.der = der;
    this.structure = structure;
    subjectText = structure.getSubject().toString();
    issuerText = structure.getIssuer().toString();
    emailAddresses = EmailAddresses.of(structure);
  }

  /**
   * Reads one certificate.
   *
   * @param der exactly one DER Certificate (RFC 5280 section 4.1)
   * @throws SmimeException {@code NOT_A_CERTIFICATE}
   */
  public static MailCertificate of(byte[] der) {
    try {
      Certificate structure = Certificate.getInstance(Asn1.parse(der));
      MailCertificate certificate = new MailCertificate(der.clone(), structure);
      // Everything that is read lazily is read once here, so that later calls cannot fail.
      certificate.notBefore();
      certificate.notAfter();
      certificate.keyUsage();
      certificate.extendedKeyUsage();
      certificate.isCa();
      certificate.subjectKeyIdentifier();
      // Keys are whole octets; a BIT STRING that is not cannot be read as such.
      if (structure.getSubjectPublicKeyInfo().getPublicKeyData().getOctets().length == 0) {
        throw new IllegalArgumentException("a key of no octets");
      }
      return certificate;
    } catch (RuntimeException e) {
      throw new SmimeException(ErrorCode.NOT_A_CERTIFICATE, "this is not an X.509 certificate");
    }
  }

  /** The certificate's bytes; the caller does not change them. */
  public byte[] der() {
    return der;
  }

  /** The octets that the issuer has signed, as they stand (RFC 5280 section 4.1.1.3). */
  public byte[] toBeSigned() {
    return BerElement.first(new HeapBulk(der)).children().get(0).encoded(der.length);
  }

  /**
   * The signature value; empty where it is no whole number of octets, which no algorithm makes, so
   * that it verifies with no key.
   */
  public byte[] signature() {
    ASN1BitString value = structure.getSignature();
    return value.getPadBits() == 0 ? value.getOctets() : new byte[0];
  }

  public Certificate structure() {
    return structure;
  }

  public X500Name subject() {
    return structure.getSubject();
  }

  public X500Name issuer() {
    return structure.getIssuer();
  }

  /** The subject as paths compare it; made when it is first asked for. */
  public DirectoryName subjectName() {
    if (subjectName == null) {
      subjectName = DirectoryName.of(subject());
    }
    return subjectName;
  }

  /** The issuer as paths compare it. */
  public DirectoryName issuerName() {
    if (issuerName == null) {
      issuerName = DirectoryName.of(issuer());
    }
    return issuerName;
  }

  /** Whether both places name one algorithm, as RFC 5280 section 4.1.1.2 has it. */
  public boolean namesOneAlgorithm() {
    return structure.getSignatureAlgorithm().equals(structure.getTBSCertificate().getSignature());
  }

  /** The subject as people read it (RFC 4514, in the order of the encoding). */
  public String subjectText() {
    return subjectText;
  }

  /** The issuer as people read it. */
  public String issuerText() {
    return issuerText;
  }

  /** Lower-case hexadecimal of the INTEGER's magnitude, as the contract writes it. */
  public String serialNumber() {
    return structure.getSerialNumber().getValue().toString(16);
  }

  /** Milliseconds since 1970. */
  public long notBefore() {
    return structure.getStartDate().getDate().getTime();
  }

  /** Milliseconds since 1970. */
  public long notAfter() {
    return structure.getEndDate().getDate().getTime();
  }

  public SubjectPublicKeyInfo publicKey() {
    return structure.getSubjectPublicKeyInfo();
  }

  /** Addresses in the order of the certificate, each once; see {@link EmailAddresses}. */
  public List<String> emailAddresses() {
    return emailAddresses;
  }

  /** Bits as RFC 5280 section 4.2.1.3 names them, or empty where the extension is missing. */
  public Optional<KeyUsage> keyUsage() {
    return extension(Extension.keyUsage).map(KeyUsage::getInstance);
  }

  public Optional<List<KeyPurposeId>> extendedKeyUsage() {
    return extension(Extension.extendedKeyUsage)
        .map(value -> Arrays.asList(ExtendedKeyUsage.getInstance(value).getUsages()));
  }

  /** Whether basic constraints say that this is a certification authority. */
  public boolean isCa() {
    return extension(Extension.basicConstraints)
        .map(value -> BasicConstraints.getInstance(value).isCA())
        .orElse(false);
  }

  /** The value of the subject key identifier extension. */
  public Optional<byte[]> subjectKeyIdentifier() {
    return extension(Extension.subjectKeyIdentifier)
        .map(value -> SubjectKeyIdentifier.getInstance(value).getKeyIdentifier());
  }

  /** The parsed value of an extension. */
  public Optional<ASN1Primitive> extension(ASN1ObjectIdentifier oid) {
    Extensions extensions = structure.getTBSCertificate().getExtensions();
    Extension extension = extensions == null ? null : extensions.getExtension(oid);
    if (extension == null) {
      return Optional.empty();
    }
    ASN1OctetString value = extension.getExtnValue();
    try {
      return Optional.of(Asn1.parse(value.getOctets()));
    } catch (SmimeException e) {
      throw new IllegalArgumentException("malformed extension");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MailCertificate certificate && Arrays.equals(der, certificate.der);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(der);
  }

  @Override
  public String toString() {
    return "MailCertificate[serial " + serialNumber() + "]";
  }
}

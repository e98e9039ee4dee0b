package dev.signet.testing;

import dev.signet.engine.cert.MailCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.Time;

/** A certificate whose signature is zeros, for rules that look at no signature. */
public final class UnsignedCertificate {
  /** An instant at which each is valid, milliseconds since 1970. */
  public static final long AT = 1_700_000_000_000L;

  private static final long DAY = 24L * 60 * 60 * 1000;
  private static final AlgorithmIdentifier ED25519 =
      new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519);

  private final X500Name issuer;
  private final X500Name subject;
  private final Map<ASN1ObjectIdentifier, ASN1Encodable> extensions = new LinkedHashMap<>();
  private BigInteger serial = BigInteger.TEN;
  private int version = 3;
  private long notBefore = AT - DAY;
  private long notAfter = AT + DAY;

  private UnsignedCertificate(X500Name issuer, X500Name subject) {
    this.issuer = issuer;
    this.subject = subject;
  }

  /** A certificate without extensions. */
  public static UnsignedCertificate of(String issuer, String subject) {
    return of(new X500Name(issuer), new X500Name(subject));
  }

  public static UnsignedCertificate of(X500Name issuer, X500Name subject) {
    return new UnsignedCertificate(issuer, subject);
  }

  /** A certificate with the extensions that an authority has. */
  public static UnsignedCertificate authority(String issuer, String subject) {
    return of(issuer, subject)
        .with(Extension.basicConstraints, true, new BasicConstraints(true))
        .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
  }

  /** With an extension, in place of one with this OID. */
  public UnsignedCertificate with(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
    try {
      extensions.put(
          oid,
          new Extension(
              oid, critical, new DEROctetString(value.toASN1Primitive().getEncoded("DER"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public UnsignedCertificate without(ASN1ObjectIdentifier oid) {
    extensions.remove(oid);
    return this;
  }

  /** With these subject alternative names. */
  public UnsignedCertificate names(GeneralName... names) {
    return with(Extension.subjectAlternativeName, false, new GeneralNames(names));
  }

  public UnsignedCertificate serial(BigInteger serial) {
    this.serial = serial;
    return this;
  }

  public UnsignedCertificate version(int version) {
    this.version = version;
    return this;
  }

  /** Both in milliseconds since 1970. */
  public UnsignedCertificate valid(long notBefore, long notAfter) {
    this.notBefore = notBefore;
    this.notAfter = notAfter;
    return this;
  }

  public MailCertificate build() {
    return MailCertificate.of(der());
  }

  public byte[] der() {
    ASN1EncodableVector body = new ASN1EncodableVector();
    if (version > 1) {
      body.add(new DERTaggedObject(true, 0, new ASN1Integer(version - 1)));
    }
    body.add(new ASN1Integer(serial));
    body.add(ED25519);
    body.add(issuer);
    body.add(
        new DERSequence(
            new ASN1Encodable[] {new Time(new Date(notBefore)), new Time(new Date(notAfter))}));
    body.add(subject);
    body.add(new DERSequence(new ASN1Encodable[] {ED25519, new DERBitString(new byte[32])}));
    if (!extensions.isEmpty()) {
      ASN1Encodable all = new DERSequence(extensions.values().toArray(new ASN1Encodable[0]));
      body.add(new DERTaggedObject(true, 3, all));
    }
    try {
      return new DERSequence(
              new ASN1Encodable[] {new DERSequence(body), ED25519, new DERBitString(new byte[64])})
          .getEncoded("DER");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

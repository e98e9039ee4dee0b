package dev.signet.engine.revocation.ocsp;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.testing.BcPerson;
import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Makes certificates and the answers on them that no honest responder gives. */
final class AnswerMaker {
  static final long HOUR = 3_600_000L;
  static final AlgorithmIdentifier SHA1 =
      new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.3.14.3.2.26"), DERNull.INSTANCE);
  static final AlgorithmIdentifier SHA256 =
      new AlgorithmIdentifier(new ASN1ObjectIdentifier("2.16.840.1.101.3.4.2.1"));

  /** A key and its certificate. */
  record Holder(X509CertificateHolder certificate, PrivateKey key) {
    MailCertificate mailCertificate() {
      try {
        return MailCertificate.of(certificate.getEncoded());
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static BigInteger serial = BigInteger.TEN;

  private final BasicOCSPRespBuilder builder;
  private final Holder issuer;
  private final List<X509CertificateHolder> certificates = new ArrayList<>();

  private AnswerMaker(Holder issuer, BasicOCSPRespBuilder builder) {
    this.issuer = issuer;
    this.builder = builder;
  }

  /** An answer by the issuer, by its name. */
  static AnswerMaker by(Holder issuer) {
    return new AnswerMaker(
        issuer, new BasicOCSPRespBuilder(new RespID(issuer.certificate().getSubject())));
  }

  /** An answer on certificates of the issuer that somebody else gives, and signs. */
  static AnswerMaker inPlaceOf(Holder issuer, Holder signer) {
    AnswerMaker maker =
        new AnswerMaker(
            issuer, new BasicOCSPRespBuilder(new RespID(signer.certificate().getSubject())));
    maker.certificates.add(signer.certificate());
    return maker;
  }

  /** An issuer, self-signed, on P-256. */
  static Holder root(String name) {
    return issued(null, name, certificate -> {});
  }

  /** What goes into a certificate. */
  interface Content {
    void into(X509v3CertificateBuilder certificate) throws CertIOException;
  }

  /**
   * @param by null: itself
   */
  static Holder issued(Holder by, String name, Content content) {
    return issued(by, name, "SHA256withECDSA", content);
  }

  static Holder issued(Holder by, String name, String algorithm, Content content) {
    return issued(by, name, keys("EC", 256), algorithm, content);
  }

  static KeyPair keys(String kind, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(kind, BcPerson.PROVIDER);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  static Holder issued(Holder by, String name, KeyPair pair, String algorithm, Content content) {
    try {
      X500Name subject = new X500Name("CN=" + name);
      serial = serial.add(BigInteger.ONE);
      X509v3CertificateBuilder builder =
          new X509v3CertificateBuilder(
              by == null ? subject : by.certificate().getSubject(),
              serial,
              new Date(System.currentTimeMillis() - 48 * HOUR),
              new Date(System.currentTimeMillis() + 2000 * HOUR),
              subject,
              SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
      content.into(builder);
      return new Holder(
          builder.build(
              new JcaContentSignerBuilder(algorithm)
                  .build(by == null ? pair.getPrivate() : by.key())),
          pair.getPrivate());
    } catch (CertIOException | OperatorCreationException e) {
      throw new AssertionError(e);
    }
  }

  static Extension extension(String oid, boolean critical) {
    return new Extension(new ASN1ObjectIdentifier(oid), critical, new byte[] {5, 0});
  }

  CertificateID id(Holder certificate, AlgorithmIdentifier hash) {
    try {
      DigestCalculatorProvider digests =
          new JcaDigestCalculatorProviderBuilder().setProvider(BcPerson.PROVIDER).build();
      return new CertificateID(
          digests.get(hash), issuer.certificate(), certificate.certificate().getSerialNumber());
    } catch (OperatorCreationException | OCSPException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * One single response, by SHA-1.
   *
   * @param status null: good
   * @param to null: no nextUpdate
   */
  AnswerMaker says(Holder certificate, CertificateStatus status, long from, Long to) {
    return says(id(certificate, SHA1), status, from, to);
  }

  AnswerMaker says(
      CertificateID id, CertificateStatus status, long from, Long to, Extension... extensions) {
    builder.addResponse(
        id,
        status,
        new Date(from),
        to == null ? null : new Date(to),
        extensions.length == 0 ? null : new Extensions(extensions));
    return this;
  }

  /** Good for an hour before and after. */
  AnswerMaker good(Holder certificate) {
    long now = System.currentTimeMillis();
    return says(certificate, null, now - HOUR, now + HOUR);
  }

  AnswerMaker extended(Extension... extensions) {
    builder.setResponseExtensions(new Extensions(extensions));
    return this;
  }

  /** The nonce as RFC 9654 wants it. */
  AnswerMaker nonce(byte[] nonce) {
    try {
      return extended(
          new Extension(
              OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
              false,
              new DEROctetString(nonce).getEncoded()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** One more certificate in the answer, after the signer's. */
  AnswerMaker with(Holder certificate) {
    certificates.add(certificate.certificate());
    return this;
  }

  byte[] signed(Holder signer) {
    return signed(signer, "SHA256withECDSA", System.currentTimeMillis());
  }

  byte[] signed(Holder signer, String algorithm, long producedAt) {
    try {
      return new OCSPRespBuilder()
          .build(
              OCSPRespBuilder.SUCCESSFUL,
              builder.build(
                  new JcaContentSignerBuilder(algorithm).build(signer.key()),
                  certificates.isEmpty()
                      ? null
                      : certificates.toArray(new X509CertificateHolder[0]),
                  new Date(producedAt)))
          .getEncoded();
    } catch (OperatorCreationException | OCSPException | IOException e) {
      throw new AssertionError(e);
    }
  }
}

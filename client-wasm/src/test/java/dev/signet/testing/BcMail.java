package dev.signet.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.CollectionStore;

/** Signed entities as Bouncy Castle's CMS makes them, and as nobody should make them. */
public final class BcMail {
  private BcMail() {}

  /** {@code application/pkcs7-mime} around a CMS. */
  public static byte[] entity(byte[] cms) {
    return ("Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\r\n"
            + "Content-Transfer-Encoding: base64\r\n\r\n"
            + Base64.getMimeEncoder().encodeToString(cms)
            + "\r\n")
        .getBytes(US_ASCII);
  }

  public static CMSSignedData sign(byte[] content, BcPerson... signers) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      for (BcPerson each : signers) {
        generator.addSignerInfoGenerator(builder().build(each.signer(), each.certificate()));
        generator.addCertificate(each.certificate());
      }
      return generator.generate(new CMSProcessableByteArray(content), true);
    } catch (CMSException | OperatorCreationException e) {
      throw new AssertionError(e);
    }
  }

  /** The same with a signature over the first signer's value. */
  public static CMSSignedData countersigned(CMSSignedData signed, BcPerson by) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(builder().build(by.signer(), by.certificate()));
      SignerInformation first = signed.getSignerInfos().iterator().next();
      SignerInformationStore counter = generator.generateCounterSigners(first);
      CMSSignedDataGenerator all = new CMSSignedDataGenerator();
      all.addCertificates(signed.getCertificates());
      all.addCertificate(by.certificate());
      all.addSigners(
          new SignerInformationStore(SignerInformation.addCounterSigners(first, counter)));
      return all.generate((org.bouncycastle.cms.CMSTypedData) signed.getSignedContent(), true);
    } catch (CMSException | OperatorCreationException e) {
      throw new AssertionError(e);
    }
  }

  /** The first message with the countersignatures of the second put on its signer. */
  public static CMSSignedData withCountersigners(CMSSignedData signed, CMSSignedData source) {
    SignerInformation signer = signed.getSignerInfos().iterator().next();
    SignerInformationStore counter =
        source.getSignerInfos().iterator().next().getCounterSignatures();
    SignerInformation with = SignerInformation.addCounterSigners(signer, counter);
    try {
      CMSSignedData replaced =
          CMSSignedData.replaceSigners(signed, new SignerInformationStore(with));
      return CMSSignedData.replaceCertificatesAndCRLs(
          replaced, source.getCertificates(), null, null);
    } catch (CMSException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * The entity of a mail, with the same signature, and these certificates in place of its own.
   *
   * @param mail of which the whole body is a CMS in base64
   */
  public static byte[] withCertificates(byte[] mail, List<Identity> people) {
    String text = new String(mail, US_ASCII);
    String body = text.substring(text.indexOf("\r\n\r\n") + 4);
    List<X509CertificateHolder> certificates = new ArrayList<>();
    try {
      for (Identity each : people) {
        certificates.add(new X509CertificateHolder(each.certificateDer()));
      }
      CMSSignedData signed = new CMSSignedData(Base64.getMimeDecoder().decode(body));
      return entity(
          CMSSignedData.replaceCertificatesAndCRLs(
                  signed, new CollectionStore<>(certificates), null, null)
              .getEncoded());
    } catch (CMSException | IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Signed by key identifier, with another's certificate of the same identifier before it. */
  public static byte[] bySharedIdentifier(byte[] content, BcPerson person, BcPerson issuer) {
    try {
      byte[] identifier =
          SubjectKeyIdentifier.fromExtensions(person.certificate().getExtensions())
              .getKeyIdentifier();
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(builder().build(person.signer(), identifier));
      for (int i = 0; i < 3; i++) {
        generator.addCertificate(
            issuer.issueWithIdentifier(identifier, "other" + i + "@example.org"));
      }
      generator.addCertificate(person.certificate());
      return generator.generate(new CMSProcessableByteArray(content), true).getEncoded();
    } catch (CMSException | OperatorCreationException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static JcaSignerInfoGeneratorBuilder builder() throws OperatorCreationException {
    return new JcaSignerInfoGeneratorBuilder(
        new JcaDigestCalculatorProviderBuilder().setProvider(BcPerson.PROVIDER).build());
  }

  /** SignedData around one signer info, whatever it says. */
  public static byte[] around(byte[] content, BcPerson person, SignerInfo signer) {
    return around(content, person, (ASN1Encodable) signer);
  }

  public static byte[] around(byte[] content, BcPerson person, ASN1Encodable signer) {
    try {
      ASN1EncodableVector signed = new ASN1EncodableVector();
      SignedData data =
          new SignedData(
              new DERSet(),
              new ContentInfo(CMSObjectIdentifiers.data, new BEROctetString(content)),
              new DERSet(person.certificate().toASN1Structure()),
              null,
              new org.bouncycastle.asn1.BERSet(signer));
      signed.add(data);
      return new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded(ASN1Encoding.BER);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable... values) {
    return new Attribute(type, new DERSet(values));
  }

  /** Content type, digest and signing time. */
  public static List<Attribute> usual(byte[] digest) {
    return List.of(
        attribute(CMSAttributes.contentType, CMSObjectIdentifiers.data),
        attribute(CMSAttributes.signingTime, new Time(new Date())),
        attribute(CMSAttributes.messageDigest, new org.bouncycastle.asn1.DEROctetString(digest)));
  }

  public static ASN1Set set(List<Attribute> attributes) {
    return new org.bouncycastle.asn1.DLSet(attributes.toArray(new Attribute[0]));
  }
}

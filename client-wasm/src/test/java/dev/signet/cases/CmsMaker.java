package dev.signet.cases;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.signet.testing.Identity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSAuthenticatedDataGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.DefaultAuthenticatedAttributeTableGenerator;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.SimpleAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSMacCalculatorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** CMS messages that OpenSSL cannot make, as Bouncy Castle's own CMS classes make them. */
final class CmsMaker {
  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  private CmsMaker() {}

  /** A step that may fail in any way that the JDK's cryptography fails in. */
  private interface Making {
    byte[] make() throws Exception;
  }

  private static byte[] made(Making making) {
    try {
      return making.make();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** AuthEnvelopedData. */
  static byte[] sealed(
      byte[] content, Identity recipient, ASN1ObjectIdentifier cipher, boolean attributes) {
    return made(
        () -> {
          CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
          generator.addRecipientInfoGenerator(transport(recipient));
          if (attributes) {
            ASN1EncodableVector table = new ASN1EncodableVector();
            table.add(
                new Attribute(CMSAttributes.contentType, new DERSet(CMSObjectIdentifiers.data)));
            table.add(
                new Attribute(
                    new ASN1ObjectIdentifier("1.2.3.4"),
                    new DERSet(new DEROctetString("an attribute".getBytes(US_ASCII)))));
            generator.setAuthenticatedAttributeGenerator(
                new SimpleAttributeTableGenerator(new AttributeTable(table)));
          }
          OutputEncryptor encryptor =
              new JceCMSContentEncryptorBuilder(cipher).setProvider(PROVIDER).build();
          return generator
              .generate(new CMSProcessableByteArray(content), (OutputAEADEncryptor) encryptor)
              .getEncoded();
        });
  }

  /** EnvelopedData, or AuthEnvelopedData by its cipher, whose key is bound to it (RFC 9709). */
  static byte[] derived(byte[] content, Identity recipient, ASN1ObjectIdentifier cipher) {
    return made(
        () -> {
          OutputEncryptor encryptor =
              new JceCMSContentEncryptorBuilder(cipher)
                  .setEnableSha256HKdf(true)
                  .setProvider(PROVIDER)
                  .build();
          CMSTypedData data = new CMSProcessableByteArray(content);
          if (encryptor instanceof OutputAEADEncryptor sealing) {
            CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
            generator.addRecipientInfoGenerator(transport(recipient));
            return generator.generate(data, sealing).getEncoded();
          }
          CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
          generator.addRecipientInfoGenerator(transport(recipient));
          return generator.generate(data, encryptor).getEncoded();
        });
  }

  /**
   * AuthenticatedData.
   *
   * @param attributes whether the MAC is over attributes that hold a digest
   */
  static byte[] authenticated(
      byte[] content, Identity recipient, ASN1ObjectIdentifier mac, boolean attributes) {
    return made(
        () -> {
          CMSAuthenticatedDataGenerator generator = new CMSAuthenticatedDataGenerator();
          generator.addRecipientInfoGenerator(transport(recipient));
          var calculator = new JceCMSMacCalculatorBuilder(mac).setProvider(PROVIDER).build();
          CMSTypedData data = new CMSProcessableByteArray(content);
          if (!attributes) {
            return generator.generate(data, calculator).getEncoded();
          }
          generator.setAuthenticatedAttributeGenerator(
              new DefaultAuthenticatedAttributeTableGenerator());
          var digests = new JcaDigestCalculatorProviderBuilder().setProvider(PROVIDER).build();
          var sha256 =
              digests.get(
                  new AlgorithmIdentifier(new ASN1ObjectIdentifier("2.16.840.1.101.3.4.2.1")));
          return generator.generate(data, calculator, sha256).getEncoded();
        });
  }

  private static RecipientInfoGenerator transport(Identity recipient) throws Exception {
    var certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(recipient.certificateDer()));
    return new JceKeyTransRecipientInfoGenerator(certificate).setProvider(PROVIDER);
  }

  /** CompressedData. */
  static byte[] compressed(byte[] content) {
    return compressed(CMSObjectIdentifiers.data, deflated(content));
  }

  /** CompressedData around a stream that is given as it is. */
  static byte[] compressed(ASN1ObjectIdentifier type, byte[] stream) {
    return contentInfo(
        CMSObjectIdentifiers.compressedData,
        sequence(
            new ASN1Integer(0),
            sequence(new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.3.8")),
            sequence(type, new DERTaggedObject(true, 0, new BEROctetString(stream)))));
  }

  static DERSequence sequence(ASN1Encodable... fields) {
    return new DERSequence(fields);
  }

  static byte[] contentInfo(ASN1ObjectIdentifier type, ASN1Encodable content) {
    return made(() -> new ContentInfo(type, content).getEncoded());
  }

  static byte[] deflated(byte[] content) {
    return deflated(List.of(content));
  }

  /** The parts, one after the other, as one stream in zlib's format. */
  static byte[] deflated(List<byte[]> parts) {
    Deflater deflater = new Deflater(9);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    for (byte[] part : parts) {
      deflater.setInput(part);
      while (!deflater.needsInput()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
    }
    deflater.finish();
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  /** The message as an entity of a mail. */
  static byte[] entity(String smimeType, byte[] cms) {
    String head =
        "Content-Type: application/pkcs7-mime; smime-type="
            + smimeType
            + "; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    byte[] body = Base64.getMimeEncoder(76, "\r\n".getBytes(US_ASCII)).encode(cms);
    byte[] start = head.getBytes(US_ASCII);
    byte[] whole = Arrays.copyOf(start, start.length + body.length + 2);
    System.arraycopy(body, 0, whole, start.length, body.length);
    whole[whole.length - 2] = '\r';
    whole[whole.length - 1] = '\n';
    return whole;
  }
}

package dev.signet.attacks;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.EnvelopedData;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;

/** CMS messages of others, put together anew. */
final class Forged {
  private Forged() {}

  static SignedData signedData(byte[] cms) {
    return SignedData.getInstance(ContentInfo.getInstance(cms).getContent());
  }

  static SignerInfo signer(byte[] cms) {
    return SignerInfo.getInstance(signedData(cms).getSignerInfos().getObjectAt(0));
  }

  /** The signed data with other content and other signers. */
  static byte[] signed(SignedData like, ContentInfo content, ASN1Set signers) {
    return der(
        new ContentInfo(
            CMSObjectIdentifiers.signedData,
            new SignedData(
                like.getDigestAlgorithms(), content, like.getCertificates(), null, signers)));
  }

  static ContentInfo data(byte[] content) {
    return new ContentInfo(CMSObjectIdentifiers.data, new DEROctetString(content));
  }

  /** The signer info with other attributes; null: without any. */
  static ASN1Set withAttributes(SignerInfo signer, ASN1Set attributes) {
    return new DERSet(
        new SignerInfo(
            signer.getSID(),
            signer.getDigestAlgorithm(),
            attributes,
            signer.getDigestEncryptionAlgorithm(),
            signer.getEncryptedDigest(),
            null));
  }

  /** Signed data whose content is no OCTET STRING. */
  static byte[] withContent(SignedData like, ASN1ObjectIdentifier type, ASN1Encodable content) {
    ASN1EncodableVector encapsulated = new ASN1EncodableVector();
    encapsulated.add(type);
    encapsulated.add(new DERTaggedObject(true, 0, content));
    ASN1EncodableVector fields = new ASN1EncodableVector();
    fields.add(like.getVersion());
    fields.add(like.getDigestAlgorithms());
    fields.add(new DERSequence(encapsulated));
    fields.add(new DERTaggedObject(false, 0, like.getCertificates()));
    fields.add(like.getSignerInfos());
    return der(new ContentInfo(CMSObjectIdentifiers.signedData, new DERSequence(fields)));
  }

  /** The enveloped data with another encrypted key for its first recipient, and other content. */
  static byte[] enveloped(byte[] cms, byte[] encryptedKey, byte[] ciphertext) {
    EnvelopedData envelope = EnvelopedData.getInstance(ContentInfo.getInstance(cms).getContent());
    KeyTransRecipientInfo recipient = recipient(cms);
    EncryptedContentInfo content = envelope.getEncryptedContentInfo();
    ASN1OctetString octets =
        ciphertext == null ? content.getEncryptedContent() : new DEROctetString(ciphertext);
    return der(
        new ContentInfo(
            CMSObjectIdentifiers.envelopedData,
            new EnvelopedData(
                null,
                new DERSet(
                    new RecipientInfo(
                        new KeyTransRecipientInfo(
                            recipient.getRecipientIdentifier(),
                            recipient.getKeyEncryptionAlgorithm(),
                            new DEROctetString(encryptedKey)))),
                new EncryptedContentInfo(
                    content.getContentType(), content.getContentEncryptionAlgorithm(), octets),
                (ASN1Set) null)));
  }

  /** The enveloped data with another ciphertext. */
  static byte[] changed(byte[] cms, byte[] ciphertext) {
    return enveloped(cms, recipient(cms).getEncryptedKey().getOctets(), ciphertext);
  }

  private static KeyTransRecipientInfo recipient(byte[] cms) {
    EnvelopedData envelope = EnvelopedData.getInstance(ContentInfo.getInstance(cms).getContent());
    return (KeyTransRecipientInfo)
        RecipientInfo.getInstance(envelope.getRecipientInfos().getObjectAt(0)).getInfo();
  }

  static byte[] ciphertext(byte[] cms) {
    return EnvelopedData.getInstance(ContentInfo.getInstance(cms).getContent())
        .getEncryptedContentInfo()
        .getEncryptedContent()
        .getOctets();
  }

  static byte[] der(ASN1Encodable structure) {
    try {
      return structure.toASN1Primitive().getEncoded("DER");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.signet.engine.cms;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.asn1.Asn1;
import dev.signet.engine.asn1.BerElement;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import dev.signet.engine.report.EncryptionReport.RecipientId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientIdentifier;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientEncryptedKey;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.util.encoders.Hex;

/**
 * EnvelopedData (RFC 5652 section 6.1).
 *
 * @param transports the recipients by key transport
 * @param recipientIds all recipients that the message names, in its order
 * @param otherRecipient OID of the key management of a recipient of another kind, or null
 * @param cipherOid what the content is encrypted with
 */
public record EnvelopedMessage(
    List<KeyTransRecipientInfo> transports,
    List<RecipientId> recipientIds,
    String otherRecipient,
    String cipherOid,
    ASN1Encodable cipherParameters,
    Bulk ciphertext)
    implements CmsMessage {

  private static final int MAX_RECIPIENTS = 5_000;

  static EnvelopedMessage parse(BerElement envelopedData, Host host) {
    return Asn1.read("the enveloped data", () -> read(envelopedData, host));
  }

  private static EnvelopedMessage read(BerElement envelopedData, Host host) {
    List<BerElement> fields = envelopedData.children(0x30);
    int at = 1;
    if (fields.size() > at && fields.get(at).context(0)) {
      at++;
    }
    if (fields.size() < at + 2 || fields.size() > at + 3) {
      throw SmimeException.malformed("the enveloped data is incomplete");
    }
    List<BerElement> encrypted = fields.get(at + 1).children(0x30);
    if (encrypted.size() != 3 || !encrypted.get(2).context(0)) {
      throw SmimeException.malformed("the encrypted content is missing");
    }
    AlgorithmIdentifier cipher =
        AlgorithmIdentifier.getInstance(CmsMessage.structure(encrypted.get(1)));
    Recipients recipients = new Recipients();
    recipients.read(fields.get(at).children(0x31));
    return new EnvelopedMessage(
        recipients.transports,
        recipients.ids,
        recipients.other,
        cipher.getAlgorithm().getId(),
        cipher.getParameters(),
        encrypted.get(2).octets(host));
  }

  /**
   * The cipher of the content.
   *
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID
   */
  public ContentCipher cipher() {
    return ContentCipher.of(cipherOid);
  }

  /**
   * The initialisation vector.
   *
   * @throws SmimeException {@code MALFORMED_MESSAGE}
   */
  public byte[] iv() {
    if (cipherParameters instanceof ASN1OctetString octets
        && octets.getOctetsLength() == cipher().blockBytes()) {
      return octets.getOctets();
    }
    throw SmimeException.malformed("the initialisation vector is damaged");
  }

  /** Name and serial number of an issuer in the form that reports use. */
  static RecipientId id(IssuerAndSerialNumber id) {
    return new RecipientId(
        id.getName().toString(), id.getSerialNumber().getValue().toString(16), null);
  }

  private static final class Recipients {
    private final List<KeyTransRecipientInfo> transports = new ArrayList<>();
    private final List<RecipientId> ids = new ArrayList<>();
    private String other;

    void read(List<BerElement> infos) {
      if (infos.size() > MAX_RECIPIENTS) {
        throw new SmimeException(
            ErrorCode.TOO_LARGE,
            "there are too many recipients",
            Map.of("what", "recipients", "limit", Integer.toString(MAX_RECIPIENTS)));
      }
      for (BerElement info : infos) {
        ASN1Encodable recipient = RecipientInfo.getInstance(CmsMessage.structure(info)).getInfo();
        if (recipient instanceof KeyTransRecipientInfo transport) {
          transports.add(transport);
          ids.add(id(transport));
        } else if (recipient instanceof KeyAgreeRecipientInfo agreement) {
          other = agreement.getKeyEncryptionAlgorithm().getAlgorithm().getId();
          readAgreement(agreement);
        } else {
          ids.add(new RecipientId(null, null, null));
          other = otherAlgorithm(recipient);
        }
      }
    }

    private static RecipientId id(KeyTransRecipientInfo transport) {
      ASN1Encodable id = transport.getRecipientIdentifier().getId();
      return id instanceof IssuerAndSerialNumber issuer
          ? EnvelopedMessage.id(issuer)
          : keyIdentifier(ASN1OctetString.getInstance(id));
    }

    private static RecipientId keyIdentifier(ASN1OctetString identifier) {
      return new RecipientId(null, null, Hex.toHexString(identifier.getOctets()));
    }

    private void readAgreement(KeyAgreeRecipientInfo agreement) {
      for (ASN1Encodable each : agreement.getRecipientEncryptedKeys()) {
        KeyAgreeRecipientIdentifier id = RecipientEncryptedKey.getInstance(each).getIdentifier();
        ids.add(
            id.getIssuerAndSerialNumber() != null
                ? EnvelopedMessage.id(id.getIssuerAndSerialNumber())
                : keyIdentifier(id.getRKeyID().getSubjectKeyIdentifier()));
      }
    }

    /** The first algorithm that stands in a password, KEK or other recipient. */
    private static String otherAlgorithm(ASN1Encodable recipient) {
      ASN1Encodable content =
          recipient instanceof ASN1TaggedObject tagged ? tagged.getBaseObject() : recipient;
      if (content.toASN1Primitive() instanceof ASN1Sequence fields) {
        for (ASN1Encodable field : fields) {
          if (field.toASN1Primitive() instanceof ASN1Sequence algorithm
              && algorithm.size() > 0
              && algorithm.getObjectAt(0) instanceof ASN1ObjectIdentifier oid) {
            return oid.getId();
          }
        }
      }
      return ENVELOPED_DATA;
    }
  }
}

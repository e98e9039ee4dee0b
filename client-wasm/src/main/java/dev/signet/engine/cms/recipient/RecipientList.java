package dev.signet.engine.cms.recipient;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.asn1.Asn1;
import dev.signet.engine.asn1.BerElement;
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
import org.bouncycastle.util.encoders.Hex;

/**
 * RecipientInfos (RFC 5652 section 6.2).
 *
 * @param transports the recipients by key transport
 * @param ids all recipients that the message names, in its order
 * @param other OID of the key management of a recipient of another kind, or null
 */
public record RecipientList(
    List<KeyTransRecipientInfo> transports, List<RecipientId> ids, String other) {

  private static final int MAX_RECIPIENTS = 5_000;

  /** Octets of one recipient info. */
  private static final int MAX_STRUCTURE = 8 * 1024 * 1024;

  /**
   * @param set the SET OF
   * @throws SmimeException {@code MALFORMED_MESSAGE} or {@code TOO_LARGE}
   */
  public static RecipientList read(BerElement set) {
    return Asn1.read(
        "a recipient info",
        () -> {
          Reading reading = new Reading();
          reading.read(set.children(0x31));
          return new RecipientList(reading.transports, reading.ids, reading.other);
        });
  }

  /** Name and serial number of an issuer in the form that reports use. */
  private static RecipientId id(IssuerAndSerialNumber id) {
    return new RecipientId(
        id.getName().toString(), id.getSerialNumber().getValue().toString(16), null);
  }

  private static final class Reading {
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
        ASN1Encodable recipient =
            RecipientInfo.getInstance(Asn1.parse(info.encoded(MAX_STRUCTURE))).getInfo();
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
          ? RecipientList.id(issuer)
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
                ? RecipientList.id(id.getIssuerAndSerialNumber())
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
      return "1.2.840.113549.1.7.3";
    }
  }
}

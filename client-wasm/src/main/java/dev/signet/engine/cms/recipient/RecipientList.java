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
import org.bouncycastle.asn1.cms.KEKRecipientInfo;
import org.bouncycastle.asn1.cms.KEMRecipientInfo;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.OtherRecipientInfo;
import org.bouncycastle.asn1.cms.PasswordRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientInfo;

/**
 * RecipientInfos (RFC 5652 section 6.2).
 *
 * @param all in the order of the message
 */
public record RecipientList(List<Recipient> all) {
  private static final int MAX_RECIPIENTS = 5_000;

  /** Octets of one recipient info. */
  private static final int MAX_STRUCTURE = 8 * 1024 * 1024;

  /**
   * @param set the SET OF
   * @throws SmimeException {@code MALFORMED_MESSAGE} or {@code TOO_LARGE}
   */
  public static RecipientList read(BerElement set) {
    return Asn1.read("a recipient info", () -> new RecipientList(readAll(set.children(0x31))));
  }

  private static List<Recipient> readAll(List<BerElement> infos) {
    List<Recipient> recipients = new ArrayList<>();
    int count = infos.size();
    requireFew(count);
    for (BerElement info : infos) {
      Recipient recipient =
          recipient(RecipientInfo.getInstance(Asn1.parse(info.encoded(MAX_STRUCTURE))).getInfo());
      if (recipient instanceof AgreementRecipient agreement) {
        count += Math.max(0, agreement.encryptedKeys().size() - 1);
        requireFew(count);
      }
      recipients.add(recipient);
    }
    return recipients;
  }

  private static Recipient recipient(ASN1Encodable info) {
    if (info instanceof KeyTransRecipientInfo transport) {
      return TransportRecipient.of(transport);
    }
    if (info instanceof KeyAgreeRecipientInfo agreement) {
      return AgreementRecipient.of(agreement);
    }
    if (info instanceof KEKRecipientInfo shared) {
      return new SharedKeyRecipient(shared);
    }
    if (info instanceof PasswordRecipientInfo password) {
      return new PasswordRecipient(password);
    }
    OtherRecipientInfo other = OtherRecipientInfo.getInstance(info);
    return other.getType().getId().equals(EncapsulationRecipient.KIND)
        ? EncapsulationRecipient.of(KEMRecipientInfo.getInstance(other.getValue()))
        : new OtherRecipient(other.getType().getId());
  }

  private static void requireFew(int recipients) {
    if (recipients > MAX_RECIPIENTS) {
      throw new SmimeException(
          ErrorCode.TOO_LARGE,
          "there are too many recipients",
          Map.of("what", "recipients", "limit", Integer.toString(MAX_RECIPIENTS)));
    }
  }

  /** Everybody whom the message names, in its order. */
  public List<RecipientId> ids() {
    List<RecipientId> ids = new ArrayList<>();
    for (Recipient recipient : all) {
      ids.addAll(recipient.ids());
    }
    return ids;
  }

  /** Name of the first recipient's key management, or an OID, for reports. */
  public String display() {
    return all.isEmpty() ? "" : all.get(0).display();
  }

  /** The OID where no recipient is of a kind that the engine has, else null. */
  String onlyOthers() {
    String oid = null;
    for (Recipient recipient : all) {
      if (!(recipient instanceof OtherRecipient other)) {
        return null;
      }
      oid = other.oid();
    }
    return oid;
  }
}

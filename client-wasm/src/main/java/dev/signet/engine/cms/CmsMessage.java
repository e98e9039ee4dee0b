package dev.signet.engine.cms;

import dev.signet.engine.SmimeException;
import dev.signet.engine.asn1.Asn1;
import dev.signet.engine.asn1.BerElement;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;

/** What a ContentInfo (RFC 5652 section 3) holds. */
public sealed interface CmsMessage permits SignedMessage, EnvelopedMessage {
  /** id-signedData. */
  String SIGNED_DATA = "1.2.840.113549.1.7.2";

  /** id-envelopedData. */
  String ENVELOPED_DATA = "1.2.840.113549.1.7.3";

  /** Octets of one structure that is not content: certificates, signers, recipients. */
  int MAX_STRUCTURE = 8 * 1024 * 1024;

  /**
   * Takes a message apart.
   *
   * @throws SmimeException {@code MALFORMED_MESSAGE}, {@code TOO_LARGE}, or {@code
   *     UNSUPPORTED_ALGORITHM} with the OID of another content type
   */
  static CmsMessage parse(Bulk encoding, Host host) {
    BerElement root = BerElement.first(encoding);
    requireNothingAfter(encoding, root.endsAt());
    List<BerElement> info = root.children(0x30);
    if (info.size() != 2 || !info.get(1).context(0)) {
      throw SmimeException.malformed("this is not a CMS message");
    }
    String type = oid(info.get(0));
    List<BerElement> content = info.get(1).children();
    if (content.size() != 1) {
      throw SmimeException.malformed("this is not a CMS message");
    }
    return switch (type) {
      case SIGNED_DATA -> SignedMessage.parse(content.get(0), host);
      case ENVELOPED_DATA -> EnvelopedMessage.parse(content.get(0), host);
      default -> throw SmimeException.unsupported(type);
    };
  }

  /** Line ends and zero octets after the structure are what mail gateways leave behind. */
  private static void requireNothingAfter(Bulk encoding, int end) {
    int surplus = encoding.length() - end;
    if (surplus > 1024) {
      throw SmimeException.malformed("something follows the CMS message");
    }
    for (byte octet : encoding.read(end, encoding.length())) {
      if (octet != 0 && octet != '\r' && octet != '\n') {
        throw SmimeException.malformed("something follows the CMS message");
      }
    }
  }

  static ASN1Primitive structure(BerElement element) {
    return Asn1.parse(element.encoded(MAX_STRUCTURE));
  }

  static String oid(BerElement element) {
    if (structure(element) instanceof ASN1ObjectIdentifier oid) {
      return oid.getId();
    }
    throw SmimeException.malformed("an object identifier is missing");
  }
}

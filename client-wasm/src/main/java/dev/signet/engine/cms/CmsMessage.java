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
public sealed interface CmsMessage
    permits SignedMessage,
        EnvelopedMessage,
        EncryptedMessage,
        CompressedMessage,
        AuthenticatedMessage {
  /** id-data: what S/MIME signs and encrypts. */
  String DATA = "1.2.840.113549.1.7.1";

  /** id-signedData. */
  String SIGNED_DATA = "1.2.840.113549.1.7.2";

  /** id-envelopedData. */
  String ENVELOPED_DATA = "1.2.840.113549.1.7.3";

  /** id-encryptedData. */
  String ENCRYPTED_DATA = "1.2.840.113549.1.7.6";

  /** id-ct-authData. */
  String AUTHENTICATED_DATA = "1.2.840.113549.1.9.16.1.2";

  /** id-ct-compressedData. */
  String COMPRESSED_DATA = "1.2.840.113549.1.9.16.1.9";

  /** id-ct-authEnvelopedData. */
  String AUTH_ENVELOPED_DATA = "1.2.840.113549.1.9.16.1.23";

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
    return of(type, content.get(0), host);
  }

  /**
   * Takes apart what a ContentInfo, or another message's content type, says that this is.
   *
   * @throws SmimeException as {@link #parse}
   */
  private static CmsMessage of(String type, BerElement content, Host host) {
    return switch (type) {
      case SIGNED_DATA -> SignedMessage.parse(content, host);
      case ENVELOPED_DATA -> EnvelopedMessage.parse(content, host);
      case AUTH_ENVELOPED_DATA -> EnvelopedMessage.parseSealed(content, host);
      case ENCRYPTED_DATA -> EncryptedMessage.parse(content, host);
      case COMPRESSED_DATA -> CompressedMessage.parse(content, host);
      case AUTHENTICATED_DATA -> AuthenticatedMessage.parse(content, host);
      default -> throw SmimeException.unsupported(type);
    };
  }

  /**
   * The message that another one's content is (RFC 5652 section 4: without a ContentInfo around
   * it), where the content type names one. In mail there is a MIME entity in between; other senders
   * leave it out.
   *
   * @param type OID of the content
   * @return null where it is no such message
   */
  static CmsMessage nested(String type, Bulk content, Host host) {
    boolean known =
        switch (type) {
          case SIGNED_DATA,
              ENVELOPED_DATA,
              AUTH_ENVELOPED_DATA,
              ENCRYPTED_DATA,
              COMPRESSED_DATA,
              AUTHENTICATED_DATA ->
              true;
          default -> false;
        };
    if (!known || content.length() < 2 || content.read(0, 1)[0] != 0x30) {
      return null;
    }
    BerElement root = BerElement.first(content);
    requireNothingAfter(content, root.endsAt());
    return of(type, root, host);
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

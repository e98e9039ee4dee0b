package dev.signet.engine.cms;

import dev.signet.engine.SmimeException;
import dev.signet.engine.asn1.Asn1;
import dev.signet.engine.asn1.BerElement;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;

/**
 * Attributes that a tag or a MAC is over (RFC 5083 section 2.2, RFC 5652 section 9.2).
 *
 * @param der their DER as a SET OF, whatever tag and order they have in the message; empty where
 *     there are none
 */
record AttributeSet(ASN1Set attributes, byte[] der) {
  /**
   * @param element the implicitly tagged SET OF, or null
   * @throws SmimeException {@code MALFORMED_MESSAGE}
   */
  static AttributeSet read(BerElement element) {
    if (element == null) {
      return new AttributeSet(null, new byte[0]);
    }
    if (!element.constructed()) {
      throw damaged();
    }
    byte[] encoded = element.encoded(CmsMessage.MAX_STRUCTURE);
    encoded[0] = 0x31;
    ASN1Set attributes = ASN1Set.getInstance(Asn1.parse(encoded));
    if (attributes.size() == 0) {
      throw damaged();
    }
    try {
      return new AttributeSet(attributes, attributes.getEncoded("DER"));
    } catch (IOException e) {
      throw damaged();
    }
  }

  boolean empty() {
    return attributes == null;
  }

  /** OID that the content-type attribute holds; null where there is no such attribute. */
  String contentType() {
    ASN1Encodable value = single(CMSAttributes.contentType);
    return value == null ? null : ASN1ObjectIdentifier.getInstance(value).getId();
  }

  /** Null where there is no such attribute. */
  byte[] messageDigest() {
    ASN1Encodable value = single(CMSAttributes.messageDigest);
    return value == null ? null : ASN1OctetString.getInstance(value).getOctets();
  }

  private ASN1Encodable single(ASN1ObjectIdentifier type) {
    ASN1Encodable found = null;
    for (ASN1Encodable each : attributes) {
      Attribute attribute = Attribute.getInstance(each);
      if (attribute.getAttrType().equals(type)) {
        if (found != null || attribute.getAttrValues().size() != 1) {
          throw damaged();
        }
        found = attribute.getAttrValues().getObjectAt(0);
      }
    }
    return found;
  }

  private static SmimeException damaged() {
    return SmimeException.malformed("the authenticated attributes are damaged");
  }
}

package dev.signet.engine.cms;

import dev.signet.engine.SmimeException;
import dev.signet.engine.asn1.BerElement;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;

/** EncapsulatedContentInfo (RFC 5652 section 5.2) whose content is required. */
record EncapsulatedContent(String type, Bulk octets) {
  static EncapsulatedContent read(BerElement element, Host host) {
    Fields fields = new Fields(element);
    String type = CmsMessage.oid(fields.next());
    BerElement explicit = fields.optional(0);
    fields.end();
    if (explicit == null || explicit.children().size() != 1) {
      throw SmimeException.malformed("the encapsulated content is missing");
    }
    return new EncapsulatedContent(type, explicit.children().get(0).octets(host));
  }
}

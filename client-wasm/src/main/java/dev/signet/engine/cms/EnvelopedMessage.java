package dev.signet.engine.cms;

import dev.signet.engine.SmimeException;
import dev.signet.engine.asn1.Asn1;
import dev.signet.engine.asn1.BerElement;
import dev.signet.engine.cms.recipient.RecipientList;
import dev.signet.engine.port.Host;

/** EnvelopedData (RFC 5652 section 6.1) and AuthEnvelopedData (RFC 5083 section 2.1). */
public record EnvelopedMessage(RecipientList recipients, EncryptedContent content)
    implements CmsMessage {

  /** Whether it is AuthEnvelopedData. */
  public boolean sealed() {
    return content.seal() != null;
  }

  static EnvelopedMessage parse(BerElement envelopedData, Host host) {
    return Asn1.read("the enveloped data", () -> read(envelopedData, host));
  }

  private static EnvelopedMessage read(BerElement envelopedData, Host host) {
    Fields fields = new Fields(envelopedData);
    fields.skip();
    fields.optional(0);
    RecipientList recipients = RecipientList.read(fields.next());
    EncryptedContent content = EncryptedContent.read(fields.next(), null, host);
    fields.optional(1);
    fields.end();
    return new EnvelopedMessage(recipients, content);
  }

  static EnvelopedMessage parseSealed(BerElement authEnvelopedData, Host host) {
    return Asn1.read("the authenticated enveloped data", () -> readSealed(authEnvelopedData, host));
  }

  private static EnvelopedMessage readSealed(BerElement authEnvelopedData, Host host) {
    Fields fields = new Fields(authEnvelopedData);
    fields.skip();
    fields.optional(0);
    RecipientList recipients = RecipientList.read(fields.next());
    BerElement encrypted = fields.next();
    AttributeSet attributes = AttributeSet.read(fields.optional(1));
    byte[] tag = fields.octets();
    fields.optional(2);
    fields.end();
    EncryptedContent.Seal seal = new EncryptedContent.Seal(attributes.der(), tag);
    EncryptedContent content = EncryptedContent.read(encrypted, seal, host);
    String bound = attributes.empty() ? null : attributes.contentType();
    if (bound != null && !bound.equals(content.contentType())) {
      throw SmimeException.malformed("the authenticated attributes are of another content type");
    }
    return new EnvelopedMessage(recipients, content);
  }
}

package dev.signet.engine.cms;

import dev.signet.engine.SmimeException;
import dev.signet.engine.asn1.Asn1;
import dev.signet.engine.asn1.BerElement;
import dev.signet.engine.cms.recipient.RecipientList;
import dev.signet.engine.port.Host;
import java.util.List;

/** EnvelopedData (RFC 5652 section 6.1). */
public record EnvelopedMessage(RecipientList recipients, EncryptedContent content)
    implements CmsMessage {

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
    EncryptedContent content = EncryptedContent.read(fields.get(at + 1), host);
    return new EnvelopedMessage(RecipientList.read(fields.get(at)), content);
  }
}

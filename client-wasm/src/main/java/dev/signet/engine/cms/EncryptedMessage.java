package dev.signet.engine.cms;

import dev.signet.engine.asn1.Asn1;
import dev.signet.engine.asn1.BerElement;
import dev.signet.engine.port.Host;

/** EncryptedData (RFC 5652 section 8): no recipients, a key that both sides know. */
public record EncryptedMessage(EncryptedContent content) implements CmsMessage {
  static EncryptedMessage parse(BerElement encryptedData, Host host) {
    return Asn1.read("the encrypted data", () -> read(encryptedData, host));
  }

  private static EncryptedMessage read(BerElement encryptedData, Host host) {
    Fields fields = new Fields(encryptedData);
    fields.skip();
    EncryptedContent content = EncryptedContent.read(fields.next(), null, host);
    fields.optional(1);
    fields.end();
    return new EncryptedMessage(content);
  }
}

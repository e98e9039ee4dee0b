package dev.signet.engine.open;

import dev.signet.engine.SmimeException;
import dev.signet.engine.cms.Decryption;
import dev.signet.engine.cms.EnvelopedMessage;
import dev.signet.engine.report.EncryptionReport;

/** Puts together what is reported about an encrypted layer. */
final class EncryptionFacts {
  private EncryptionFacts() {}

  /**
   * @param decryption what decrypting came to, or null before it was tried
   */
  static EncryptionReport of(EnvelopedMessage message, Decryption decryption) {
    boolean opened = decryption != null && decryption.content() != null;
    return new EncryptionReport(
        cipherName(message),
        false,
        decryption == null ? Decryption.transportName(message) : decryption.keyTransport(),
        message.recipientIds(),
        opened ? decryption.key().id() : null);
  }

  private static String cipherName(EnvelopedMessage message) {
    try {
      return message.cipher().display();
    } catch (SmimeException e) {
      return message.cipherOid();
    }
  }
}

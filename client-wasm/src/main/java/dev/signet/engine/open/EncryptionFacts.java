package dev.signet.engine.open;

import dev.signet.engine.cms.EnvelopedMessage;
import dev.signet.engine.cms.recipient.Decryption;
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
        message.content().cipherName(),
        false,
        decryption == null
            ? Decryption.transportName(message.recipients())
            : decryption.keyTransport(),
        message.recipients().ids(),
        opened ? decryption.key().id() : null);
  }
}

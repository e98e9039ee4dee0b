package dev.signet.engine.open;

import dev.signet.engine.cms.EncryptedMessage;
import dev.signet.engine.cms.EnvelopedMessage;
import dev.signet.engine.cms.recipient.Decryption;
import dev.signet.engine.report.EncryptionReport;
import java.util.List;

/** Puts together what is reported about an encrypted layer. */
final class EncryptionFacts {
  private EncryptionFacts() {}

  /**
   * @param decryption what decrypting came to, or null before it was tried
   */
  static EncryptionReport of(EnvelopedMessage message, Decryption decryption) {
    boolean opened = decryption != null && decryption.content() != null && decryption.key() != null;
    return new EncryptionReport(
        message.content().cipherName(),
        message.content().authenticated(),
        decryption == null ? message.recipients().display() : decryption.keyTransport(),
        message.recipients().ids(),
        opened ? decryption.key().id() : null);
  }

  static EncryptionReport of(EncryptedMessage message) {
    return new EncryptionReport(message.content().cipherName(), false, "", List.of(), null);
  }
}

package dev.signet.engine.open;

import dev.signet.engine.SmimeException;
import dev.signet.engine.cms.AuthenticatedMessage;
import dev.signet.engine.cms.EncryptedContent;
import dev.signet.engine.cms.EncryptedMessage;
import dev.signet.engine.cms.EnvelopedMessage;
import dev.signet.engine.cms.recipient.Decryption;
import dev.signet.engine.cms.recipient.Secrets;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;

/**
 * Tries what is at hand on a message with recipients, for every length that the message's key may
 * have. All is tried to the end whichever of it fits.
 */
final class KeyTrial {
  private final Host host;
  private final Secrets secrets;

  KeyTrial(Host host, Secrets secrets) {
    this.host = host;
    this.secrets = secrets;
  }

  /** Decrypts; the message's content has been checked. */
  Step<Decryption> decrypt(EnvelopedMessage message) {
    EncryptedContent content = message.content();
    return Decryption.of(
        message.recipients(), secrets, content.keySizes(), key -> decrypt(content, key));
  }

  /** Whether there is a key that a message without recipients may be under. */
  boolean hasContentKey() {
    return !secrets.contentKeys().isEmpty();
  }

  /** Decrypts under the keys that both sides know; null where none of them fits. */
  Step<Bulk> decrypt(EncryptedMessage message) {
    return Step.each(
            secrets.contentKeys(),
            key -> decrypt(message.content(), key).recover(error -> Step.done(null)))
        .map(
            attempts -> {
              Bulk found = null;
              for (Bulk content : attempts) {
                found = found == null ? content : found;
              }
              return found;
            });
  }

  /** Decrypts under one key; what cannot be content is a failure like any other. */
  Step<Bulk> decrypt(EncryptedContent content, byte[] key) {
    return content
        .decrypt(key)
        .then(
            plain ->
                content.authenticated() || Plausibility.content(content.contentType(), plain, host)
                    ? Step.done(plain)
                    : Step.failed(SmimeException.malformed("the content cannot be decrypted")));
  }

  /** Checks the MAC; where it is right, the content is there. */
  Step<Decryption> verify(AuthenticatedMessage message) {
    return Decryption.of(
        message.recipients(), secrets, message.keySizes(), key -> message.verify(key, host));
  }
}

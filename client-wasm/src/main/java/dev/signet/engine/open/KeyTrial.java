package dev.signet.engine.open;

import dev.signet.engine.SmimeException;
import dev.signet.engine.cms.AuthenticatedMessage;
import dev.signet.engine.cms.EncryptedContent;
import dev.signet.engine.cms.EnvelopedMessage;
import dev.signet.engine.cms.recipient.Decryption;
import dev.signet.engine.cms.recipient.RecipientList;
import dev.signet.engine.key.UnlockedKey;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;
import java.util.List;
import java.util.function.Function;

/**
 * Tries the keys at hand on a message with recipients, for every length that the message's key may
 * have. All are tried to the end whichever of them fits.
 */
final class KeyTrial {
  private final Host host;
  private final List<UnlockedKey> keys;

  KeyTrial(Host host, List<UnlockedKey> keys) {
    this.host = host;
    this.keys = keys;
  }

  /** Decrypts; the message's content has been checked. */
  Step<Decryption> decrypt(EnvelopedMessage message) {
    EncryptedContent content = message.content();
    return tried(message.recipients(), content.keySizes(), key -> decrypt(content, key));
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
    return tried(message.recipients(), message.keySizes(), key -> message.verify(key, host));
  }

  private Step<Decryption> tried(
      RecipientList recipients, List<Integer> sizes, Function<byte[], Step<Bulk>> use) {
    return Step.each(sizes, size -> Decryption.of(recipients, keys, size, use))
        .map(
            results -> {
              for (Decryption result : results) {
                if (result.content() != null) {
                  return result;
                }
              }
              return results.get(0);
            });
  }
}

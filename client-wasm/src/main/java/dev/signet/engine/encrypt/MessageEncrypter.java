package dev.signet.engine.encrypt;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.cms.write.EnvelopedDataWriter;
import dev.signet.engine.cms.write.RecipientInfo;
import dev.signet.engine.mime.write.EntityForm;
import dev.signet.engine.mime.write.MessageParts;
import dev.signet.engine.mime.write.Wrapping;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Encrypts one mail (RFC 8551 section 3.3), as often as its recipients ask for. */
public final class MessageEncrypter {
  private final Host host;
  private final Bulk entity;
  private final Wrapping wrapping;

  /**
   * A complete message, or a bare entity. The header fields of the mail stay outside, readable; the
   * {@code Content-} fields move inside.
   *
   * @throws SmimeException {@code MALFORMED_MESSAGE} and {@code TOO_LARGE} for the message
   */
  public MessageEncrypter(Host host, Bulk message) {
    this.host = host;
    MessageParts parts = MessageParts.of(host, message);
    entity = parts.entity(EntityForm.ENCLOSED);
    wrapping = new Wrapping(host, parts);
  }

  /**
   * The mail encrypted to every recipient, under a content-encryption key of its own: as
   * AuthEnvelopedData where the cipher is authenticated, else as EnvelopedData.
   *
   * @return fails with {@code UNSUPPORTED_ALGORITHM}, {@code NO_RANDOMNESS}, {@code TOO_LARGE}
   */
  public Step<Bulk> encrypt(Recipients recipients, ContentCipher cipher) {
    return Step.start(
        () -> {
          requireOffered(cipher);
          byte[] key = random(cipher.keyBytes());
          // Twelve random octets are a nonce that no key meets twice: a key is used once.
          byte[] iv = random(cipher.ivBytes());
          List<Step<RecipientInfo>> wrapped = new ArrayList<>();
          for (Recipient recipient : recipients.list()) {
            wrapped.add(WrappedKey.of(recipient, key));
          }
          return Step.both(
              Step.all(wrapped),
              content(cipher, key, iv),
              (infos, ciphertext) -> {
                Arrays.fill(key, (byte) 0);
                return Step.done(message(infos, cipher, iv, ciphertext));
              });
        });
  }

  /** AES with CBC or GCM is written; older ciphers are for reading old mail. */
  private static void requireOffered(ContentCipher cipher) {
    boolean offered =
        cipher.aes()
            && (cipher.mode() == ContentCipher.Mode.CBC || cipher.mode() == ContentCipher.Mode.GCM);
    if (!offered) {
      throw SmimeException.unsupported(cipher.oid());
    }
  }

  private Step<Bulk> content(ContentCipher cipher, byte[] key, byte[] iv) {
    return cipher.authenticated()
        ? Step.ask(new Ask.Seal(cipher, key, iv, new byte[0], entity))
        : Step.ask(new Ask.EncryptContent(cipher, key, iv, entity));
  }

  private Bulk message(
      List<RecipientInfo> recipients, ContentCipher cipher, byte[] iv, Bulk ciphertext) {
    return cipher.authenticated()
        ? wrapping.pkcs7Mime(
            "authEnveloped-data",
            EnvelopedDataWriter.authEnveloped(host, recipients, cipher, iv, ciphertext))
        : wrapping.pkcs7Mime(
            "enveloped-data",
            EnvelopedDataWriter.enveloped(host, recipients, cipher, iv, ciphertext));
  }

  private byte[] random(int octets) {
    byte[] random = new byte[octets];
    host.random(random);
    return random;
  }
}

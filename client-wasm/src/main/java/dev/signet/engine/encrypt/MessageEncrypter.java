package dev.signet.engine.encrypt;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.Policy;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.cms.write.EnvelopedDataWriter;
import dev.signet.engine.mime.write.EntityForm;
import dev.signet.engine.mime.write.MessageParts;
import dev.signet.engine.mime.write.Wrapping;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Encrypts mail (RFC 8551 section 3.3). */
public final class MessageEncrypter {
  private static final String DIGITS = "0123456789abcdef";

  private final Host host;

  public MessageEncrypter(Host host) {
    this.host = host;
  }

  /**
   * A complete message, or a bare entity, encrypted to every recipient. The header fields of the
   * mail stay outside, readable; the {@code Content-} fields move inside.
   *
   * @param recipients each is written once, however often it is named
   * @param at the instant at which the certificates' validity is judged, milliseconds since 1970
   * @return fails with {@code RECIPIENT_UNUSABLE} before anything is encrypted, with the details
   *     {@code reason}, {@code fingerprint} (SHA-256) and, where the certificate has one, {@code
   *     address}; {@code UNSUPPORTED_ALGORITHM}, {@code NO_RANDOMNESS}; {@code MALFORMED_MESSAGE}
   *     and {@code TOO_LARGE} for the message
   */
  public Step<Bulk> encrypt(
      Bulk message,
      List<MailCertificate> recipients,
      ContentCipher cipher,
      Policy policy,
      long at) {
    return Step.start(
        () -> {
          // Only AES is written: older ciphers are for reading old mail.
          if (!cipher.aes()) {
            throw SmimeException.unsupported(cipher.oid() == null ? "none" : cipher.oid());
          }
          return usable(recipients, policy, at)
              .then(
                  usable -> {
                    MessageParts parts = MessageParts.of(host, message);
                    Bulk entity = parts.entity(EntityForm.ENCLOSED);
                    return envelopedData(entity, usable, cipher)
                        .map(cms -> new Wrapping(host, parts).pkcs7Mime("enveloped-data", cms));
                  });
        });
  }

  /**
   * Fails as {@link #encrypt} would for these recipients; for callers that have other work to do
   * before they encrypt.
   */
  public Step<Void> requireUsable(List<MailCertificate> recipients, Policy policy, long at) {
    return Step.start(() -> usable(recipients, policy, at)).map(usable -> null);
  }

  private Step<List<Recipient>> usable(List<MailCertificate> certificates, Policy policy, long at) {
    if (certificates.isEmpty()) {
      throw new SmimeException(
          ErrorCode.RECIPIENT_UNUSABLE, "there is no recipient", Map.of("reason", "no-recipients"));
    }
    List<Recipient> usable = new ArrayList<>();
    for (MailCertificate certificate : new LinkedHashSet<>(certificates)) {
      Recipient recipient = Recipient.of(certificate, policy.minimumRsaBits(), at);
      if (recipient.refusal() != null) {
        return refuse(recipient);
      }
      usable.add(recipient);
    }
    return Step.done(usable);
  }

  private <T> Step<T> refuse(Recipient recipient) {
    Bulk der = host.hold(recipient.certificate().der().clone());
    return Step.ask(new Ask.Digest(DigestAlgorithm.SHA256, der))
        .then(
            fingerprint -> {
              Map<String, String> details = new LinkedHashMap<>();
              List<String> addresses = recipient.certificate().emailAddresses();
              if (!addresses.isEmpty()) {
                details.put("address", addresses.get(0));
              }
              details.put("fingerprint", hexadecimal(fingerprint));
              details.put("reason", recipient.refusal());
              return Step.failed(
                  new SmimeException(
                      ErrorCode.RECIPIENT_UNUSABLE,
                      "a recipient's certificate cannot be used: " + recipient.refusal(),
                      details));
            });
  }

  private Step<Bulk> envelopedData(Bulk entity, List<Recipient> recipients, ContentCipher cipher) {
    byte[] key = random(cipher.keyBytes());
    byte[] iv = random(cipher.ivBytes());
    List<Step<byte[]>> wrapped = new ArrayList<>();
    for (Recipient recipient : recipients) {
      MailCertificate certificate = recipient.certificate();
      wrapped.add(
          Step.ask(new Ask.WrapKey(recipient.publicKey(), recipient.transport(), key))
              .map(
                  encrypted ->
                      EnvelopedDataWriter.recipient(
                          certificate, recipient.transport(), encrypted)));
    }
    return Step.both(
        Step.all(wrapped),
        Step.ask(new Ask.EncryptContent(cipher, key, iv, entity)),
        (infos, ciphertext) -> {
          Arrays.fill(key, (byte) 0);
          return Step.done(EnvelopedDataWriter.write(host, infos, cipher, iv, ciphertext));
        });
  }

  private byte[] random(int octets) {
    byte[] random = new byte[octets];
    host.random(random);
    return random;
  }

  private static String hexadecimal(byte[] octets) {
    StringBuilder text = new StringBuilder();
    for (byte octet : octets) {
      text.append(DIGITS.charAt(octet >> 4 & 15)).append(DIGITS.charAt(octet & 15));
    }
    return text.toString();
  }
}

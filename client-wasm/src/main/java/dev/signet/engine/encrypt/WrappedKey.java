package dev.signet.engine.encrypt;

import dev.signet.engine.algorithm.KemAlgorithm;
import dev.signet.engine.algorithm.KeyAgreementScheme;
import dev.signet.engine.algorithm.KeyDerivationFunction;
import dev.signet.engine.algorithm.KeyTransport;
import dev.signet.engine.algorithm.KeyWrap;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.cms.write.RecipientInfo;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Step;
import java.util.Arrays;

/** A content-encryption key on its way to one recipient. */
final class WrappedKey {
  private final MailCertificate certificate;
  private final byte[] publicKey;
  private final byte[] contentKey;

  private WrappedKey(Recipient recipient, byte[] contentKey) {
    certificate = recipient.certificate();
    publicKey = recipient.key().publicKey();
    this.contentKey = contentKey;
  }

  /** The recipient info that holds the key for a recipient who is not refused. */
  static Step<RecipientInfo> of(Recipient recipient, byte[] contentKey) {
    WrappedKey key = new WrappedKey(recipient, contentKey);
    KeyManagement management = recipient.key().management();
    if (management instanceof KeyManagement.Agreement agreement) {
      return key.agreed(agreement.scheme());
    }
    if (management instanceof KeyManagement.Encapsulation encapsulation) {
      return key.encapsulated(encapsulation.kem());
    }
    return key.transported(((KeyManagement.Transport) management).transport());
  }

  private Step<RecipientInfo> transported(KeyTransport transport) {
    return Step.ask(new Ask.WrapKey(publicKey, transport, contentKey))
        .map(encrypted -> RecipientInfo.transport(certificate, transport, encrypted));
  }

  private Step<RecipientInfo> agreed(KeyAgreementScheme scheme) {
    KeyWrap wrap = wrap(scheme);
    return Step.ask(new Ask.AgreeEphemerally(publicKey))
        .then(
            agreement ->
                wrapped(
                        scheme.derivation(),
                        agreement.secret(),
                        RecipientInfo.sharedInfo(wrap),
                        wrap)
                    .map(
                        wrapped ->
                            RecipientInfo.agreement(
                                certificate, scheme, wrap, agreement.ephemeralKey(), wrapped)));
  }

  /**
   * On the older curves the wrap that fits the content's key, which is what readers have (RFC 5753
   * section 8); beside the younger algorithms the strongest.
   */
  private KeyWrap wrap(KeyAgreementScheme scheme) {
    boolean young =
        scheme == KeyAgreementScheme.STANDARD_HKDF_SHA256
            || scheme == KeyAgreementScheme.STANDARD_HKDF_SHA512;
    if (young || contentKey.length == KeyWrap.AES_256.keyBytes()) {
      return KeyWrap.AES_256;
    }
    return contentKey.length == KeyWrap.AES_192.keyBytes() ? KeyWrap.AES_192 : KeyWrap.AES_128;
  }

  private Step<RecipientInfo> encapsulated(KemAlgorithm kem) {
    KeyWrap wrap = KeyWrap.AES_256;
    return Step.ask(new Ask.Encapsulate(publicKey, kem))
        .then(
            encapsulation ->
                wrapped(
                        RecipientInfo.KEM_FUNCTION,
                        encapsulation.secret(),
                        RecipientInfo.kemInfo(wrap),
                        wrap)
                    .map(
                        wrapped ->
                            RecipientInfo.encapsulation(
                                certificate, kem, wrap, encapsulation.ciphertext(), wrapped)));
  }

  /** The content's key wrapped with one that is derived from a shared secret. */
  private Step<byte[]> wrapped(
      KeyDerivationFunction function, byte[] secret, byte[] info, KeyWrap wrap) {
    return Step.ask(new Ask.DeriveKey(function, secret, null, info, wrap.keyBytes()))
        .then(
            keyEncryptionKey -> {
              Arrays.fill(secret, (byte) 0);
              return Step.ask(new Ask.WrapWithKey(wrap, keyEncryptionKey, contentKey))
                  .map(
                      wrapped -> {
                        Arrays.fill(keyEncryptionKey, (byte) 0);
                        return wrapped;
                      });
            });
  }
}

package dev.signet.engine.port;

import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.KeyTransport;
import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.key.PrivateKey;

/**
 * Work that the engine names and somebody else does.
 *
 * <p>An answer is the value of type {@code A}, or a failure with a {@link
 * dev.signet.engine.SmimeException}. {@code UNSUPPORTED_ALGORITHM} is the answer of a driver that
 * has no such primitive at all; it is never an answer to wrong input.
 *
 * @param <A> what the answer is
 */
public sealed interface Ask<A> {

  /** Hash of the content. */
  record Digest(DigestAlgorithm algorithm, Bulk content) implements Ask<byte[]> {}

  /** HMAC of the content (RFC 2104). */
  record Hmac(DigestAlgorithm digest, byte[] key, Bulk content) implements Ask<byte[]> {}

  /** PBKDF2 with HMAC (RFC 8018 section 5.2); the answer has {@code keyBytes} octets. */
  record Pbkdf2(DigestAlgorithm prf, byte[] password, byte[] salt, int iterations, int keyBytes)
      implements Ask<byte[]> {}

  /**
   * The key derivation of PKCS#12 (RFC 7292 appendix B.2).
   *
   * @param password the passphrase as BMPString with its two trailing zero octets, or empty
   * @param purpose the diversifier ID: 1 key, 2 initialisation vector, 3 MAC key
   */
  record Pkcs12Kdf(
      DigestAlgorithm digest, byte[] password, byte[] salt, int iterations, int purpose, int bytes)
      implements Ask<byte[]> {}

  /**
   * Decryption in CBC mode with PKCS#7 padding taken off (RFC 5652 section 6.3). Fails with {@code
   * MALFORMED_MESSAGE} and no further detail when length or padding is wrong.
   */
  record DecryptContent(ContentCipher cipher, byte[] key, byte[] iv, Bulk ciphertext)
      implements Ask<Bulk> {}

  /** Encryption in CBC mode with PKCS#7 padding. */
  record EncryptContent(ContentCipher cipher, byte[] key, byte[] iv, Bulk content)
      implements Ask<Bulk> {}

  /**
   * Signature value over the message with this private key; ECDSA as DER (RFC 5480).
   *
   * @param message what is signed, not its hash: the DER of the signed attributes
   */
  record Sign(PrivateKey key, SignatureScheme scheme, byte[] message) implements Ask<byte[]> {}

  /**
   * Whether the signature value is right for this message and key.
   *
   * @param publicKey DER of a SubjectPublicKeyInfo
   */
  record Verify(byte[] publicKey, SignatureScheme scheme, byte[] message, byte[] signature)
      implements Ask<Boolean> {}

  /**
   * The content-encryption key out of RSA key transport.
   *
   * <p>For PKCS#1 v1.5 the answer never tells whether the padding was right: with wrong padding, or
   * a key of another length than {@code keyBytes}, it is a pseudo-random key derived from the
   * private key and the ciphertext (implicit rejection), by one path of code.
   */
  record UnwrapKey(PrivateKey key, KeyTransport transport, byte[] encryptedKey, int keyBytes)
      implements Ask<byte[]> {}

  /**
   * Encrypts a content-encryption key to a recipient by RSA key transport.
   *
   * @param publicKey DER of a SubjectPublicKeyInfo
   */
  record WrapKey(byte[] publicKey, KeyTransport transport, byte[] contentKey)
      implements Ask<byte[]> {}

  /**
   * Says how far the operation is; the answer is null. A driver may use it to give way to other
   * work and to notice that the caller has given up.
   *
   * @param done octets done of {@code total}
   */
  record Progress(long done, long total) implements Ask<Void> {}
}

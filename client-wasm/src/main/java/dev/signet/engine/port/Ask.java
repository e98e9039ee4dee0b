package dev.signet.engine.port;

import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.KemAlgorithm;
import dev.signet.engine.algorithm.KeyDerivationFunction;
import dev.signet.engine.algorithm.KeyTransport;
import dev.signet.engine.algorithm.KeyWrap;
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

  /** PBKDF1 (RFC 8018 section 5.1); the answer has at most as many octets as the hash. */
  record Pbkdf1(DigestAlgorithm digest, byte[] password, byte[] salt, int iterations, int bytes)
      implements Ask<byte[]> {}

  /** scrypt (RFC 7914); memory is about {@code 128 * cost * blockSize} octets. */
  record Scrypt(
      byte[] password, byte[] salt, int cost, int blockSize, int parallelization, int keyBytes)
      implements Ask<byte[]> {}

  /**
   * A key out of a shared secret.
   *
   * @param salt HKDF only; null where there is none
   */
  record DeriveKey(
      KeyDerivationFunction function, byte[] secret, byte[] salt, byte[] info, int keyBytes)
      implements Ask<byte[]> {}

  /**
   * Decryption in CBC mode with PKCS#7 padding taken off (RFC 5652 section 6.3); old key files have
   * other modes, where there is no padding. Fails with {@code MALFORMED_MESSAGE} and no further
   * detail when length or padding is wrong.
   */
  record DecryptContent(ContentCipher cipher, byte[] key, byte[] iv, Bulk ciphertext)
      implements Ask<Bulk> {}

  /** Encryption in CBC mode with PKCS#7 padding. */
  record EncryptContent(ContentCipher cipher, byte[] key, byte[] iv, Bulk content)
      implements Ask<Bulk> {}

  /**
   * Authenticated decryption. Fails with {@code MALFORMED_MESSAGE} and no further detail when the
   * tag is not right; nothing of the content is given out then.
   *
   * @param cipher one that is {@link ContentCipher#authenticated()}
   * @param associated what is authenticated without being encrypted
   * @param tag as it stands in the message, of the length that the parameters name
   */
  record OpenSealed(
      ContentCipher cipher,
      byte[] key,
      byte[] nonce,
      byte[] associated,
      Bulk ciphertext,
      byte[] tag)
      implements Ask<Bulk> {}

  /** Authenticated encryption; the answer is the ciphertext with the tag of 16 octets after it. */
  record Seal(ContentCipher cipher, byte[] key, byte[] nonce, byte[] associated, Bulk content)
      implements Ask<Bulk> {}

  /**
   * What deflated content in zlib's format (RFC 1950, RFC 3274) expands to. Fails with {@code
   * MALFORMED_MESSAGE}, or with {@code TOO_LARGE} as soon as it passes {@code limit} octets.
   */
  record Inflate(Bulk compressed, int limit) implements Ask<Bulk> {}

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
   * The shared secret of a key agreement: the x coordinate for elliptic curves (SEC 1 section
   * 3.3.1; with the curves of the engine, whose cofactor is 1, the cofactor form is the same), the
   * 32 or 56 octets of X25519 and X448 (RFC 7748). Fails with {@code MALFORMED_MESSAGE} for a
   * public key that is not on the private key's curve, or that gives zero.
   *
   * @param publicKey DER of the other side's SubjectPublicKeyInfo
   */
  record Agree(PrivateKey key, byte[] publicKey) implements Ask<byte[]> {}

  /**
   * Makes a fresh key on a recipient's curve and agrees with it.
   *
   * @param publicKey DER of the recipient's SubjectPublicKeyInfo: EC, X25519 or X448
   */
  record AgreeEphemerally(byte[] publicKey) implements Ask<Agreement> {}

  /**
   * @param ephemeralKey DER of the fresh SubjectPublicKeyInfo
   * @param secret as {@link Agree} gives it to the other side
   */
  record Agreement(byte[] ephemeralKey, byte[] secret) {}

  /**
   * The shared secret of a KEM ciphertext. ML-KEM rejects implicitly (FIPS 203 section 6.3): a
   * ciphertext of the right length always has an answer. Fails with {@code MALFORMED_MESSAGE}.
   */
  record Decapsulate(PrivateKey key, KemAlgorithm kem, byte[] ciphertext) implements Ask<byte[]> {}

  /**
   * A fresh shared secret for a recipient.
   *
   * @param publicKey DER of the recipient's SubjectPublicKeyInfo
   */
  record Encapsulate(byte[] publicKey, KemAlgorithm kem) implements Ask<Encapsulation> {}

  /**
   * @param ciphertext what the recipient decapsulates
   */
  record Encapsulation(byte[] ciphertext, byte[] secret) {}

  /**
   * A key out of a key wrap. Fails with {@code MALFORMED_MESSAGE} and no further detail when its
   * check is not right.
   */
  record UnwrapWithKey(KeyWrap wrap, byte[] keyEncryptionKey, byte[] wrapped)
      implements Ask<byte[]> {}

  /**
   * A key out of the wrap that goes with passwords (RFC 3211 section 2.3.2): CBC twice, a length
   * and three octets that check it. Fails with {@code MALFORMED_MESSAGE} and no further detail.
   *
   * @param cipher AES or 3DES in CBC mode
   */
  record UnwrapWithPassword(
      ContentCipher cipher, byte[] keyEncryptionKey, byte[] iv, byte[] wrapped)
      implements Ask<byte[]> {}

  /** A key wrapped with another one. */
  record WrapWithKey(KeyWrap wrap, byte[] keyEncryptionKey, byte[] contentKey)
      implements Ask<byte[]> {}

  /**
   * DER of the SubjectPublicKeyInfo that belongs to a private key; a point is not compressed, an
   * RSA key is for any use. Fails with {@code DAMAGED_PKCS12} when the key breaks its own format or
   * its parts do not fit together, {@code UNSUPPORTED_ALGORITHM} with the OID of a curve, {@code
   * REFUSED_PARAMETERS} for an RSA key beyond measure.
   */
  record PublicKeyOf(PrivateKey key) implements Ask<byte[]> {}

  /**
   * Posts a DER OCSPRequest to a responder and answers with what came back, which is to be trusted
   * in nothing (RFC 6960 appendix A). Fails where nothing came back in time, or where the driver
   * has no way to responders.
   *
   * @param responder as the certificate names it: {@code http} or {@code https}
   */
  record AskResponder(String responder, byte[] request) implements Ask<byte[]> {}

  /**
   * Says how far the operation is; the answer is null. A driver may use it to give way to other
   * work and to notice that the caller has given up.
   *
   * @param done octets done of {@code total}
   */
  record Progress(long done, long total) implements Ask<Void> {}

  /**
   * Whether only the part with rare algorithms answers it ({@link dev.signet.engine.bc.rare}),
   * which in a page is loaded when it is first needed.
   */
  default boolean rare() {
    if (this instanceof DecryptContent decrypt) {
      return decrypt.cipher().rare();
    }
    if (this instanceof Hmac hmac) {
      return hmac.digest().rare();
    }
    if (this instanceof Pbkdf2 pbkdf2) {
      return pbkdf2.prf().rare();
    }
    if (this instanceof Pkcs12Kdf kdf) {
      return kdf.digest().rare();
    }
    if (this instanceof Sign sign) {
      return sign.scheme().algorithm().rare();
    }
    if (this instanceof Verify verify) {
      return verify.scheme().algorithm().rare();
    }
    if (this instanceof Agree agree) {
      return agree.key().kind().rare();
    }
    if (this instanceof AgreeEphemerally agree) {
      return onX448(agree.publicKey());
    }
    if (this instanceof Decapsulate decapsulate) {
      return decapsulate.kem().rare();
    }
    if (this instanceof Encapsulate encapsulate) {
      return encapsulate.kem().rare();
    }
    if (this instanceof PublicKeyOf own) {
      return own.key().kind().rare();
    }
    return this instanceof Pbkdf1 || this instanceof Scrypt;
  }

  /** RFC 8410 section 4: such a SubjectPublicKeyInfo has one encoding only in DER. */
  private static boolean onX448(byte[] publicKey) {
    byte[] start = {0x30, 0x42, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x6f, 0x03, 0x39, 0x00};
    if (publicKey.length != start.length + 56) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if (publicKey[i] != start[i]) {
        return false;
      }
    }
    return true;
  }
}

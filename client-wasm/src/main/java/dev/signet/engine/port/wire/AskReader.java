package dev.signet.engine.port.wire;

import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.KemAlgorithm;
import dev.signet.engine.algorithm.KeyDerivationFunction;
import dev.signet.engine.algorithm.KeyTransport;
import dev.signet.engine.algorithm.KeyWrap;
import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Bulk;
import java.util.List;
import java.util.function.Function;

/** Reads an ask out of a list of octet strings. */
public final class AskReader {
  private final ItemReader items;
  private final Function<byte[], PrivateKey> keys;

  private AskReader(ItemReader items, Function<byte[], PrivateKey> keys) {
    this.items = items;
    this.keys = keys;
  }

  /**
   * The ask.
   *
   * @param keys reads the private keys that stand in asks, such as {@link PrivateKey#of(byte[])};
   *     what it throws comes through
   * @throws dev.signet.engine.SmimeException {@code INTERNAL_ERROR} when the list is no ask
   */
  public static Ask<?> read(List<Bulk> list, Function<byte[], PrivateKey> keys) {
    ItemReader items = new ItemReader(list);
    Ask<?> ask = new AskReader(items, keys).ask(items.text());
    items.end();
    return ask;
  }

  private Ask<?> ask(String name) {
    return switch (name) {
      case Names.DIGEST -> new Ask.Digest(digest(), items.bulk());
      case Names.HMAC -> new Ask.Hmac(digest(), items.octets(), items.bulk());
      case Names.PBKDF2 ->
          new Ask.Pbkdf2(digest(), items.octets(), items.octets(), items.number(), items.number());
      case Names.PBKDF1 ->
          new Ask.Pbkdf1(digest(), items.octets(), items.octets(), items.number(), items.number());
      case Names.PKCS12_KDF ->
          new Ask.Pkcs12Kdf(
              digest(),
              items.octets(),
              items.octets(),
              items.number(),
              items.number(),
              items.number());
      case Names.SCRYPT ->
          new Ask.Scrypt(
              items.octets(),
              items.octets(),
              items.number(),
              items.number(),
              items.number(),
              items.number());
      case Names.DERIVE_KEY -> deriveKey();
      case Names.DECRYPT_CONTENT ->
          new Ask.DecryptContent(cipher(), items.octets(), items.octets(), items.bulk());
      case Names.ENCRYPT_CONTENT ->
          new Ask.EncryptContent(cipher(), items.octets(), items.octets(), items.bulk());
      case Names.OPEN_SEALED ->
          new Ask.OpenSealed(
              cipher(),
              items.octets(),
              items.octets(),
              items.octets(),
              items.bulk(),
              items.octets());
      case Names.SEAL ->
          new Ask.Seal(cipher(), items.octets(), items.octets(), items.octets(), items.bulk());
      case Names.INFLATE -> new Ask.Inflate(items.bulk(), items.number());
      case Names.SIGN -> new Ask.Sign(key(), scheme(), items.octets());
      case Names.VERIFY -> new Ask.Verify(items.octets(), scheme(), items.octets(), items.octets());
      case Names.UNWRAP_KEY ->
          new Ask.UnwrapKey(key(), transport(), items.octets(), items.number());
      case Names.WRAP_KEY -> new Ask.WrapKey(items.octets(), transport(), items.octets());
      case Names.AGREE -> new Ask.Agree(key(), items.octets());
      case Names.AGREE_EPHEMERALLY -> new Ask.AgreeEphemerally(items.octets());
      case Names.DECAPSULATE ->
          new Ask.Decapsulate(key(), items.name(KemAlgorithm.values()), items.octets());
      case Names.ENCAPSULATE ->
          new Ask.Encapsulate(items.octets(), items.name(KemAlgorithm.values()));
      case Names.UNWRAP_WITH_KEY ->
          new Ask.UnwrapWithKey(items.name(KeyWrap.values()), items.octets(), items.octets());
      case Names.UNWRAP_WITH_PASSWORD ->
          new Ask.UnwrapWithPassword(cipher(), items.octets(), items.octets(), items.octets());
      case Names.WRAP_WITH_KEY ->
          new Ask.WrapWithKey(items.name(KeyWrap.values()), items.octets(), items.octets());
      case Names.PUBLIC_KEY_OF -> new Ask.PublicKeyOf(key());
      default -> throw ItemReader.damaged();
    };
  }

  private Ask<?> deriveKey() {
    KeyDerivationFunction function =
        new KeyDerivationFunction(items.name(KeyDerivationFunction.Kind.values()), digest());
    byte[] secret = items.octets();
    byte[] info = items.octets();
    int keyBytes = items.number();
    byte[] salt = items.atEnd() ? null : items.octets();
    return new Ask.DeriveKey(function, secret, salt, info, keyBytes);
  }

  private DigestAlgorithm digest() {
    return items.name(DigestAlgorithm.values());
  }

  private ContentCipher cipher() {
    return items.name(ContentCipher.values());
  }

  private PrivateKey key() {
    return keys.apply(items.octets());
  }

  private SignatureScheme scheme() {
    return new SignatureScheme(
        items.name(SignatureScheme.Algorithm.values()),
        items.nameOrNull(DigestAlgorithm.values()),
        items.nameOrNull(DigestAlgorithm.values()),
        items.number());
  }

  private KeyTransport transport() {
    return switch (items.text()) {
      case Names.PKCS1 -> new KeyTransport.Pkcs1();
      case Names.OAEP -> new KeyTransport.Oaep(digest(), digest(), items.octets());
      default -> throw ItemReader.damaged();
    };
  }
}

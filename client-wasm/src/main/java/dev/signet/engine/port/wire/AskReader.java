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
  private Object[] fields;
  private int next;

  private AskReader() {}

  /**
   * The ask.
   *
   * @param keys reads the private keys that stand in asks, such as {@link PrivateKey#of(byte[])};
   *     what it throws comes through
   * @throws dev.signet.engine.SmimeException {@code INTERNAL_ERROR} when the list is no ask
   */
  public static Ask<?> read(List<Bulk> list, Function<byte[], PrivateKey> keys) {
    ItemReader items = new ItemReader(list, keys);
    AskReader reader = new AskReader();
    String name = items.text();
    reader.fields = items.fields(shape(name));
    return reader.ask(name);
  }

  /** The fields of an ask's record; see {@link ItemReader#fields}. */
  private static String shape(String name) {
    return switch (name) {
      case Names.DIGEST -> "db";
      case Names.HMAC -> "dob";
      case Names.PBKDF1, Names.PBKDF2 -> "doonn";
      case Names.PKCS12_KDF -> "doonnn";
      case Names.SCRYPT -> "oonnnn";
      case Names.DERIVE_KEY -> "foonz";
      case Names.DECRYPT_CONTENT, Names.ENCRYPT_CONTENT -> "coob";
      case Names.OPEN_SEALED -> "cooobo";
      case Names.SEAL -> "cooob";
      case Names.INFLATE -> "bn";
      case Names.SIGN -> "pso";
      case Names.VERIFY -> "osoo";
      case Names.UNWRAP_KEY -> "pton";
      case Names.WRAP_KEY -> "oto";
      case Names.AGREE -> "po";
      case Names.AGREE_EPHEMERALLY -> "o";
      case Names.DECAPSULATE -> "pmo";
      case Names.ENCAPSULATE -> "om";
      case Names.UNWRAP_WITH_KEY, Names.WRAP_WITH_KEY -> "woo";
      case Names.UNWRAP_WITH_PASSWORD -> "cooo";
      case Names.PUBLIC_KEY_OF -> "p";
      default -> throw ItemReader.damaged();
    };
  }

  private Ask<?> ask(String name) {
    return switch (name) {
      case Names.DIGEST -> new Ask.Digest(digest(), bulk());
      case Names.HMAC -> new Ask.Hmac(digest(), octets(), bulk());
      case Names.PBKDF2 -> new Ask.Pbkdf2(digest(), octets(), octets(), number(), number());
      case Names.PBKDF1 -> new Ask.Pbkdf1(digest(), octets(), octets(), number(), number());
      case Names.PKCS12_KDF ->
          new Ask.Pkcs12Kdf(digest(), octets(), octets(), number(), number(), number());
      case Names.SCRYPT ->
          new Ask.Scrypt(octets(), octets(), number(), number(), number(), number());
      case Names.DERIVE_KEY -> deriveKey();
      case Names.DECRYPT_CONTENT -> new Ask.DecryptContent(cipher(), octets(), octets(), bulk());
      case Names.ENCRYPT_CONTENT -> new Ask.EncryptContent(cipher(), octets(), octets(), bulk());
      case Names.OPEN_SEALED ->
          new Ask.OpenSealed(cipher(), octets(), octets(), octets(), bulk(), octets());
      case Names.SEAL -> new Ask.Seal(cipher(), octets(), octets(), octets(), bulk());
      case Names.INFLATE -> new Ask.Inflate(bulk(), number());
      case Names.SIGN -> new Ask.Sign(key(), scheme(), octets());
      case Names.VERIFY -> new Ask.Verify(octets(), scheme(), octets(), octets());
      case Names.UNWRAP_KEY -> new Ask.UnwrapKey(key(), transport(), octets(), number());
      case Names.WRAP_KEY -> new Ask.WrapKey(octets(), transport(), octets());
      case Names.AGREE -> new Ask.Agree(key(), octets());
      case Names.AGREE_EPHEMERALLY -> new Ask.AgreeEphemerally(octets());
      case Names.DECAPSULATE -> new Ask.Decapsulate(key(), kem(), octets());
      case Names.ENCAPSULATE -> new Ask.Encapsulate(octets(), kem());
      case Names.UNWRAP_WITH_KEY -> new Ask.UnwrapWithKey(wrap(), octets(), octets());
      case Names.WRAP_WITH_KEY -> new Ask.WrapWithKey(wrap(), octets(), octets());
      case Names.UNWRAP_WITH_PASSWORD ->
          new Ask.UnwrapWithPassword(cipher(), octets(), octets(), octets());
      case Names.PUBLIC_KEY_OF -> new Ask.PublicKeyOf(key());
      default -> throw ItemReader.damaged();
    };
  }

  private Ask<?> deriveKey() {
    KeyDerivationFunction function = (KeyDerivationFunction) next();
    byte[] secret = octets();
    byte[] info = octets();
    int keyBytes = number();
    return new Ask.DeriveKey(function, secret, octets(), info, keyBytes);
  }

  private Object next() {
    return fields[next++];
  }

  private byte[] octets() {
    return (byte[]) next();
  }

  private Bulk bulk() {
    return (Bulk) next();
  }

  private int number() {
    return (Integer) next();
  }

  private PrivateKey key() {
    return (PrivateKey) next();
  }

  private DigestAlgorithm digest() {
    return (DigestAlgorithm) next();
  }

  private ContentCipher cipher() {
    return (ContentCipher) next();
  }

  private SignatureScheme scheme() {
    return (SignatureScheme) next();
  }

  private KeyTransport transport() {
    return (KeyTransport) next();
  }

  private KemAlgorithm kem() {
    return (KemAlgorithm) next();
  }

  private KeyWrap wrap() {
    return (KeyWrap) next();
  }
}

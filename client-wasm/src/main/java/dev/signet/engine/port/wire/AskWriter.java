package dev.signet.engine.port.wire;

import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Bulk;
import java.util.List;
import java.util.function.Function;

/** Writes an ask as a list of octet strings. */
public final class AskWriter {
  private AskWriter() {}

  /**
   * The list.
   *
   * @param hold hands octets of Java's heap to the host; what it is given may be a secret, and the
   *     list has no other copies
   * @throws IllegalArgumentException for {@link Ask.Progress}
   */
  public static List<Bulk> write(Ask<?> ask, Function<byte[], Bulk> hold) {
    Object[] fields = content(ask);
    if (fields == null) {
      fields = keyWork(ask);
    }
    if (fields == null) {
      fields = derivation(ask);
    }
    if (fields == null) {
      throw new IllegalArgumentException("an ask without such a form");
    }
    return new ItemWriter(hold).write(fields);
  }

  private static Object[] fields(Object... fields) {
    return fields;
  }

  private static Object[] content(Ask<?> ask) {
    if (ask instanceof Ask.Digest a) {
      return fields(Names.DIGEST, a.algorithm(), a.content());
    }
    if (ask instanceof Ask.Hmac a) {
      return fields(Names.HMAC, a.digest(), a.key(), a.content());
    }
    if (ask instanceof Ask.DecryptContent a) {
      return fields(Names.DECRYPT_CONTENT, a.cipher(), a.key(), a.iv(), a.ciphertext());
    }
    if (ask instanceof Ask.EncryptContent a) {
      return fields(Names.ENCRYPT_CONTENT, a.cipher(), a.key(), a.iv(), a.content());
    }
    if (ask instanceof Ask.OpenSealed a) {
      return fields(
          Names.OPEN_SEALED,
          a.cipher(),
          a.key(),
          a.nonce(),
          a.associated(),
          a.ciphertext(),
          a.tag());
    }
    if (ask instanceof Ask.Seal a) {
      return fields(Names.SEAL, a.cipher(), a.key(), a.nonce(), a.associated(), a.content());
    }
    if (ask instanceof Ask.Inflate a) {
      return fields(Names.INFLATE, a.compressed(), a.limit());
    }
    return null;
  }

  private static Object[] keyWork(Ask<?> ask) {
    if (ask instanceof Ask.Sign a) {
      return fields(Names.SIGN, a.key(), a.scheme(), a.message());
    }
    if (ask instanceof Ask.Verify a) {
      return fields(Names.VERIFY, a.publicKey(), a.scheme(), a.message(), a.signature());
    }
    if (ask instanceof Ask.UnwrapKey a) {
      return fields(Names.UNWRAP_KEY, a.key(), a.transport(), a.encryptedKey(), a.keyBytes());
    }
    if (ask instanceof Ask.WrapKey a) {
      return fields(Names.WRAP_KEY, a.publicKey(), a.transport(), a.contentKey());
    }
    if (ask instanceof Ask.Agree a) {
      return fields(Names.AGREE, a.key(), a.publicKey());
    }
    if (ask instanceof Ask.AgreeEphemerally a) {
      return fields(Names.AGREE_EPHEMERALLY, a.publicKey());
    }
    if (ask instanceof Ask.Decapsulate a) {
      return fields(Names.DECAPSULATE, a.key(), a.kem(), a.ciphertext());
    }
    if (ask instanceof Ask.Encapsulate a) {
      return fields(Names.ENCAPSULATE, a.publicKey(), a.kem());
    }
    if (ask instanceof Ask.PublicKeyOf a) {
      return fields(Names.PUBLIC_KEY_OF, a.key());
    }
    return null;
  }

  private static Object[] derivation(Ask<?> ask) {
    if (ask instanceof Ask.Pbkdf2 a) {
      return fields(Names.PBKDF2, a.prf(), a.password(), a.salt(), a.iterations(), a.keyBytes());
    }
    if (ask instanceof Ask.Pbkdf1 a) {
      return fields(Names.PBKDF1, a.digest(), a.password(), a.salt(), a.iterations(), a.bytes());
    }
    if (ask instanceof Ask.Pkcs12Kdf a) {
      return fields(
          Names.PKCS12_KDF,
          a.digest(),
          a.password(),
          a.salt(),
          a.iterations(),
          a.purpose(),
          a.bytes());
    }
    if (ask instanceof Ask.Scrypt a) {
      return fields(
          Names.SCRYPT,
          a.password(),
          a.salt(),
          a.cost(),
          a.blockSize(),
          a.parallelization(),
          a.keyBytes());
    }
    if (ask instanceof Ask.DeriveKey a) {
      return a.salt() == null
          ? fields(Names.DERIVE_KEY, a.function(), a.secret(), a.info(), a.keyBytes())
          : fields(Names.DERIVE_KEY, a.function(), a.secret(), a.info(), a.keyBytes(), a.salt());
    }
    if (ask instanceof Ask.UnwrapWithKey a) {
      return fields(Names.UNWRAP_WITH_KEY, a.wrap(), a.keyEncryptionKey(), a.wrapped());
    }
    if (ask instanceof Ask.UnwrapWithPassword a) {
      return fields(
          Names.UNWRAP_WITH_PASSWORD, a.cipher(), a.keyEncryptionKey(), a.iv(), a.wrapped());
    }
    if (ask instanceof Ask.WrapWithKey a) {
      return fields(Names.WRAP_WITH_KEY, a.wrap(), a.keyEncryptionKey(), a.contentKey());
    }
    return null;
  }
}

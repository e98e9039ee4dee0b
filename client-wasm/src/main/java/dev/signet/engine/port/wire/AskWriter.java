package dev.signet.engine.port.wire;

import dev.signet.engine.algorithm.KeyDerivationFunction;
import dev.signet.engine.algorithm.KeyTransport;
import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Bulk;
import java.util.List;
import java.util.function.Function;

/** Writes an ask as a list of octet strings. */
public final class AskWriter {
  private final ItemWriter items;

  private AskWriter(ItemWriter items) {
    this.items = items;
  }

  /**
   * The list.
   *
   * @param hold hands octets of Java's heap to the host; what it is given may be a secret, and the
   *     list has no other copies
   * @throws IllegalArgumentException for {@link Ask.Progress}
   */
  public static List<Bulk> write(Ask<?> ask, Function<byte[], Bulk> hold) {
    AskWriter writer = new AskWriter(new ItemWriter(hold));
    if (!writer.writeContent(ask) && !writer.writeKeyWork(ask) && !writer.writeDerivation(ask)) {
      throw new IllegalArgumentException("an ask without such a form");
    }
    return writer.items.items();
  }

  private boolean writeContent(Ask<?> ask) {
    if (ask instanceof Ask.Digest a) {
      items.text(Names.DIGEST).name(a.algorithm()).bulk(a.content());
    } else if (ask instanceof Ask.Hmac a) {
      items.text(Names.HMAC).name(a.digest()).octets(a.key()).bulk(a.content());
    } else if (ask instanceof Ask.DecryptContent a) {
      items.text(Names.DECRYPT_CONTENT).name(a.cipher());
      items.octets(a.key()).octets(a.iv()).bulk(a.ciphertext());
    } else if (ask instanceof Ask.EncryptContent a) {
      items.text(Names.ENCRYPT_CONTENT).name(a.cipher());
      items.octets(a.key()).octets(a.iv()).bulk(a.content());
    } else if (ask instanceof Ask.OpenSealed a) {
      items.text(Names.OPEN_SEALED).name(a.cipher()).octets(a.key()).octets(a.nonce());
      items.octets(a.associated()).bulk(a.ciphertext()).octets(a.tag());
    } else if (ask instanceof Ask.Seal a) {
      items.text(Names.SEAL).name(a.cipher()).octets(a.key()).octets(a.nonce());
      items.octets(a.associated()).bulk(a.content());
    } else if (ask instanceof Ask.Inflate a) {
      items.text(Names.INFLATE).bulk(a.compressed()).number(a.limit());
    } else {
      return false;
    }
    return true;
  }

  private boolean writeKeyWork(Ask<?> ask) {
    if (ask instanceof Ask.Sign a) {
      key(Names.SIGN, a.key());
      scheme(a.scheme());
      items.octets(a.message());
    } else if (ask instanceof Ask.Verify a) {
      items.text(Names.VERIFY).octets(a.publicKey());
      scheme(a.scheme());
      items.octets(a.message()).octets(a.signature());
    } else if (ask instanceof Ask.UnwrapKey a) {
      key(Names.UNWRAP_KEY, a.key());
      transport(a.transport());
      items.octets(a.encryptedKey()).number(a.keyBytes());
    } else if (ask instanceof Ask.WrapKey a) {
      items.text(Names.WRAP_KEY).octets(a.publicKey());
      transport(a.transport());
      items.octets(a.contentKey());
    } else if (ask instanceof Ask.Agree a) {
      key(Names.AGREE, a.key());
      items.octets(a.publicKey());
    } else if (ask instanceof Ask.AgreeEphemerally a) {
      items.text(Names.AGREE_EPHEMERALLY).octets(a.publicKey());
    } else if (ask instanceof Ask.Decapsulate a) {
      key(Names.DECAPSULATE, a.key());
      items.name(a.kem()).octets(a.ciphertext());
    } else if (ask instanceof Ask.Encapsulate a) {
      items.text(Names.ENCAPSULATE).octets(a.publicKey()).name(a.kem());
    } else if (ask instanceof Ask.PublicKeyOf a) {
      key(Names.PUBLIC_KEY_OF, a.key());
    } else {
      return false;
    }
    return true;
  }

  private boolean writeDerivation(Ask<?> ask) {
    if (ask instanceof Ask.Pbkdf2 a) {
      items.text(Names.PBKDF2).name(a.prf()).octets(a.password()).octets(a.salt());
      items.number(a.iterations()).number(a.keyBytes());
    } else if (ask instanceof Ask.Pbkdf1 a) {
      items.text(Names.PBKDF1).name(a.digest()).octets(a.password()).octets(a.salt());
      items.number(a.iterations()).number(a.bytes());
    } else if (ask instanceof Ask.Pkcs12Kdf a) {
      items.text(Names.PKCS12_KDF).name(a.digest()).octets(a.password()).octets(a.salt());
      items.number(a.iterations()).number(a.purpose()).number(a.bytes());
    } else if (ask instanceof Ask.Scrypt a) {
      items.text(Names.SCRYPT).octets(a.password()).octets(a.salt());
      items.number(a.cost()).number(a.blockSize()).number(a.parallelization());
      items.number(a.keyBytes());
    } else if (ask instanceof Ask.DeriveKey a) {
      KeyDerivationFunction function = a.function();
      items.text(Names.DERIVE_KEY).name(function.kind()).name(function.digest());
      items.octets(a.secret()).octets(a.info()).number(a.keyBytes());
      if (a.salt() != null) {
        items.octets(a.salt());
      }
    } else if (ask instanceof Ask.UnwrapWithKey a) {
      items.text(Names.UNWRAP_WITH_KEY).name(a.wrap());
      items.octets(a.keyEncryptionKey()).octets(a.wrapped());
    } else if (ask instanceof Ask.UnwrapWithPassword a) {
      items.text(Names.UNWRAP_WITH_PASSWORD).name(a.cipher());
      items.octets(a.keyEncryptionKey()).octets(a.iv()).octets(a.wrapped());
    } else if (ask instanceof Ask.WrapWithKey a) {
      items.text(Names.WRAP_WITH_KEY).name(a.wrap());
      items.octets(a.keyEncryptionKey()).octets(a.contentKey());
    } else {
      return false;
    }
    return true;
  }

  private void key(String name, PrivateKey key) {
    items.text(name).octets(key.pkcs8());
  }

  private void scheme(SignatureScheme scheme) {
    items.name(scheme.algorithm()).name(scheme.digest()).name(scheme.mgf1Digest());
    items.number(scheme.saltBytes());
  }

  private void transport(KeyTransport transport) {
    if (transport instanceof KeyTransport.Oaep oaep) {
      items.text(Names.OAEP).name(oaep.digest()).name(oaep.mgf1Digest()).octets(oaep.label());
    } else {
      items.text(Names.PKCS1);
    }
  }
}

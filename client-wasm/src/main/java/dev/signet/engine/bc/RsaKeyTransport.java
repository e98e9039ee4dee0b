package dev.signet.engine.bc;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.KeyTransport;
import dev.signet.engine.bc.rsa.RsaPrivateKey;
import dev.signet.engine.port.Ask;
import java.util.Arrays;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.RuntimeCryptoException;
import org.bouncycastle.crypto.encodings.OAEPEncoding;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.params.RSAKeyParameters;

/** Key transport with RSA: RSAES-PKCS1-v1_5 and RSAES-OAEP (RFC 8017 section 7). */
final class RsaKeyTransport {
  private RsaKeyTransport() {}

  static byte[] unwrap(Ask.UnwrapKey ask, HostSecureRandom random) {
    RsaPrivateKey key = RsaPrimitive.rsa(ask.key());
    if (ask.transport() instanceof KeyTransport.Oaep oaep) {
      return openOaep(key, oaep, ask, random);
    }
    return ImplicitRejection.open(key, ask.encryptedKey(), ask.keyBytes(), random);
  }

  private static byte[] openOaep(
      RsaPrivateKey key, KeyTransport.Oaep oaep, Ask.UnwrapKey ask, HostSecureRandom random) {
    byte[] block = ask.encryptedKey();
    if (!RsaPrimitive.inRange(key, block)) {
      throw unopened();
    }
    OAEPEncoding encoding = encoding(oaep, random);
    encoding.init(false, new ParametersWithRandom(key, random));
    try {
      byte[] contentKey = encoding.processBlock(block, 0, block.length);
      if (contentKey.length == ask.keyBytes()) {
        return contentKey;
      }
      Arrays.fill(contentKey, (byte) 0);
    } catch (CryptoException | RuntimeCryptoException e) {
      throw unopened();
    }
    throw unopened();
  }

  static byte[] wrap(Ask.WrapKey ask, HostSecureRandom random) {
    RSAKeyParameters key =
        PublicKeys.rsa(ask.publicKey())
            .orElseThrow(() -> unusable("the recipient's key is no RSA key"));
    if (ask.transport() instanceof KeyTransport.Oaep oaep) {
      OAEPEncoding encoding = encoding(oaep, random);
      encoding.init(true, new ParametersWithRandom(key, random));
      if (encoding.getInputBlockSize() < ask.contentKey().length) {
        throw unusable("the recipient's key is too short");
      }
      try {
        return encoding.processBlock(ask.contentKey(), 0, ask.contentKey().length);
      } catch (CryptoException e) {
        throw unusable("the recipient's key cannot be encrypted to");
      }
    }
    return sealPkcs1(key, ask.contentKey(), random);
  }

  private static byte[] sealPkcs1(
      RSAKeyParameters key, byte[] contentKey, HostSecureRandom random) {
    int length = RsaPrimitive.bytes(key);
    if (length < contentKey.length + 11) {
      throw unusable("the recipient's key is too short");
    }
    byte[] block = new byte[length];
    byte[] octet = new byte[1];
    block[1] = 2;
    for (int i = 2; i < length - contentKey.length - 1; i++) {
      do {
        random.nextBytes(octet);
      } while (octet[0] == 0);
      block[i] = octet[0];
    }
    System.arraycopy(contentKey, 0, block, length - contentKey.length, contentKey.length);
    try {
      return RsaPrimitive.withPublicKey(key, block);
    } finally {
      Arrays.fill(block, (byte) 0);
    }
  }

  private static OAEPEncoding encoding(KeyTransport.Oaep oaep, HostSecureRandom random) {
    return new OAEPEncoding(
        new RsaBlocks(random),
        Digests.of(oaep.digest()),
        Digests.of(oaep.mgf1Digest()),
        oaep.label());
  }

  private static SmimeException unopened() {
    return SmimeException.malformed("the content key cannot be decrypted");
  }

  private static SmimeException unusable(String why) {
    return new SmimeException(ErrorCode.RECIPIENT_UNUSABLE, why);
  }
}

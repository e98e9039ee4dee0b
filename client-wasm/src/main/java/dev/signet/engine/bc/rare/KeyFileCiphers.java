package dev.signet.engine.bc.rare;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.bc.Cbc;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.StreamCipher;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.ARIAEngine;
import org.bouncycastle.crypto.engines.BlowfishEngine;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.engines.IDEAEngine;
import org.bouncycastle.crypto.engines.RC4Engine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.engines.SerpentEngine;
import org.bouncycastle.crypto.modes.CFBBlockCipher;
import org.bouncycastle.crypto.modes.OFBBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** Ciphers and modes that are met in key files alone, for reading. */
final class KeyFileCiphers {
  private KeyFileCiphers() {}

  static Bulk decrypt(Host host, Ask.DecryptContent ask) {
    ContentCipher cipher = ask.cipher();
    if (ask.key().length != cipher.keyBytes() || ask.iv().length != cipher.ivBytes()) {
      throw Cbc.undecryptable();
    }
    KeyParameter key = new KeyParameter(ask.key());
    return switch (cipher.mode()) {
      case CBC -> Cbc.decrypt(host, engine(cipher), key, ask);
      case ECB -> host.hold(ecb(engine(cipher), key, ask.ciphertext().read()));
      case OFB -> host.hold(stream(ofb(cipher, key, ask.iv()), ask.ciphertext().read()));
      case CFB -> host.hold(stream(cfb(cipher, key, ask.iv()), ask.ciphertext().read()));
      case STREAM -> {
        RC4Engine rc4 = new RC4Engine();
        rc4.init(false, key);
        yield host.hold(stream(rc4, ask.ciphertext().read()));
      }
      default -> throw SmimeException.unsupported(cipher.oid());
    };
  }

  private static byte[] ecb(BlockCipher engine, KeyParameter key, byte[] content) {
    int block = engine.getBlockSize();
    if (content.length % block != 0) {
      throw Cbc.undecryptable();
    }
    engine.init(false, key);
    for (int at = 0; at < content.length; at += block) {
      engine.processBlock(content, at, content, at);
    }
    return content;
  }

  private static StreamCipher ofb(ContentCipher cipher, KeyParameter key, byte[] iv) {
    OFBBlockCipher ofb = new OFBBlockCipher(engine(cipher), 8 * cipher.ivBytes());
    ofb.init(false, new ParametersWithIV(key, iv));
    return ofb;
  }

  private static StreamCipher cfb(ContentCipher cipher, KeyParameter key, byte[] iv) {
    CFBBlockCipher cfb =
        (CFBBlockCipher) CFBBlockCipher.newInstance(engine(cipher), 8 * cipher.ivBytes());
    cfb.init(false, new ParametersWithIV(key, iv));
    return cfb;
  }

  private static byte[] stream(StreamCipher cipher, byte[] content) {
    byte[] result = new byte[content.length];
    cipher.processBytes(content, 0, content.length, result, 0);
    return result;
  }

  private static BlockCipher engine(ContentCipher cipher) {
    return switch (cipher) {
      case ARIA_128_CBC, ARIA_192_CBC, ARIA_256_CBC -> new ARIAEngine();
      case SERPENT_128_CBC, SERPENT_192_CBC, SERPENT_256_CBC -> new SerpentEngine();
      case SM4_CBC -> new SM4Engine();
      case BLOWFISH_CBC -> new BlowfishEngine();
      case IDEA_CBC -> new IDEAEngine();
      case DES_ECB -> new DESEngine();
      case AES_128_ECB,
          AES_192_ECB,
          AES_256_ECB,
          AES_128_OFB,
          AES_192_OFB,
          AES_256_OFB,
          AES_128_CFB,
          AES_192_CFB,
          AES_256_CFB ->
          AESEngine.newInstance();
      default -> throw SmimeException.unsupported(cipher.oid());
    };
  }
}

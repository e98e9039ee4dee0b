package dev.signet.engine.bc.rare;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.bc.Cbc;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.CAST5Engine;
import org.bouncycastle.crypto.engines.CamelliaEngine;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.engines.SEEDEngine;
import org.bouncycastle.crypto.params.KeyParameter;

/** DES, SEED (RFC 4010), Camellia (RFC 3657) and CAST5 (RFC 2984), for reading. */
final class RareCiphers {
  /** RFC 2144 section 2.5: CAST5 has keys of 40 to 128 bits. */
  private static final int LEAST_CAST5_BYTES = 5;

  private RareCiphers() {}

  static Bulk decrypt(Host host, Ask.DecryptContent ask) {
    BlockCipher engine = engine(ask.cipher());
    if (!fits(ask.cipher(), ask.key().length)) {
      throw Cbc.undecryptable();
    }
    return Cbc.decrypt(host, engine, new KeyParameter(ask.key()), ask);
  }

  private static boolean fits(ContentCipher cipher, int keyBytes) {
    return keyBytes == cipher.keyBytes()
        || cipher == ContentCipher.CAST5_CBC
            && keyBytes >= LEAST_CAST5_BYTES
            && keyBytes < cipher.keyBytes();
  }

  private static BlockCipher engine(ContentCipher cipher) {
    return switch (cipher) {
      case DES_CBC -> new DESEngine();
      case SEED_CBC -> new SEEDEngine();
      case CAMELLIA_128_CBC, CAMELLIA_192_CBC, CAMELLIA_256_CBC -> new CamelliaEngine();
      case CAST5_CBC -> new CAST5Engine();
      default -> throw SmimeException.unsupported(cipher.oid());
    };
  }
}

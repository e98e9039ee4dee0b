package dev.signet.engine.bc;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.algorithm.KeyWrap;
import dev.signet.engine.port.Ask;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.Wrapper;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.engines.DESedeWrapEngine;
import org.bouncycastle.crypto.engines.RFC3211WrapEngine;
import org.bouncycastle.crypto.engines.RFC3394WrapEngine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.bouncycastle.crypto.params.ParametersWithRandom;

/** Key wrap with AES (RFC 3394) and 3DES (RFC 3217), and that of passwords (RFC 3211). */
final class KeyWraps {
  /** RFC 3394 section 2: two blocks of key at least. */
  private static final int LEAST_AES_WRAPPED = 24;

  private KeyWraps() {}

  static byte[] unwrap(Ask.UnwrapWithKey ask) {
    byte[] wrapped = ask.wrapped();
    boolean tooShort = ask.wrap() != KeyWrap.DES_EDE3 && wrapped.length < LEAST_AES_WRAPPED;
    if (tooShort || ask.keyEncryptionKey().length != ask.wrap().keyBytes()) {
      throw unopened();
    }
    Wrapper wrapper = wrapper(ask.wrap());
    wrapper.init(false, new KeyParameter(ask.keyEncryptionKey()));
    return unwrap(wrapper, wrapped);
  }

  static byte[] wrap(Ask.WrapWithKey ask, HostSecureRandom random) {
    Wrapper wrapper = wrapper(ask.wrap());
    wrapper.init(true, new ParametersWithRandom(new KeyParameter(ask.keyEncryptionKey()), random));
    return wrapper.wrap(ask.contentKey(), 0, ask.contentKey().length);
  }

  static byte[] unwrap(Ask.UnwrapWithPassword ask) {
    byte[] wrapped = ask.wrapped();
    BlockCipher cipher = cipher(ask.cipher());
    if (wrapped.length % cipher.getBlockSize() != 0
        || ask.iv().length != cipher.getBlockSize()
        || ask.keyEncryptionKey().length != ask.cipher().keyBytes()) {
      throw unopened();
    }
    Wrapper wrapper = new RFC3211WrapEngine(cipher);
    wrapper.init(false, new ParametersWithIV(new KeyParameter(ask.keyEncryptionKey()), ask.iv()));
    return unwrap(wrapper, wrapped);
  }

  private static byte[] unwrap(Wrapper wrapper, byte[] wrapped) {
    try {
      return wrapper.unwrap(wrapped, 0, wrapped.length);
    } catch (InvalidCipherTextException e) {
      throw unopened();
    }
  }

  private static Wrapper wrapper(KeyWrap wrap) {
    return wrap == KeyWrap.DES_EDE3
        ? new DESedeWrapEngine()
        : new RFC3394WrapEngine(AESEngine.newInstance());
  }

  private static BlockCipher cipher(ContentCipher cipher) {
    return switch (cipher) {
      case AES_128_CBC, AES_192_CBC, AES_256_CBC -> AESEngine.newInstance();
      case DES_EDE3_CBC -> new DESedeEngine();
      default -> throw SmimeException.unsupported(cipher.oid());
    };
  }

  /** One error with one text for every cause. */
  private static SmimeException unopened() {
    return SmimeException.malformed("the content key cannot be decrypted");
  }
}

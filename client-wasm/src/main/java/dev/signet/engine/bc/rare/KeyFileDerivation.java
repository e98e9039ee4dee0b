package dev.signet.engine.bc.rare;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.bc.KeyDerivation;
import dev.signet.engine.port.Ask;
import java.util.Arrays;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.generators.SCrypt;

/** Keys out of passphrases, in the ways that are met in few key files. */
final class KeyFileDerivation {
  private KeyFileDerivation() {}

  static byte[] derive(Ask<?> ask) {
    if (ask instanceof Ask.Pbkdf1 pbkdf1) {
      return pbkdf1(pbkdf1);
    }
    if (ask instanceof Ask.Pbkdf2 pbkdf2) {
      return KeyDerivation.pbkdf2(KeyFileDigests.of(pbkdf2.prf()), pbkdf2);
    }
    if (ask instanceof Ask.Pkcs12Kdf kdf) {
      return KeyDerivation.pkcs12(KeyFileDigests.of(kdf.digest()), kdf);
    }
    if (ask instanceof Ask.Scrypt scrypt) {
      return SCrypt.generate(
          scrypt.password(),
          scrypt.salt(),
          scrypt.cost(),
          scrypt.blockSize(),
          scrypt.parallelization(),
          scrypt.keyBytes());
    }
    throw new SmimeException(ErrorCode.UNSUPPORTED_ALGORITHM, "an ask without an answer");
  }

  private static byte[] pbkdf1(Ask.Pbkdf1 ask) {
    Digest digest = KeyFileDigests.of(ask.digest());
    byte[] value = new byte[digest.getDigestSize()];
    digest.update(ask.password(), 0, ask.password().length);
    digest.update(ask.salt(), 0, ask.salt().length);
    digest.doFinal(value, 0);
    for (int i = 1; i < ask.iterations(); i++) {
      digest.update(value, 0, value.length);
      digest.doFinal(value, 0);
    }
    byte[] key = Arrays.copyOf(value, ask.bytes());
    Arrays.fill(value, (byte) 0);
    return key;
  }
}

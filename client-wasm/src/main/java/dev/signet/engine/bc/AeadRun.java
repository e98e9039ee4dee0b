package dev.signet.engine.bc;

import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.AEADCipher;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** AES-GCM (NIST SP 800-38D) and ChaCha20-Poly1305 (RFC 8439). */
final class AeadRun implements SealedRun {
  private final AEADCipher cipher;

  private AeadRun(AEADCipher cipher, boolean encrypt, AEADParameters parameters) {
    this.cipher = cipher;
    cipher.init(encrypt, parameters);
  }

  static AeadRun gcm(boolean encrypt, byte[] key, byte[] nonce, byte[] associated, int tagBytes) {
    return new AeadRun(
        GCMBlockCipher.newInstance(AESEngine.newInstance()),
        encrypt,
        new AEADParameters(new KeyParameter(key), 8 * tagBytes, nonce, associated));
  }

  static AeadRun chaChaPoly(boolean encrypt, byte[] key, byte[] nonce, byte[] associated) {
    return new AeadRun(
        new ChaCha20Poly1305(),
        encrypt,
        new AEADParameters(new KeyParameter(key), 128, nonce, associated));
  }

  @Override
  public byte[] process(byte[] octets) {
    byte[] ready = new byte[cipher.getUpdateOutputSize(octets.length)];
    cipher.processBytes(octets, 0, octets.length, ready, 0);
    return ready;
  }

  @Override
  public byte[] seal() {
    byte[] last = new byte[cipher.getOutputSize(0)];
    try {
      cipher.doFinal(last, 0);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("encryption has no tag to check", e);
    }
    return last;
  }

  @Override
  public byte[] open(byte[] tag) {
    byte[] ready = process(tag.clone());
    byte[] last = Arrays.copyOf(ready, ready.length + cipher.getOutputSize(0));
    try {
      cipher.doFinal(last, ready.length);
      return last;
    } catch (InvalidCipherTextException e) {
      // Bouncy Castle compares in constant time, and says here that the tag is wrong.
      return null;
    } finally {
      Arrays.fill(ready, (byte) 0);
    }
  }
}

package dev.signet.engine.bc;

import dev.signet.engine.bc.rsa.RsaPrivateKey;
import java.util.Arrays;
import org.bouncycastle.crypto.AsymmetricBlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.DataLengthException;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.params.RSAKeyParameters;

/** {@link RsaPrimitive} as Bouncy Castle's paddings take it. */
final class RsaBlocks implements AsymmetricBlockCipher {
  private final HostSecureRandom random;
  private RSAKeyParameters key;
  private boolean encrypts;

  RsaBlocks(HostSecureRandom random) {
    this.random = random;
  }

  @Override
  public void init(boolean forEncryption, CipherParameters parameters) {
    encrypts = forEncryption;
    key =
        (RSAKeyParameters)
            (parameters instanceof ParametersWithRandom with ? with.getParameters() : parameters);
  }

  @Override
  public int getInputBlockSize() {
    return encrypts ? RsaPrimitive.bytes(key) - 1 : RsaPrimitive.bytes(key);
  }

  @Override
  public int getOutputBlockSize() {
    return encrypts ? RsaPrimitive.bytes(key) : RsaPrimitive.bytes(key) - 1;
  }

  @Override
  public byte[] processBlock(byte[] in, int from, int length) {
    int size = RsaPrimitive.bytes(key);
    if (length > size) {
      throw new DataLengthException("more than the modulus holds");
    }
    byte[] block = new byte[size];
    System.arraycopy(in, from, block, size - length, length);
    if (!RsaPrimitive.inRange(key, block)) {
      throw new DataLengthException("more than the modulus holds");
    }
    byte[] result =
        key instanceof RsaPrivateKey own
            ? RsaPrimitive.withPrivateKey(own, block, random)
            : RsaPrimitive.withPublicKey(key, block);
    // The first octet of what is decrypted is no part of a padding that is right.
    return encrypts || result[0] != 0 ? result : Arrays.copyOfRange(result, 1, size);
  }
}

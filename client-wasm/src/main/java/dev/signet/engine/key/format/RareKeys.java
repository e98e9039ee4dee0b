package dev.signet.engine.key.format;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;

/**
 * Keys that only the rare part computes with: here they are octets. Which public key belongs to one
 * is asked for with {@link dev.signet.engine.port.Ask.PublicKeyOf}.
 */
public final class RareKeys implements KeyFormat {
  private final byte[] publicKey;

  /**
   * @param publicKey DER of the SubjectPublicKeyInfo that belongs to the key; null where it is not
   *     known
   */
  public RareKeys(byte[] publicKey) {
    this.publicKey = publicKey;
  }

  @Override
  public AsymmetricKeyParameter read(PrivateKeyInfo info) {
    return null;
  }

  @Override
  public boolean belongs(AsymmetricKeyParameter key, SubjectPublicKeyInfo other)
      throws IOException {
    return publicKey != null && Arrays.equals(publicKey, other.getEncoded("DER"));
  }
}

package dev.signet.engine.key.format;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;

/**
 * Keys that only the rare part computes with: here they are octets. Which public key belongs to one
 * is asked for with {@link dev.signet.engine.port.Ask.PublicKeyOf}.
 */
public final class RareKeys implements KeyFormat {
  @Override
  public AsymmetricKeyParameter read(PrivateKeyInfo info) {
    return null;
  }

  @Override
  public boolean belongs(AsymmetricKeyParameter key, SubjectPublicKeyInfo publicKey) {
    return false;
  }
}

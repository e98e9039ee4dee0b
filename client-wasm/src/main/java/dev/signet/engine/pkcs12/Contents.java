package dev.signet.engine.pkcs12;

import dev.signet.engine.SmimeException;
import java.util.List;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/**
 * What a file holds, decrypted.
 *
 * @param unsupported why some of it could not be opened, or null
 */
record Contents(List<Key> keys, List<Bag.X509> certificates, SmimeException unsupported) {

  /** A private key in clear, with the attributes of its bag. */
  record Key(PrivateKeyInfo info, ASN1Set attributes) {
    @Override
    public String toString() {
      return "Key";
    }
  }

  @Override
  public String toString() {
    return "Contents";
  }
}

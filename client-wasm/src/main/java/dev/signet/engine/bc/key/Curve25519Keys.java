package dev.signet.engine.bc.key;

import dev.signet.engine.key.PrivateKey;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;

/** Ed25519 and X25519 keys (RFC 8410 section 7). */
public final class Curve25519Keys {
  private static final int BYTES = 32;

  private Curve25519Keys() {}

  /**
   * A key that signs.
   *
   * @throws dev.signet.engine.SmimeException {@code DAMAGED_PKCS12}
   */
  public static Ed25519PrivateKeyParameters ed25519(PrivateKey key) {
    return key.computed(info -> new Ed25519PrivateKeyParameters(octets(info)));
  }

  /**
   * A key that agrees.
   *
   * @throws dev.signet.engine.SmimeException {@code DAMAGED_PKCS12}
   */
  public static X25519PrivateKeyParameters x25519(PrivateKey key) {
    return key.computed(info -> new X25519PrivateKeyParameters(octets(info)));
  }

  private static byte[] octets(PrivateKeyInfo info) throws IOException {
    byte[] octets = ASN1OctetString.getInstance(info.parsePrivateKey()).getOctets();
    if (octets.length != BYTES) {
      throw new IllegalArgumentException("a private key of another length");
    }
    return octets;
  }
}

package dev.signet.engine.key.format;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;

/** Ed25519 and X25519 keys (RFC 8410 section 7). */
public final class Curve25519Keys implements KeyFormat {
  private static final int BYTES = 32;

  private final boolean signing;

  private Curve25519Keys(boolean signing) {
    this.signing = signing;
  }

  public static Curve25519Keys ed25519() {
    return new Curve25519Keys(true);
  }

  public static Curve25519Keys x25519() {
    return new Curve25519Keys(false);
  }

  @Override
  public AsymmetricKeyParameter read(PrivateKeyInfo info) throws IOException {
    byte[] octets = ASN1OctetString.getInstance(info.parsePrivateKey()).getOctets();
    if (octets.length != BYTES) {
      throw new IllegalArgumentException("a private key of another length");
    }
    return signing
        ? new Ed25519PrivateKeyParameters(octets)
        : new X25519PrivateKeyParameters(octets);
  }

  @Override
  public boolean belongs(AsymmetricKeyParameter key, SubjectPublicKeyInfo publicKey) {
    boolean sameKind =
        publicKey
            .getAlgorithm()
            .getAlgorithm()
            .equals(signing ? EdECObjectIdentifiers.id_Ed25519 : EdECObjectIdentifiers.id_X25519);
    if (!sameKind) {
      return false;
    }
    byte[] own =
        key instanceof Ed25519PrivateKeyParameters ed
            ? ed.generatePublicKey().getEncoded()
            : ((X25519PrivateKeyParameters) key).generatePublicKey().getEncoded();
    return Arrays.equals(own, publicKey.getPublicKeyData().getOctets());
  }
}

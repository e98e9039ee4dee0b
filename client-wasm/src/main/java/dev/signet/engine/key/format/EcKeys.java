package dev.signet.engine.key.format;

import dev.signet.engine.SmimeException;
import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** Elliptic-curve keys (RFC 5915) on named curves. */
public final class EcKeys implements KeyFormat {
  private ECPoint publicPoint;

  @Override
  public AsymmetricKeyParameter read(PrivateKeyInfo info) throws IOException {
    if (!(info.getPrivateKeyAlgorithm().getParameters() instanceof ASN1ObjectIdentifier curve)) {
      throw SmimeException.unsupported(X9ObjectIdentifiers.id_ecPublicKey.getId());
    }
    ECNamedDomainParameters domain = EcCurves.of(curve);
    // Refuses a number outside 1 to n-1.
    return new ECPrivateKeyParameters(
        ECPrivateKey.getInstance(info.parsePrivateKey()).getKey(), domain);
  }

  /** The point that the private number gives, on the same curve. */
  @Override
  public boolean belongs(AsymmetricKeyParameter key, SubjectPublicKeyInfo publicKey) {
    ECPrivateKeyParameters own = (ECPrivateKeyParameters) key;
    ECNamedDomainParameters domain = (ECNamedDomainParameters) own.getParameters();
    if (!domain.getName().equals(publicKey.getAlgorithm().getParameters())) {
      return false;
    }
    byte[] point = publicKey.getPublicKeyData().getOctets();
    if (publicPoint == null) {
      publicPoint = new FixedPointCombMultiplier().multiply(domain.getG(), own.getD()).normalize();
    }
    return Arrays.equals(point, publicPoint.getEncoded(false))
        || Arrays.equals(point, publicPoint.getEncoded(true));
  }
}

package dev.signet.engine.bc.key;

import dev.signet.engine.SmimeException;
import dev.signet.engine.key.PrivateKey;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** Elliptic-curve keys (RFC 5915) on named curves. */
public final class EcKeys {
  private EcKeys() {}

  /**
   * The private number and its curve.
   *
   * @throws SmimeException {@code DAMAGED_PKCS12}, or {@code UNSUPPORTED_ALGORITHM} with the OID of
   *     a curve
   */
  public static ECPrivateKeyParameters of(PrivateKey key) {
    return key.computed(EcKeys::read);
  }

  /** The point that the private number gives, not compressed. */
  public static byte[] publicPoint(ECPrivateKeyParameters key) {
    ECPoint point = new FixedPointCombMultiplier().multiply(key.getParameters().getG(), key.getD());
    return point.normalize().getEncoded(false);
  }

  private static ECPrivateKeyParameters read(PrivateKeyInfo info) throws IOException {
    if (!(info.getPrivateKeyAlgorithm().getParameters() instanceof ASN1ObjectIdentifier curve)) {
      throw SmimeException.unsupported(X9ObjectIdentifiers.id_ecPublicKey.getId());
    }
    ECNamedDomainParameters domain = EcCurves.of(curve);
    // Refuses a number outside 1 to n-1.
    return new ECPrivateKeyParameters(
        ECPrivateKey.getInstance(info.parsePrivateKey()).getKey(), domain);
  }
}

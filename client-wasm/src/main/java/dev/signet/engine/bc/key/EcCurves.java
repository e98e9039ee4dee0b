package dev.signet.engine.bc.key;

import dev.signet.engine.SmimeException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.teletrust.TeleTrusTNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ECPoint;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.custom.sec.SecP256R1Curve;
import org.bouncycastle.math.ec.custom.sec.SecP384R1Curve;
import org.bouncycastle.math.ec.custom.sec.SecP521R1Curve;
import org.bouncycastle.util.encoders.Hex;

/**
 * The elliptic curves that the engine has: P-256, P-384, P-521 (FIPS 186-4) and Brainpool (RFC
 * 5639).
 *
 * <p>Not Bouncy Castle's tables of all curves: those link every curve that was ever named.
 */
public final class EcCurves {
  private EcCurves() {}

  /**
   * The curve's parameters.
   *
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID
   */
  public static ECNamedDomainParameters of(ASN1ObjectIdentifier oid) {
    X9ECParameters parameters = parameters(oid);
    if (parameters == null) {
      throw SmimeException.unsupported(oid.getId());
    }
    return new ECNamedDomainParameters(oid, parameters);
  }

  private static X9ECParameters parameters(ASN1ObjectIdentifier oid) {
    if (oid.equals(SECObjectIdentifiers.secp256r1)) {
      return nist(
          new SecP256R1Curve(),
          "036B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296");
    }
    if (oid.equals(SECObjectIdentifiers.secp384r1)) {
      return nist(
          new SecP384R1Curve(),
          "03AA87CA22BE8B05378EB1C71EF320AD746E1D3B628BA79B9859F741E082542A38"
              + "5502F25DBF55296C3A545E3872760AB7");
    }
    if (oid.equals(SECObjectIdentifiers.secp521r1)) {
      return nist(
          new SecP521R1Curve(),
          "0200C6858E06B70404E9CD9E3ECB662395B4429C648139053FB521F828AF606B4D3D"
              + "BAA14B5E77EFE75928FE1DC127A2FFA8DE3348B3C1856A429BF97E7E31C2E5BD66");
    }
    return TeleTrusTNamedCurves.getByOID(oid);
  }

  private static X9ECParameters nist(ECCurve curve, String generator) {
    return new X9ECParameters(
        curve, new X9ECPoint(curve, Hex.decode(generator)), curve.getOrder(), curve.getCofactor());
  }
}

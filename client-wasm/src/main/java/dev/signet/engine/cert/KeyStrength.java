package dev.signet.engine.cert;

import dev.signet.engine.algorithm.EllipticCurve;
import dev.signet.engine.algorithm.KeyUse;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** The one place that says which public keys are too short to prove anything. */
public final class KeyStrength {
  /** FIPS 186-4 section 4.2 has no shorter one beside a modulus of 2048 bits. */
  private static final int LEAST_DSA_ORDER_BITS = 224;

  private static final int LEAST_CURVE_BITS = 256;

  private KeyStrength() {}

  /**
   * Whether a key is too weak. A key of a kind that is measured here and cannot be read is; a kind
   * or a curve that is not known is not, for nothing verifies with it.
   *
   * @param minimumBits of the modulus of RSA and of DSA, which NIST SP 800-57 part 1 takes to be of
   *     one strength at one length
   */
  public static boolean weak(SubjectPublicKeyInfo key, int minimumBits) {
    AlgorithmIdentifier algorithm = key.getAlgorithm();
    ASN1ObjectIdentifier oid = algorithm.getAlgorithm();
    try {
      if (oid.equals(PKCSObjectIdentifiers.rsaEncryption)
          || oid.equals(PKCSObjectIdentifiers.id_RSAES_OAEP)
          || KeyUse.pssOnly(algorithm)) {
        return RSAPublicKey.getInstance(key.parsePublicKey()).getModulus().bitLength()
            < minimumBits;
      }
      if (oid.equals(X9ObjectIdentifiers.id_dsa)) {
        DSAParameter domain = DSAParameter.getInstance(algorithm.getParameters());
        return domain.getP().bitLength() < minimumBits
            || domain.getQ().bitLength() < LEAST_DSA_ORDER_BITS;
      }
      return oid.equals(X9ObjectIdentifiers.id_ecPublicKey)
          && algorithm.getParameters() instanceof ASN1ObjectIdentifier curve
          && tooShort(EllipticCurve.of(curve));
    } catch (IOException | RuntimeException e) {
      return true;
    }
  }

  private static boolean tooShort(EllipticCurve curve) {
    return curve != null && curve.bits() < LEAST_CURVE_BITS;
  }
}

package dev.signet.engine.bc.rare;

import dev.signet.engine.SmimeException;
import dev.signet.engine.bc.Digests;
import dev.signet.engine.bc.EcdsaSignature;
import dev.signet.engine.port.Ask;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.DSAParameters;
import org.bouncycastle.crypto.params.DSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.DSASigner;

/** DSA (FIPS 186-4 section 4, RFC 3370 section 3.1), for signatures of old mail. */
final class DsaSignature {
  /** FIPS 186-4 ends at 3072; nothing that is longer is worth the work. */
  private static final int MAX_P_BITS = 4096;

  private static final int LEAST_P_BITS = 512;
  private static final int LEAST_Q_BITS = 160;
  private static final int MAX_Q_BITS = 256;

  private DsaSignature() {}

  static boolean verify(Ask.Verify ask) {
    Optional<BigInteger[]> value = EcdsaSignature.parse(ask.signature());
    Optional<DSAPublicKeyParameters> key = key(ask.publicKey());
    if (value.isEmpty() || key.isEmpty()) {
      return false;
    }
    DSASigner signer = new DSASigner();
    signer.init(false, key.get());
    // It refuses r and s outside 1 to q-1, and takes the leftmost bits of a hash that is longer.
    return signer.verifySignature(
        Digests.digest(ask.scheme().digest(), ask.message()), value.get()[0], value.get()[1]);
  }

  /**
   * The key.
   *
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} for a key that inherits its parameters
   *     from the issuer's (RFC 3279 section 2.3.2): who that is, is not known here
   */
  private static Optional<DSAPublicKeyParameters> key(byte[] publicKey) {
    try {
      SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(publicKey);
      AlgorithmIdentifier algorithm = info.getAlgorithm();
      if (!algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_dsa)) {
        return Optional.empty();
      }
      if (algorithm.getParameters() == null) {
        throw SmimeException.unsupported(X9ObjectIdentifiers.id_dsa.getId());
      }
      DSAParameter domain = DSAParameter.getInstance(algorithm.getParameters());
      BigInteger y = ASN1Integer.getInstance(info.parsePublicKey()).getValue();
      if (!measured(domain) || y.bitLength() > domain.getP().bitLength()) {
        return Optional.empty();
      }
      // Refuses a number that is not in the group of order q.
      return Optional.of(
          new DSAPublicKeyParameters(
              y, new DSAParameters(domain.getP(), domain.getQ(), domain.getG())));
    } catch (IOException
        | IllegalArgumentException
        | IllegalStateException
        | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static boolean measured(DSAParameter domain) {
    BigInteger p = domain.getP();
    BigInteger q = domain.getQ();
    BigInteger g = domain.getG();
    return p.signum() > 0
        && p.testBit(0)
        && p.bitLength() >= LEAST_P_BITS
        && p.bitLength() <= MAX_P_BITS
        && q.signum() > 0
        && q.testBit(0)
        && q.bitLength() >= LEAST_Q_BITS
        && q.bitLength() <= MAX_Q_BITS
        && g.compareTo(BigInteger.ONE) > 0
        && g.compareTo(p) < 0;
  }
}

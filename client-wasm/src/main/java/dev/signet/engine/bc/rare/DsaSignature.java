package dev.signet.engine.bc.rare;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.EcdsaValue;
import dev.signet.engine.bc.Digests;
import dev.signet.engine.port.Ask;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Null;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.DSAParameters;
import org.bouncycastle.crypto.params.DSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.DSASigner;
import org.bouncycastle.math.Primes;

/** DSA (FIPS 186-4 section 4, RFC 3370 section 3.1), for signatures of old mail. */
final class DsaSignature {
  /** FIPS 186-4 ends at 3072; nothing that is longer is worth the work. */
  private static final int MAX_P_BITS = 4096;

  private static final int LEAST_P_BITS = 512;

  /** FIPS 186-2 had lengths of 512 to 1024 in such steps, and the later ones are multiples too. */
  private static final int P_BITS_STEP = 64;

  private static final Set<Integer> Q_BITS = Set.of(160, 224, 256);

  /** One that is not prime passes all of them once in 2 to the power of 48. */
  private static final int ROUNDS = 24;

  private DsaSignature() {}

  static boolean verify(Ask.Verify ask) {
    Optional<EcdsaValue> value = EcdsaValue.parse(ask.signature());
    Optional<DSAPublicKeyParameters> key = key(ask.publicKey());
    if (value.isEmpty() || key.isEmpty()) {
      return false;
    }
    DSASigner signer = new DSASigner();
    signer.init(false, key.get());
    // It refuses r and s outside 1 to q-1, and takes the leftmost bits of a hash that is longer.
    return signer.verifySignature(
        Digests.digest(ask.scheme().digest(), ask.message()), value.get().r(), value.get().s());
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
      if (algorithm.getParameters() == null || algorithm.getParameters() instanceof ASN1Null) {
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

  /**
   * Whether the parameters are such as FIPS 186-4 section 4.2 has them. Others would let everybody
   * sign: a group of few members, or an order that is a power of a small number.
   *
   * <p>That p is prime is not verified but for small factors: a look costs more than ten signatures
   * do, and a p that is not harms only whoever chose it.
   */
  private static boolean measured(DSAParameter domain) {
    BigInteger p = domain.getP();
    BigInteger q = domain.getQ();
    BigInteger g = domain.getG();
    return p.signum() > 0
        && p.bitLength() >= LEAST_P_BITS
        && p.bitLength() <= MAX_P_BITS
        && p.bitLength() % P_BITS_STEP == 0
        && !Primes.hasAnySmallFactors(p)
        && q.signum() > 0
        && Q_BITS.contains(q.bitLength())
        && p.subtract(BigInteger.ONE).mod(q).signum() == 0
        && probablyPrime(q)
        && g.compareTo(BigInteger.ONE) > 0
        && g.compareTo(p) < 0
        && g.modPow(q, p).equals(BigInteger.ONE);
  }

  /** Miller and Rabin's test, to bases that depend on the number: nobody can choose it for them. */
  private static boolean probablyPrime(BigInteger q) {
    if (Primes.hasAnySmallFactors(q)) {
      return false;
    }
    byte[] number = q.toByteArray();
    for (int i = 0; i < ROUNDS; i++) {
      // An octet of zero before the number, whose length is a multiple of eight.
      number[0] = (byte) i;
      BigInteger hash = new BigInteger(1, Digests.digest(DigestAlgorithm.SHA256, number));
      BigInteger base = hash.mod(q.subtract(BigInteger.valueOf(3))).add(BigInteger.TWO);
      if (!Primes.isMRProbablePrimeToBase(q, base)) {
        return false;
      }
    }
    return true;
  }
}

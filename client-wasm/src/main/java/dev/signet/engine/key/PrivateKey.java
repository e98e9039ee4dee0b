package dev.signet.engine.key;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/**
 * A private key in clear.
 *
 * <p>Not Bouncy Castle's {@code PrivateKeyFactory}: that one links every algorithm there is. {@link
 * #toString()} says the kind only.
 */
public final class PrivateKey {
  /** Kinds of key that the engine can use. */
  public enum Kind {
    RSA,
    EC
  }

  /** Above this one operation takes seconds in a browser. */
  private static final int MAX_MODULUS_BITS = 8192;

  private static final int MAX_EXPONENT_BITS = 64;

  private final Kind kind;
  private final AsymmetricKeyParameter parameters;
  private final byte[] pkcs8;
  private ECPoint publicPoint;

  private PrivateKey(Kind kind, AsymmetricKeyParameter parameters, byte[] pkcs8) {
    this.kind = kind;
    this.parameters = parameters;
    this.pkcs8 = pkcs8;
  }

  /**
   * Reads a PKCS#8 PrivateKeyInfo (RFC 5958).
   *
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID of an algorithm or curve that
   *     the engine does not have; {@code DAMAGED_PKCS12} when the key breaks its own format, or its
   *     parts do not fit together; {@code REFUSED_PARAMETERS} for an RSA key beyond measure
   */
  public static PrivateKey of(PrivateKeyInfo info) {
    ASN1ObjectIdentifier algorithm = info.getPrivateKeyAlgorithm().getAlgorithm();
    try {
      byte[] pkcs8 = info.getEncoded("DER");
      if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
        return new PrivateKey(Kind.RSA, rsa(info), pkcs8);
      }
      if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
        return new PrivateKey(Kind.EC, ec(info), pkcs8);
      }
    } catch (IOException
        | IllegalArgumentException
        | IllegalStateException
        | ArithmeticException e) {
      throw new SmimeException(ErrorCode.DAMAGED_PKCS12, "a private key cannot be read");
    }
    throw SmimeException.unsupported(algorithm.getId());
  }

  private static AsymmetricKeyParameter rsa(PrivateKeyInfo info) throws IOException {
    RSAPrivateKey key = RSAPrivateKey.getInstance(info.parsePrivateKey());
    if (key.getModulus().bitLength() > MAX_MODULUS_BITS) {
      throw new SmimeException(
          ErrorCode.REFUSED_PARAMETERS,
          "an RSA key is longer than the engine computes with",
          Map.of("bits", Integer.toString(key.getModulus().bitLength())));
    }
    if (!consistent(key)) {
      throw new IllegalArgumentException("the parts of an RSA key do not fit together");
    }
    // A CRT key with its public exponent: only then does RSABlindedEngine blind. That the modulus
    // is composite is known here, so Bouncy Castle need not look.
    return new RSAPrivateCrtKeyParameters(
        key.getModulus(),
        key.getPublicExponent(),
        key.getPrivateExponent(),
        key.getPrime1(),
        key.getPrime2(),
        key.getExponent1(),
        key.getExponent2(),
        key.getCoefficient(),
        true);
  }

  /** RFC 8017 section 3.2, second representation; with two primes. */
  private static boolean consistent(RSAPrivateKey key) {
    BigInteger e = key.getPublicExponent();
    BigInteger p = key.getPrime1();
    BigInteger q = key.getPrime2();
    return e.signum() > 0
        && e.testBit(0)
        && e.bitLength() > 1
        && e.bitLength() <= MAX_EXPONENT_BITS
        && odd(p)
        && odd(q)
        && !p.equals(q)
        && p.multiply(q).equals(key.getModulus())
        && inverse(e, key.getExponent1(), p.subtract(BigInteger.ONE))
        && inverse(e, key.getExponent2(), q.subtract(BigInteger.ONE))
        && inverse(q, key.getCoefficient(), p)
        && key.getPrivateExponent().signum() > 0
        && key.getPrivateExponent().bitLength() <= key.getModulus().bitLength();
  }

  private static boolean odd(BigInteger prime) {
    return prime.signum() > 0 && prime.testBit(0) && prime.bitLength() > 1;
  }

  private static boolean inverse(BigInteger value, BigInteger inverse, BigInteger modulus) {
    return inverse.signum() > 0
        && inverse.compareTo(modulus) < 0
        && value.multiply(inverse).mod(modulus).equals(BigInteger.ONE);
  }

  private static AsymmetricKeyParameter ec(PrivateKeyInfo info) throws IOException {
    if (!(info.getPrivateKeyAlgorithm().getParameters() instanceof ASN1ObjectIdentifier curve)) {
      throw SmimeException.unsupported(X9ObjectIdentifiers.id_ecPublicKey.getId());
    }
    ECNamedDomainParameters domain = EcCurves.of(curve);
    // Refuses a number outside 1 to n-1.
    return new ECPrivateKeyParameters(
        ECPrivateKey.getInstance(info.parsePrivateKey()).getKey(), domain);
  }

  /**
   * Whether this certificate speaks of this key: the same modulus and exponent, or the point that
   * the private number gives.
   */
  public boolean belongsTo(SubjectPublicKeyInfo publicKey) {
    try {
      if (kind == Kind.RSA) {
        RSAPrivateCrtKeyParameters key = (RSAPrivateCrtKeyParameters) parameters;
        if (!publicKey.getAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
          return false;
        }
        RSAPublicKey other = RSAPublicKey.getInstance(publicKey.parsePublicKey());
        return other.getModulus().equals(key.getModulus())
            && other.getPublicExponent().equals(key.getPublicExponent());
      }
      ECPrivateKeyParameters key = (ECPrivateKeyParameters) parameters;
      ECNamedDomainParameters domain = (ECNamedDomainParameters) key.getParameters();
      if (!domain.getName().equals(publicKey.getAlgorithm().getParameters())) {
        return false;
      }
      byte[] point = publicKey.getPublicKeyData().getOctets();
      if (publicPoint == null) {
        publicPoint =
            new FixedPointCombMultiplier().multiply(domain.getG(), key.getD()).normalize();
      }
      return Arrays.equals(point, publicPoint.getEncoded(false))
          || Arrays.equals(point, publicPoint.getEncoded(true));
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      return false;
    }
  }

  public Kind kind() {
    return kind;
  }

  /** The key for Bouncy Castle's engines. */
  public AsymmetricKeyParameter parameters() {
    return parameters;
  }

  /** DER of the PrivateKeyInfo, for import into the browser's own crypto; the caller copies it. */
  public byte[] pkcs8() {
    return pkcs8;
  }

  /** Overwrites the encoding; the numbers are left to the garbage collector. */
  void wipe() {
    Arrays.fill(pkcs8, (byte) 0);
  }

  @Override
  public String toString() {
    return "PrivateKey[" + kind + "]";
  }
}

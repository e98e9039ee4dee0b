package dev.signet.engine.bc;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.RsaBounds;
import dev.signet.engine.bc.key.EcCurves;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.X509ObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;

/**
 * Public keys out of DER. Empty for a key that breaks its own format or is of another kind; an
 * algorithm or curve that the engine does not have is {@code UNSUPPORTED_ALGORITHM}.
 */
public final class PublicKeys {
  private PublicKeys() {}

  /** A key for any use. */
  public static Optional<RSAKeyParameters> rsa(byte[] publicKey) {
    return rsa(publicKey, List.of(PKCSObjectIdentifiers.rsaEncryption));
  }

  /** A key for any use, or for RSASSA-PSS alone (RFC 4055 section 1.2, RFC 8692 section 4). */
  static Optional<RSAKeyParameters> rsaForPss(byte[] publicKey) {
    return rsa(
        publicKey,
        List.of(
            PKCSObjectIdentifiers.rsaEncryption,
            PKCSObjectIdentifiers.id_RSASSA_PSS,
            X509ObjectIdentifiers.id_rsassa_pss_shake128,
            X509ObjectIdentifiers.id_rsassa_pss_shake256));
  }

  private static Optional<RSAKeyParameters> rsa(byte[] publicKey, List<ASN1ObjectIdentifier> uses) {
    try {
      SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(publicKey);
      ASN1ObjectIdentifier algorithm = info.getAlgorithm().getAlgorithm();
      if (!uses.contains(algorithm)) {
        return other(algorithm);
      }
      RSAPublicKey key = RSAPublicKey.getInstance(info.parsePublicKey());
      if (key == null) {
        // Bouncy Castle's answer to a key of no octets.
        return Optional.empty();
      }
      BigInteger modulus = key.getModulus();
      BigInteger exponent = key.getPublicExponent();
      if (!RsaBounds.hold(modulus, exponent)) {
        return Optional.empty();
      }
      // Taken as it is: Bouncy Castle's own look for a prime modulus costs more than the signature
      // and protects only the key's owner.
      return Optional.of(new RSAKeyParameters(false, modulus, exponent, true));
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  static Optional<ECPublicKeyParameters> ec(byte[] publicKey) {
    try {
      SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(publicKey);
      ASN1ObjectIdentifier algorithm = info.getAlgorithm().getAlgorithm();
      if (!algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
        return other(algorithm);
      }
      if (!(info.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier curve)) {
        // Curves given by their figures: none that is in use, and a known way to forge.
        throw SmimeException.unsupported(algorithm.getId());
      }
      ECNamedDomainParameters domain = EcCurves.of(curve);
      // Refuses a point that is not on the curve, and the one at infinity.
      return Optional.of(
          new ECPublicKeyParameters(
              domain.getCurve().decodePoint(info.getPublicKeyData().getOctets()), domain));
    } catch (IllegalArgumentException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  /**
   * The octets of a key that is nothing but octets (RFC 8410 section 4, RFC 9881 section 4), of the
   * length that its kind has.
   */
  static Optional<byte[]> octets(byte[] publicKey, ASN1ObjectIdentifier kind, int length) {
    try {
      SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(publicKey);
      byte[] octets = info.getPublicKeyData().getOctets();
      return info.getAlgorithm().getAlgorithm().equals(kind) && octets.length == length
          ? Optional.of(octets)
          : Optional.empty();
    } catch (IllegalArgumentException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  /** DER of a SubjectPublicKeyInfo. */
  public static byte[] encoded(AlgorithmIdentifier algorithm, byte[] publicKey) {
    try {
      return new SubjectPublicKeyInfo(algorithm, publicKey).getEncoded("DER");
    } catch (IOException e) {
      throw new IllegalStateException("a public key of fixed shape");
    }
  }

  private static <K> Optional<K> other(ASN1ObjectIdentifier algorithm) {
    if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)
        || algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
      return Optional.empty();
    }
    throw SmimeException.unsupported(algorithm.getId());
  }
}

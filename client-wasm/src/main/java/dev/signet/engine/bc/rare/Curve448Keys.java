package dev.signet.engine.bc.rare;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.bc.PublicKeys;
import dev.signet.engine.key.PrivateKey;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.crypto.params.X448PrivateKeyParameters;

/** Ed448 and X448 keys (RFC 8410): private ones out of PKCS#8, public ones in and out of DER. */
final class Curve448Keys {
  private Curve448Keys() {}

  static Ed448PrivateKeyParameters ed448(PrivateKey key) {
    return new Ed448PrivateKeyParameters(
        octets(key, PrivateKey.Kind.ED448, Ed448PrivateKeyParameters.KEY_SIZE));
  }

  static X448PrivateKeyParameters x448(PrivateKey key) {
    return new X448PrivateKeyParameters(
        octets(key, PrivateKey.Kind.X448, X448PrivateKeyParameters.KEY_SIZE));
  }

  /** RFC 8410 section 7: an octet string in the octet string. */
  private static byte[] octets(PrivateKey key, PrivateKey.Kind kind, int length) {
    if (key.kind() != kind) {
      throw new SmimeException(ErrorCode.KEY_UNUSABLE, "this needs a key of another kind");
    }
    try {
      byte[] octets =
          ASN1OctetString.getInstance(PrivateKeyInfo.getInstance(key.pkcs8()).parsePrivateKey())
              .getOctets();
      if (octets.length == length) {
        return octets;
      }
      Arrays.fill(octets, (byte) 0);
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      throw damaged();
    }
    throw damaged();
  }

  private static SmimeException damaged() {
    return new SmimeException(ErrorCode.DAMAGED_PKCS12, "a private key cannot be read");
  }

  /** DER of the SubjectPublicKeyInfo that belongs to a private key. */
  static byte[] publicKey(PrivateKey key) {
    return switch (key.kind()) {
      case ED448 ->
          info(EdECObjectIdentifiers.id_Ed448, ed448(key).generatePublicKey().getEncoded());
      case X448 -> info(EdECObjectIdentifiers.id_X448, x448(key).generatePublicKey().getEncoded());
      default -> throw new SmimeException(ErrorCode.UNSUPPORTED_ALGORITHM, "a key of another kind");
    };
  }

  static byte[] info(ASN1ObjectIdentifier algorithm, byte[] publicKey) {
    return PublicKeys.encoded(new AlgorithmIdentifier(algorithm), publicKey);
  }

  /** The public key's octets; empty for a key of another kind or length, or that is damaged. */
  static Optional<byte[]> octets(byte[] publicKey, ASN1ObjectIdentifier algorithm, int length) {
    try {
      SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(publicKey);
      byte[] octets = info.getPublicKeyData().getOctets();
      return info.getAlgorithm().getAlgorithm().equals(algorithm)
              && info.getAlgorithm().getParameters() == null
              && octets.length == length
          ? Optional.of(octets)
          : Optional.empty();
    } catch (IllegalArgumentException | IllegalStateException e) {
      return Optional.empty();
    }
  }
}

package dev.signet.engine.bc;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.bc.key.Curve25519Keys;
import dev.signet.engine.bc.key.EcKeys;
import dev.signet.engine.bc.key.MlDsaKeys;
import dev.signet.engine.bc.key.MlKemKeys;
import dev.signet.engine.bc.key.RsaKeys;
import dev.signet.engine.key.PrivateKey;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;

/** The public key that belongs to a private one; with it, the private one is checked. */
final class OwnPublicKey {
  private OwnPublicKey() {}

  /** DER of the SubjectPublicKeyInfo, a point not compressed, RSA for any use. */
  static byte[] of(PrivateKey key) {
    try {
      return switch (key.kind()) {
        case RSA -> rsa(RsaKeys.of(key));
        case EC -> ec(EcKeys.of(key));
        case ED25519 ->
            octets(
                EdECObjectIdentifiers.id_Ed25519,
                Curve25519Keys.ed25519(key).generatePublicKey().getEncoded());
        case X25519 ->
            octets(
                EdECObjectIdentifiers.id_X25519,
                Curve25519Keys.x25519(key).generatePublicKey().getEncoded());
        case ML_DSA -> octets(algorithm(key), MlDsaKeys.read(key).getPublicKey());
        case ML_KEM -> octets(algorithm(key), MlKemKeys.of(key).getPublicKey());
        default ->
            throw new SmimeException(ErrorCode.UNSUPPORTED_ALGORITHM, "a key of a rare kind");
      };
    } catch (IOException e) {
      throw new IllegalStateException("a public key of fixed shape");
    }
  }

  private static byte[] rsa(RSAPrivateCrtKeyParameters key) throws IOException {
    return new SubjectPublicKeyInfo(
            new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
            new RSAPublicKey(key.getModulus(), key.getPublicExponent()))
        .getEncoded("DER");
  }

  private static byte[] ec(ECPrivateKeyParameters key) {
    ASN1Encodable curve = ((ECNamedDomainParameters) key.getParameters()).getName();
    return PublicKeys.encoded(
        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve),
        EcKeys.publicPoint(key));
  }

  private static byte[] octets(ASN1ObjectIdentifier algorithm, byte[] publicKey) {
    return PublicKeys.encoded(new AlgorithmIdentifier(algorithm), publicKey);
  }

  private static ASN1ObjectIdentifier algorithm(PrivateKey key) {
    return PrivateKeyInfo.getInstance(key.pkcs8()).getPrivateKeyAlgorithm().getAlgorithm();
  }
}

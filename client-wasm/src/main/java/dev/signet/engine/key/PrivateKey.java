package dev.signet.engine.key;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;

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

  private final Kind kind;
  private final AsymmetricKeyParameter parameters;
  private final byte[] pkcs8;

  private PrivateKey(Kind kind, AsymmetricKeyParameter parameters, byte[] pkcs8) {
    this.kind = kind;
    this.parameters = parameters;
    this.pkcs8 = pkcs8;
  }

  /**
   * Reads a PKCS#8 PrivateKeyInfo (RFC 5958).
   *
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID of an algorithm or curve that
   *     the engine does not have; {@code DAMAGED_PKCS12} when the key breaks its own format
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
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      throw new SmimeException(ErrorCode.DAMAGED_PKCS12, "a private key cannot be read");
    }
    throw SmimeException.unsupported(algorithm.getId());
  }

  private static AsymmetricKeyParameter rsa(PrivateKeyInfo info) throws IOException {
    RSAPrivateKey key = RSAPrivateKey.getInstance(info.parsePrivateKey());
    // A CRT key with its public exponent: only then does RSABlindedEngine blind.
    return new RSAPrivateCrtKeyParameters(
        key.getModulus(),
        key.getPublicExponent(),
        key.getPrivateExponent(),
        key.getPrime1(),
        key.getPrime2(),
        key.getExponent1(),
        key.getExponent2(),
        key.getCoefficient());
  }

  private static AsymmetricKeyParameter ec(PrivateKeyInfo info) throws IOException {
    ASN1ObjectIdentifier curve =
        ASN1ObjectIdentifier.getInstance(info.getPrivateKeyAlgorithm().getParameters());
    X9ECParameters domain = ECNamedCurveTable.getByOID(curve);
    if (domain == null) {
      throw SmimeException.unsupported(curve.getId());
    }
    ECPrivateKey key = ECPrivateKey.getInstance(info.parsePrivateKey());
    return new ECPrivateKeyParameters(key.getKey(), new ECNamedDomainParameters(curve, domain));
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

  @Override
  public String toString() {
    return "PrivateKey[" + kind + "]";
  }
}

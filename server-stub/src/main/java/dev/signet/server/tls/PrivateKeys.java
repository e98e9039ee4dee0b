package dev.signet.server.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Private keys in PKCS#8 (RFC 5958), PKCS#1 (RFC 8017, A.1.2) and SEC 1 (RFC 5915). */
final class PrivateKeys {
  private PrivateKeys() {}

  /**
   * The key of a block.
   *
   * @param owner the public key that is to be its, whose algorithm it has
   * @throws IllegalArgumentException where the block is no such key
   */
  static PrivateKey read(PemBlocks.Block block, PublicKey owner) {
    byte[] der = block.der();
    try {
      byte[] pkcs8 =
          switch (block.label()) {
            case "RSA PRIVATE KEY" -> rsa(der).getEncoded();
            case "EC PRIVATE KEY" -> ec(der, owner).getEncoded();
            default -> der;
          };
      String algorithm = owner.getAlgorithm();
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      // The cause stays out of the message: it might quote the key.
      throw new IllegalArgumentException(
          "its key cannot be read as one of the certificate's algorithm, " + owner.getAlgorithm());
    } finally {
      Arrays.fill(der, (byte) 0);
    }
  }

  private static PrivateKeyInfo rsa(byte[] der) throws IOException {
    AlgorithmIdentifier rsa =
        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
    return new PrivateKeyInfo(rsa, RSAPrivateKey.getInstance(der));
  }

  /** The curve may be left out of the key; then it is the certificate's. */
  private static PrivateKeyInfo ec(byte[] der, PublicKey owner) throws IOException {
    ECPrivateKey key = ECPrivateKey.getInstance(der);
    ASN1Encodable curve = key.getParametersObject();
    if (curve == null) {
      curve = SubjectPublicKeyInfo.getInstance(owner.getEncoded()).getAlgorithm().getParameters();
    }
    return new PrivateKeyInfo(
        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), key);
  }
}

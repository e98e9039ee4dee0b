package dev.signet.engine.key;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Whether two encodings are one public key, although a certificate may write it in another way. */
final class SamePublicKey {
  private static final int UNCOMPRESSED = 4;

  private SamePublicKey() {}

  /**
   * @param own as {@link dev.signet.engine.port.Ask.PublicKeyOf} answers: a point is not compressed
   * @param other out of a certificate; one that is damaged is another key
   */
  static boolean of(PrivateKey.Kind kind, SubjectPublicKeyInfo own, SubjectPublicKeyInfo other) {
    try {
      return switch (kind) {
        case RSA -> rsa(own, other);
        case EC ->
            own.getAlgorithm().equals(other.getAlgorithm())
                && samePoint(octets(own), octets(other));
        default ->
            algorithm(own).equals(algorithm(other)) && Arrays.equals(octets(own), octets(other));
      };
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      return false;
    }
  }

  /** The same modulus and exponent, whatever use the public key is restricted to. */
  private static boolean rsa(SubjectPublicKeyInfo own, SubjectPublicKeyInfo other)
      throws IOException {
    ASN1ObjectIdentifier algorithm = algorithm(other);
    if (!algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)
        && !algorithm.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)
        && !algorithm.equals(PKCSObjectIdentifiers.id_RSAES_OAEP)
        && !algorithm.equals(PKCSObjectIdentifiers.id_rsa_KEM)) {
      return false;
    }
    RSAPublicKey one = RSAPublicKey.getInstance(own.parsePublicKey());
    RSAPublicKey two = RSAPublicKey.getInstance(other.parsePublicKey());
    return one.getModulus().equals(two.getModulus())
        && one.getPublicExponent().equals(two.getPublicExponent());
  }

  /** SEC 1 section 2.3.3: a compressed point is x, and whether y is odd. */
  private static boolean samePoint(byte[] own, byte[] other) {
    if (own.length == 0 || own[0] != UNCOMPRESSED) {
      return false;
    }
    int field = (own.length - 1) / 2;
    byte[] compressed = Arrays.copyOf(own, 1 + field);
    compressed[0] = (byte) (2 | own[own.length - 1] & 1);
    return Arrays.equals(own, other) || Arrays.equals(compressed, other);
  }

  private static ASN1ObjectIdentifier algorithm(SubjectPublicKeyInfo key) {
    return key.getAlgorithm().getAlgorithm();
  }

  private static byte[] octets(SubjectPublicKeyInfo key) {
    return key.getPublicKeyData().getOctets();
  }
}

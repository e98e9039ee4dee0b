package dev.signet.engine.encrypt;

import dev.signet.engine.algorithm.KemAlgorithm;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** ML-KEM keys (RFC 9935), for key encapsulation (RFC 9936). */
final class MlKemRecipient {
  private static final int MODULUS = 3329;
  private static final int SEED_BYTES = 32;
  private static final int POLYNOMIAL_BYTES = 384;

  private MlKemRecipient() {}

  static RecipientKey of(SubjectPublicKeyInfo key) {
    KemAlgorithm kem = KemAlgorithm.of(key.getAlgorithm().getAlgorithm().getId());
    byte[] octets = key.getPublicKeyData().getOctets();
    if (key.getAlgorithm().getParameters() != null || !wellFormed(octets, polynomials(kem))) {
      return RecipientKey.refused("damaged-key");
    }
    return RecipientKey.usable(new KeyManagement.Encapsulation(kem), key.getAlgorithm(), octets);
  }

  private static int polynomials(KemAlgorithm kem) {
    return switch (kem) {
      case ML_KEM_512 -> 2;
      case ML_KEM_768 -> 3;
      default -> 4;
    };
  }

  /** The checks on an encapsulation key of FIPS 203 section 7.2: its length, and its modulus. */
  private static boolean wellFormed(byte[] key, int polynomials) {
    int vector = polynomials * POLYNOMIAL_BYTES;
    if (key.length != vector + SEED_BYTES) {
      return false;
    }
    for (int i = 0; i < vector; i += 3) {
      int first = key[i] & 0xff | (key[i + 1] & 0xf) << 8;
      int second = (key[i + 1] & 0xff) >> 4 | (key[i + 2] & 0xff) << 4;
      if (first >= MODULUS || second >= MODULUS) {
        return false;
      }
    }
    return true;
  }
}

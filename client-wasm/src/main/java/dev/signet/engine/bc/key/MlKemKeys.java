package dev.signet.engine.bc.key;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.KemAlgorithm;
import dev.signet.engine.key.PrivateKey;
import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;

/** ML-KEM keys (RFC 9935 section 6): a seed, the expanded key, or both. */
public final class MlKemKeys {
  private static final int SEED_BYTES = 64;

  private MlKemKeys() {}

  /**
   * Bouncy Castle's name of a parameter set.
   *
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} for another mechanism
   */
  public static MLKEMParameters parameters(KemAlgorithm kem) {
    return switch (kem) {
      case ML_KEM_512 -> MLKEMParameters.ml_kem_512;
      case ML_KEM_768 -> MLKEMParameters.ml_kem_768;
      case ML_KEM_1024 -> MLKEMParameters.ml_kem_1024;
      case RSA_KEM -> throw SmimeException.unsupported(kem.oid());
    };
  }

  /**
   * The key; its parameters tell which of the three it is.
   *
   * @throws SmimeException {@code DAMAGED_PKCS12}
   */
  public static MLKEMPrivateKeyParameters of(PrivateKey key) {
    return key.computed(MlKemKeys::read);
  }

  private static MLKEMPrivateKeyParameters read(PrivateKeyInfo info) throws IOException {
    String oid = info.getPrivateKeyAlgorithm().getAlgorithm().getId();
    MLKEMParameters parameters = parameters(KemAlgorithm.of(oid));
    ASN1Encodable choice = info.parsePrivateKey();
    if (choice instanceof ASN1TaggedObject tagged && tagged.hasContextTag(0)) {
      return seed(parameters, ASN1OctetString.getInstance(tagged, false).getOctets());
    }
    if (choice instanceof ASN1OctetString octets) {
      return expanded(parameters, octets.getOctets());
    }
    ASN1Sequence both = ASN1Sequence.getInstance(choice);
    if (both.size() != 2) {
      throw new IllegalArgumentException("an ML-KEM key of neither form");
    }
    MLKEMPrivateKeyParameters key =
        seed(parameters, ASN1OctetString.getInstance(both.getObjectAt(0)).getOctets());
    byte[] expanded = ASN1OctetString.getInstance(both.getObjectAt(1)).getOctets();
    if (!Arrays.equals(key.getEncoded(), expanded)) {
      throw new IllegalArgumentException("the two forms of an ML-KEM key are not the same key");
    }
    return key;
  }

  private static MLKEMPrivateKeyParameters seed(MLKEMParameters parameters, byte[] seed) {
    // Bouncy Castle tells the forms apart by their length.
    if (seed.length != SEED_BYTES) {
      throw new IllegalArgumentException("an ML-KEM seed of another length");
    }
    return new MLKEMPrivateKeyParameters(parameters, seed);
  }

  /**
   * Only the hash of the public part is part of the format (FIPS 203 section 7.3); that the private
   * part belongs to it shows when it decapsulates.
   */
  private static MLKEMPrivateKeyParameters expanded(MLKEMParameters parameters, byte[] encoding) {
    if (encoding.length == SEED_BYTES) {
      throw new IllegalArgumentException("an expanded ML-KEM key of another length");
    }
    MLKEMPrivateKeyParameters key = new MLKEMPrivateKeyParameters(parameters, encoding);
    SecretWithEncapsulation probe =
        MLKEMGenerator.internalGenerateEncapsulated(key.getPublicKeyParameters(), new byte[32]);
    byte[] secret = new MLKEMExtractor(key).extractSecret(probe.getEncapsulation());
    if (!Arrays.equals(secret, probe.getSecret())) {
      throw new IllegalArgumentException("the parts of an ML-KEM key do not fit together");
    }
    return key;
  }
}

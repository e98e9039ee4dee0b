package dev.signet.engine.bc.key;

import dev.signet.engine.algorithm.SignatureScheme.Algorithm;
import dev.signet.engine.key.PrivateKey;
import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;

/** ML-DSA keys (RFC 9881 section 6): the seed, the expanded key, or both, which must agree. */
public final class MlDsaKeys {
  private static final int SEED_BYTES = 32;
  private static final int TR_BYTES = 64;

  /** Where s1 begins in an expanded key: after rho, K and tr (FIPS 204 algorithm 24). */
  private static final int SECRETS_START = 128;

  private static final int T0_POLYNOMIAL_BYTES = 416;
  private static final int T1_POLYNOMIAL_BYTES = 320;

  private static final MlDsaKeys ML_DSA_44 =
      new MlDsaKeys(
          NISTObjectIdentifiers.id_ml_dsa_44, MLDSAParameters.ml_dsa_44, 1312, 2560, 2420);
  private static final MlDsaKeys ML_DSA_65 =
      new MlDsaKeys(
          NISTObjectIdentifiers.id_ml_dsa_65, MLDSAParameters.ml_dsa_65, 1952, 4032, 3309);
  private static final MlDsaKeys ML_DSA_87 =
      new MlDsaKeys(
          NISTObjectIdentifiers.id_ml_dsa_87, MLDSAParameters.ml_dsa_87, 2592, 4896, 4627);

  private final ASN1ObjectIdentifier oid;
  private final MLDSAParameters parameters;
  private final int publicKeyBytes;
  private final int expandedBytes;
  private final int signatureBytes;

  private MlDsaKeys(
      ASN1ObjectIdentifier oid,
      MLDSAParameters parameters,
      int publicKeyBytes,
      int expandedBytes,
      int signatureBytes) {
    this.oid = oid;
    this.parameters = parameters;
    this.publicKeyBytes = publicKeyBytes;
    this.expandedBytes = expandedBytes;
    this.signatureBytes = signatureBytes;
  }

  /**
   * @throws IllegalArgumentException for another algorithm
   */
  public static MlDsaKeys of(Algorithm algorithm) {
    return switch (algorithm) {
      case ML_DSA_44 -> ML_DSA_44;
      case ML_DSA_65 -> ML_DSA_65;
      case ML_DSA_87 -> ML_DSA_87;
      default -> throw new IllegalArgumentException("not ML-DSA");
    };
  }

  /** By the OID of a key, which is the OID of the signature too; null for another one. */
  public static MlDsaKeys of(ASN1ObjectIdentifier oid) {
    for (MlDsaKeys each : new MlDsaKeys[] {ML_DSA_44, ML_DSA_65, ML_DSA_87}) {
      if (each.oid.equals(oid)) {
        return each;
      }
    }
    return null;
  }

  public ASN1ObjectIdentifier oid() {
    return oid;
  }

  public MLDSAParameters parameters() {
    return parameters;
  }

  /** FIPS 204 table 2. */
  public int publicKeyBytes() {
    return publicKeyBytes;
  }

  /** FIPS 204 table 2. */
  public int signatureBytes() {
    return signatureBytes;
  }

  /**
   * The key; its parameters tell which of the three it is.
   *
   * @throws dev.signet.engine.SmimeException {@code DAMAGED_PKCS12}
   */
  public static MLDSAPrivateKeyParameters read(PrivateKey key) {
    return key.computed(info -> of(info.getPrivateKeyAlgorithm().getAlgorithm()).read(info));
  }

  private MLDSAPrivateKeyParameters read(PrivateKeyInfo info) throws IOException {
    if (info.getPrivateKeyAlgorithm().getParameters() != null) {
      throw new IllegalArgumentException("ML-DSA has no parameters");
    }
    MLDSAPrivateKeyParameters key = read(ASN1Primitive.fromByteArray(octets(info)));
    ASN1BitString publicKey = info.getPublicKeyData();
    if (publicKey != null && !Arrays.equals(publicKey.getOctets(), key.getPublicKey())) {
      throw new IllegalArgumentException("the public key is another one's");
    }
    return key;
  }

  private static byte[] octets(PrivateKeyInfo info) {
    return info.getPrivateKey().getOctets();
  }

  private MLDSAPrivateKeyParameters read(ASN1Primitive choice) {
    if (choice instanceof ASN1TaggedObject seed && seed.hasContextTag(0)) {
      return fromSeed(ASN1OctetString.getInstance(seed, false).getOctets());
    }
    if (choice instanceof ASN1OctetString expanded) {
      return fromExpanded(expanded.getOctets());
    }
    ASN1Sequence both = ASN1Sequence.getInstance(choice);
    if (both.size() != 2) {
      throw new IllegalArgumentException("a private key of another form");
    }
    MLDSAPrivateKeyParameters key =
        fromSeed(ASN1OctetString.getInstance(both.getObjectAt(0)).getOctets());
    byte[] expanded = ASN1OctetString.getInstance(both.getObjectAt(1)).getOctets();
    if (!Arrays.equals(expanded, expanded(key))) {
      throw new IllegalArgumentException("seed and expanded key do not fit together");
    }
    return key;
  }

  private MLDSAPrivateKeyParameters fromSeed(byte[] seed) {
    if (seed.length != SEED_BYTES) {
      throw new IllegalArgumentException("a seed of another length");
    }
    return new MLDSAPrivateKeyParameters(parameters, seed);
  }

  private MLDSAPrivateKeyParameters fromExpanded(byte[] expanded) {
    if (expanded.length != expandedBytes) {
      throw new IllegalArgumentException("a private key of another length");
    }
    if (!inRange(expanded)) {
      throw new IllegalArgumentException("a private key with coefficients out of range");
    }
    MLDSAPrivateKeyParameters key = new MLDSAPrivateKeyParameters(parameters, expanded);
    if (!Arrays.equals(key.getTr(), hash(key.getPublicKey())) || !signs(key)) {
      throw new IllegalArgumentException("the parts of an ML-DSA key do not fit together");
    }
    return key;
  }

  /** Whether every coefficient of s1 and s2 is at most eta (FIPS 204 algorithm 25). */
  private boolean inRange(byte[] expanded) {
    int eta = parameters == MLDSAParameters.ml_dsa_65 ? 4 : 2;
    int bits = eta == 4 ? 4 : 3;
    int rows = (publicKeyBytes - SEED_BYTES) / T1_POLYNOMIAL_BYTES;
    int end = expandedBytes - rows * T0_POLYNOMIAL_BYTES;
    for (int bit = 8 * SECRETS_START; bit < 8 * end; bit += bits) {
      int low = expanded[bit / 8] & 0xff;
      int high = bit / 8 + 1 < end ? expanded[bit / 8 + 1] & 0xff : 0;
      int value = (high << 8 | low) >> bit % 8 & (1 << bits) - 1;
      if (value > 2 * eta) {
        return false;
      }
    }
    return true;
  }

  /** tr is the hash of the public key (FIPS 204 algorithm 6). */
  private static byte[] hash(byte[] publicKey) {
    SHAKEDigest shake = new SHAKEDigest(256);
    shake.update(publicKey, 0, publicKey.length);
    byte[] hash = new byte[TR_BYTES];
    shake.doFinal(hash, 0, hash.length);
    return hash;
  }

  /**
   * Whether the key makes signatures that are right. t0 shows in nothing else, and a t0 that is
   * wrong in a few places does not show here either: its signatures are right, or are not made.
   */
  private static boolean signs(MLDSAPrivateKeyParameters key) {
    byte[] message = new byte[SEED_BYTES];
    MLDSASigner signer = new MLDSASigner();
    signer.init(true, key);
    signer.update(message, 0, message.length);
    byte[] value;
    try {
      value = signer.generateSignature();
    } catch (CryptoException e) {
      return false;
    }
    signer.init(false, key.getPublicKeyParameters());
    signer.update(message, 0, message.length);
    return signer.verifySignature(value);
  }

  private static byte[] expanded(MLDSAPrivateKeyParameters key) {
    return key.getParametersWithFormat(MLDSAPrivateKeyParameters.EXPANDED_KEY).getEncoded();
  }
}

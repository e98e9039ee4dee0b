package dev.signet.engine.bc;

import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.bc.rsa.RsaPrivateKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.util.BigIntegers;

/**
 * RSAES-PKCS1-v1_5 decryption that never says whether the padding was right.
 *
 * <p>Where the padding or the length is wrong, the answer is a key that only the owner of the
 * private key could compute, the same for the same ciphertext; it is computed in every case, and
 * chosen without a branch. The derivation is that of draft-irtf-cfrg-rsa-guidance, with the length
 * that the content cipher needs in place of a random one.
 */
final class ImplicitRejection {
  private static final byte[] LABEL = "message".getBytes(StandardCharsets.US_ASCII);
  private static final int LEAST_PADDING = 8;

  private ImplicitRejection() {}

  static byte[] open(
      RsaPrivateKey key, byte[] encryptedKey, int keyBytes, HostSecureRandom random) {
    int length = RsaPrimitive.bytes(key);
    // What the sender knows anyway may be branched on; the private operation is done nevertheless.
    boolean inRange = RsaPrimitive.inRange(key, encryptedKey);
    byte[] block =
        inRange
            ? encryptedKey
            : BigIntegers.asUnsignedByteArray(
                length, new BigInteger(1, bounded(encryptedKey, length)).mod(key.getModulus()));
    byte[] substitute = substitute(key, encryptedKey, keyBytes);
    byte[] encoded = RsaPrimitive.withPrivateKey(key, block, random);
    try {
      if (!inRange || length < 3 + LEAST_PADDING + keyBytes) {
        return substitute;
      }
      return choose(encoded, substitute);
    } finally {
      Arrays.fill(encoded, (byte) 0);
    }
  }

  /** At most as many octets as the modulus has, so that a long ciphertext costs no more. */
  private static byte[] bounded(byte[] encryptedKey, int length) {
    return Arrays.copyOf(encryptedKey, Math.min(encryptedKey.length, length));
  }

  private static byte[] choose(byte[] encoded, byte[] substitute) {
    int separator = encoded.length - substitute.length - 1;
    int wrong = encoded[0] & 0xff | encoded[1] & 0xff ^ 2 | encoded[separator] & 0xff;
    for (int i = 2; i < separator; i++) {
      // 1 for a zero octet among the padding, else 0.
      wrong |= (encoded[i] & 0xff) - 1 >>> 31;
    }
    int right = wrong - 1 >> 31;
    byte[] result = new byte[substitute.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (byte) (encoded[separator + 1 + i] & right | substitute[i] & ~right);
    }
    return result;
  }

  private static byte[] substitute(RsaPrivateKey key, byte[] encryptedKey, int keyBytes) {
    byte[] exponent = BigIntegers.asUnsignedByteArray(RsaPrimitive.bytes(key), key.getExponent());
    byte[] hashed = Digests.digest(DigestAlgorithm.SHA256, exponent);
    byte[] seed = Digests.hmac(DigestAlgorithm.SHA256, hashed, encryptedKey);
    Arrays.fill(exponent, (byte) 0);
    byte[] result = new byte[keyBytes];
    int bits = 8 * keyBytes;
    byte[] input = new byte[2 + LABEL.length + 2];
    System.arraycopy(LABEL, 0, input, 2, LABEL.length);
    input[input.length - 2] = (byte) (bits >>> 8);
    input[input.length - 1] = (byte) bits;
    for (int done = 0, i = 0; done < keyBytes; i++) {
      input[0] = (byte) (i >>> 8);
      input[1] = (byte) i;
      byte[] part = Digests.hmac(DigestAlgorithm.SHA256, seed, input);
      int size = Math.min(part.length, keyBytes - done);
      System.arraycopy(part, 0, result, done, size);
      done += size;
    }
    return result;
  }
}

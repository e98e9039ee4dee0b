package dev.signet.engine.bc;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.bc.rsa.RsaPrivateKey;
import dev.signet.engine.port.Ask;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.params.RSAKeyParameters;

/**
 * RSASSA-PSS (RFC 8017 section 8.1), with MGF1 or with SHAKE as the mask (RFC 8702 section 3.2.1).
 */
final class PssSignature {
  private static final byte TRAILER = (byte) 0xbc;
  private static final int ZEROS = 8;

  private PssSignature() {}

  static byte[] sign(Ask.Sign ask, HostSecureRandom random) {
    RsaPrivateKey key = RsaPrimitive.rsa(ask.key());
    if (!fits(key, ask.scheme())) {
      throw new SmimeException(
          ErrorCode.KEY_UNUSABLE, "the RSA key is too short for this signature");
    }
    byte[] salt = new byte[ask.scheme().saltBytes()];
    random.nextBytes(salt);
    byte[] encoded = encode(ask.scheme(), ask.message(), salt, encodedBits(key));
    byte[] block = new byte[RsaPrimitive.bytes(key)];
    System.arraycopy(encoded, 0, block, block.length - encoded.length, encoded.length);
    return RsaPrimitive.withPrivateKey(key, block, random);
  }

  static boolean verify(Ask.Verify ask) {
    Optional<RSAKeyParameters> key = PublicKeys.rsaForPss(ask.publicKey());
    return key.isPresent()
        && RsaPrimitive.inRange(key.get(), ask.signature())
        && fits(key.get(), ask.scheme())
        && consistent(
            ask.scheme(),
            ask.message(),
            RsaPrimitive.withPublicKey(key.get(), ask.signature()),
            encodedBits(key.get()));
  }

  /** RFC 8017 section 9.1.1 step 3: hash, salt and the fixed octets within the modulus. */
  private static boolean fits(RSAKeyParameters key, SignatureScheme scheme) {
    return encodedBits(key) >= 8 * scheme.digest().bytes() + 8 * scheme.saltBytes() + 9;
  }

  private static int encodedBits(RSAKeyParameters key) {
    return key.getModulus().bitLength() - 1;
  }

  /** EMSA-PSS-ENCODE (RFC 8017 section 9.1.1). */
  private static byte[] encode(SignatureScheme scheme, byte[] message, byte[] salt, int bits) {
    byte[] hash = saltedHash(scheme, message, salt);
    byte[] encoded = new byte[(bits + 7) / 8];
    int maskedLength = encoded.length - hash.length - 1;
    encoded[maskedLength - salt.length - 1] = 1;
    System.arraycopy(salt, 0, encoded, maskedLength - salt.length, salt.length);
    mask(scheme, hash, encoded, maskedLength);
    encoded[0] &= (byte) usedBits(encoded.length, bits);
    System.arraycopy(hash, 0, encoded, maskedLength, hash.length);
    encoded[encoded.length - 1] = TRAILER;
    return encoded;
  }

  /** EMSA-PSS-VERIFY (RFC 8017 section 9.1.2); the salt has the length that the scheme says. */
  private static boolean consistent(
      SignatureScheme scheme, byte[] message, byte[] block, int bits) {
    int length = (bits + 7) / 8;
    // A modulus of 8k+1 bits has one octet more than the encoding, and it must be zero.
    for (int i = 0; i < block.length - length; i++) {
      if (block[i] != 0) {
        return false;
      }
    }
    byte[] encoded = Arrays.copyOfRange(block, block.length - length, block.length);
    int maskedLength = length - scheme.digest().bytes() - 1;
    int used = usedBits(length, bits);
    if (encoded[length - 1] != TRAILER || (encoded[0] & ~used & 0xff) != 0) {
      return false;
    }
    byte[] hash = Arrays.copyOfRange(encoded, maskedLength, length - 1);
    mask(scheme, hash, encoded, maskedLength);
    encoded[0] &= (byte) used;
    int one = maskedLength - scheme.saltBytes() - 1;
    for (int i = 0; i < one; i++) {
      if (encoded[i] != 0) {
        return false;
      }
    }
    byte[] salt = Arrays.copyOfRange(encoded, one + 1, maskedLength);
    return encoded[one] == 1 && Arrays.equals(hash, saltedHash(scheme, message, salt));
  }

  /** The bits of the first octet that are used. */
  private static int usedBits(int length, int bits) {
    return 0xff >>> (8 * length - bits);
  }

  private static byte[] saltedHash(SignatureScheme scheme, byte[] message, byte[] salt) {
    byte[] hash = Digests.digest(scheme.digest(), message);
    byte[] salted = new byte[ZEROS + hash.length + salt.length];
    System.arraycopy(hash, 0, salted, ZEROS, hash.length);
    System.arraycopy(salt, 0, salted, ZEROS + hash.length, salt.length);
    return Digests.digest(scheme.digest(), salted);
  }

  private static void mask(SignatureScheme scheme, byte[] seed, byte[] target, int length) {
    byte[] mask = Digests.mask(scheme.mgf1Digest(), seed, length);
    for (int i = 0; i < length; i++) {
      target[i] ^= mask[i];
    }
  }
}

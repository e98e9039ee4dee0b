package dev.signet.engine.bc;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.bc.rsa.RsaPrivateKey;
import dev.signet.engine.port.Ask;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.crypto.params.RSAKeyParameters;

/**
 * RSASSA-PKCS1-v1_5 (RFC 8017 section 8.2). Verification builds the one right encoding and compares
 * it, so there is no parser that a forger could please.
 */
final class RsaSignature {
  private static final int LEAST_PADDING = 11;

  private RsaSignature() {}

  static byte[] sign(Ask.Sign ask, HostSecureRandom random) {
    RsaPrivateKey key = RsaPrimitive.rsa(ask.key());
    byte[] encoded =
        encode(ask.scheme().digest(), ask.message(), RsaPrimitive.bytes(key))
            .orElseThrow(
                () ->
                    new SmimeException(
                        ErrorCode.KEY_UNUSABLE, "the RSA key is too short for this signature"));
    return RsaPrimitive.withPrivateKey(key, encoded, random);
  }

  static boolean verify(Ask.Verify ask) {
    Optional<RSAKeyParameters> key = PublicKeys.rsa(ask.publicKey());
    if (key.isEmpty() || !RsaPrimitive.inRange(key.get(), ask.signature())) {
      return false;
    }
    Optional<byte[]> expected =
        encode(ask.scheme().digest(), ask.message(), RsaPrimitive.bytes(key.get()));
    return expected.isPresent()
        && Arrays.equals(expected.get(), RsaPrimitive.withPublicKey(key.get(), ask.signature()));
  }

  /** EMSA-PKCS1-v1_5 (section 9.2), or empty where the modulus is too short for it. */
  private static Optional<byte[]> encode(DigestAlgorithm digest, byte[] message, int length) {
    byte[] info;
    try {
      info =
          new DigestInfo(
                  new AlgorithmIdentifier(new ASN1ObjectIdentifier(digest.oid()), DERNull.INSTANCE),
                  Digests.digest(digest, message))
              .getEncoded("DER");
    } catch (IOException e) {
      throw new IllegalStateException("a DigestInfo of fixed shape");
    }
    if (length < info.length + LEAST_PADDING) {
      return Optional.empty();
    }
    byte[] encoded = new byte[length];
    Arrays.fill(encoded, (byte) 0xff);
    encoded[0] = 0;
    encoded[1] = 1;
    encoded[length - info.length - 1] = 0;
    System.arraycopy(info, 0, encoded, length - info.length, info.length);
    return Optional.of(encoded);
  }
}

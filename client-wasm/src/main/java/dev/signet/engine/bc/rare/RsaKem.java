package dev.signet.engine.bc.rare;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.bc.HostSecureRandom;
import dev.signet.engine.bc.PublicKeys;
import dev.signet.engine.bc.RsaPrimitive;
import dev.signet.engine.bc.rsa.RsaPrivateKey;
import dev.signet.engine.port.Ask;
import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.RSAKeyParameters;

/**
 * The RSA-KEM algorithm (RFC 9690 appendix A.1): the secret is the number Z itself, as long as the
 * modulus; KDF3 makes a key of it. There is no padding, so every ciphertext in range has an answer.
 */
final class RsaKem {
  private RsaKem() {}

  static byte[] decapsulate(Ask.Decapsulate ask, HostSecureRandom random) {
    RsaPrivateKey key = RsaPrimitive.rsa(ask.key());
    if (!RsaPrimitive.inRange(key, ask.ciphertext())) {
      throw SmimeException.malformed("the encapsulated key is out of range");
    }
    return RsaPrimitive.withPrivateKey(key, ask.ciphertext(), random);
  }

  static Ask.Encapsulation encapsulate(Ask.Encapsulate ask, HostSecureRandom random) {
    RSAKeyParameters key =
        rsa(ask.publicKey())
            .orElseThrow(
                () ->
                    new SmimeException(
                        ErrorCode.RECIPIENT_UNUSABLE, "the recipient's key is no RSA key"));
    byte[] secret = new byte[RsaPrimitive.bytes(key)];
    int unused = 8 * secret.length - key.getModulus().bitLength();
    do {
      // Drawn anew rather than reduced: every number below the modulus is equally likely.
      random.nextBytes(secret);
      secret[0] &= (byte) (0xff >>> unused);
    } while (!RsaPrimitive.inRange(key, secret));
    return new Ask.Encapsulation(RsaPrimitive.withPublicKey(key, secret), secret);
  }

  /** A key that its certificate restricts to this algorithm is an RSA key like any other. */
  private static Optional<RSAKeyParameters> rsa(byte[] publicKey) {
    try {
      SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(publicKey);
      if (!info.getAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.id_rsa_KEM)) {
        return PublicKeys.rsa(publicKey);
      }
      return PublicKeys.rsa(
          new SubjectPublicKeyInfo(
                  new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                  info.getPublicKeyData().getOctets())
              .getEncoded("DER"));
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      return Optional.empty();
    }
  }
}

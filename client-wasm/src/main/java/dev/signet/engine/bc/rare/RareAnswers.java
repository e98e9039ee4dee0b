package dev.signet.engine.bc.rare;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.KemAlgorithm;
import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.bc.BouncyCastleAnswers;
import dev.signet.engine.bc.Digests;
import dev.signet.engine.bc.HostSecureRandom;
import dev.signet.engine.port.Answers;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Host;
import java.util.Map;

/** Answers the {@link Ask#rare()} asks at once, in Java. */
public final class RareAnswers implements Answers {
  private final Host host;
  private final HostSecureRandom random;

  /**
   * @param host holds the bulk results and gives the randomness
   */
  public RareAnswers(Host host) {
    this.host = host;
    this.random = new HostSecureRandom(host);
  }

  /** Everything that the engine can ask for, answered in one place; for the JVM. */
  public static Answers withCommon(Host host) {
    Answers common = new BouncyCastleAnswers(host);
    Answers rare = new RareAnswers(host);
    return new Answers() {
      @Override
      public <A> A answer(Ask<A> ask) {
        return (ask.rare() ? rare : common).answer(ask);
      }
    };
  }

  @Override
  @SuppressWarnings("unchecked")
  public <A> A answer(Ask<A> ask) {
    return (A) value(ask);
  }

  private Object value(Ask<?> ask) {
    if (ask instanceof Ask.DecryptContent decrypt) {
      return decrypt.cipher().keyFilesOnly()
          ? KeyFileCiphers.decrypt(host, decrypt)
          : RareCiphers.decrypt(host, decrypt);
    }
    if (ask instanceof Ask.Hmac hmac) {
      return Digests.hmac(KeyFileDigests.of(hmac.digest()), hmac.key(), hmac.content());
    }
    if (ask instanceof Ask.Pbkdf1
        || ask instanceof Ask.Pbkdf2
        || ask instanceof Ask.Pkcs12Kdf
        || ask instanceof Ask.Scrypt) {
      return KeyFileDerivation.derive(ask);
    }
    if (ask instanceof Ask.Verify verify) {
      return verify(verify);
    }
    if (ask instanceof Ask.Sign sign) {
      return sign(sign);
    }
    if (ask instanceof Ask.Agree agree) {
      return X448Agreements.agree(agree);
    }
    if (ask instanceof Ask.AgreeEphemerally agree) {
      return X448Agreements.agreeEphemerally(agree, random);
    }
    if (ask instanceof Ask.Decapsulate decapsulate && decapsulate.kem() == KemAlgorithm.RSA_KEM) {
      return RsaKem.decapsulate(decapsulate, random);
    }
    if (ask instanceof Ask.Encapsulate encapsulate && encapsulate.kem() == KemAlgorithm.RSA_KEM) {
      return RsaKem.encapsulate(encapsulate, random);
    }
    if (ask instanceof Ask.PublicKeyOf publicKey) {
      return Curve448Keys.publicKey(publicKey.key());
    }
    throw new SmimeException(ErrorCode.UNSUPPORTED_ALGORITHM, "an ask without an answer");
  }

  private static boolean verify(Ask.Verify ask) {
    return switch (ask.scheme().algorithm()) {
      case DSA -> DsaSignature.verify(ask);
      case ED448 -> Ed448Signatures.verify(ask);
      case SLH_DSA -> SlhDsaSignature.verify(ask);
      default -> throw unsupported(ask.scheme());
    };
  }

  private static byte[] sign(Ask.Sign ask) {
    if (ask.scheme().algorithm() != SignatureScheme.Algorithm.ED448) {
      throw unsupported(ask.scheme());
    }
    return Ed448Signatures.sign(ask);
  }

  private static SmimeException unsupported(SignatureScheme scheme) {
    return new SmimeException(
        ErrorCode.UNSUPPORTED_ALGORITHM,
        "the signature algorithm is not supported",
        Map.of("name", scheme.algorithm().display()));
  }
}

package dev.signet.engine.bc;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.port.Answers;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Host;
import java.util.Map;

/** Answers every ask but the {@link Ask#rare()} ones at once, in Java. */
public final class BouncyCastleAnswers implements Answers {
  private final Host host;
  private final HostSecureRandom random;

  /**
   * @param host holds the bulk results and gives the randomness
   */
  public BouncyCastleAnswers(Host host) {
    this.host = host;
    this.random = new HostSecureRandom(host);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <A> A answer(Ask<A> ask) {
    return (A) value(ask);
  }

  private Object value(Ask<?> ask) {
    if (ask instanceof Ask.Digest digest) {
      return Digests.digest(digest.algorithm(), digest.content());
    }
    if (ask instanceof Ask.Hmac hmac) {
      return Digests.hmac(hmac.digest(), hmac.key(), hmac.content());
    }
    if (ask instanceof Ask.Pbkdf2 pbkdf2) {
      return KeyDerivation.pbkdf2(pbkdf2);
    }
    if (ask instanceof Ask.Pkcs12Kdf kdf) {
      return KeyDerivation.pkcs12(kdf);
    }
    if (ask instanceof Ask.DecryptContent decrypt) {
      return Cbc.decrypt(host, decrypt);
    }
    if (ask instanceof Ask.EncryptContent encrypt) {
      return Cbc.encrypt(host, encrypt);
    }
    if (ask instanceof Ask.OpenSealed sealed) {
      return SealedContent.open(host, sealed);
    }
    if (ask instanceof Ask.Seal seal) {
      return SealedContent.seal(host, seal);
    }
    if (ask instanceof Ask.Inflate inflate) {
      return Inflating.inflate(host, inflate);
    }
    if (ask instanceof Ask.Sign sign) {
      return sign(sign);
    }
    if (ask instanceof Ask.Verify verify) {
      return verify(verify);
    }
    if (ask instanceof Ask.UnwrapKey unwrap) {
      return RsaKeyTransport.unwrap(unwrap, random);
    }
    if (ask instanceof Ask.WrapKey wrap) {
      return RsaKeyTransport.wrap(wrap, random);
    }
    if (ask instanceof Ask.Agree agree) {
      return Agreements.agree(agree);
    }
    if (ask instanceof Ask.AgreeEphemerally agree) {
      return Agreements.agreeEphemerally(agree, random);
    }
    if (ask instanceof Ask.DeriveKey derive) {
      return KeyDerivation.derive(derive);
    }
    if (ask instanceof Ask.UnwrapWithKey unwrap) {
      return KeyWraps.unwrap(unwrap);
    }
    if (ask instanceof Ask.UnwrapWithPassword unwrap) {
      return KeyWraps.unwrap(unwrap);
    }
    if (ask instanceof Ask.WrapWithKey wrap) {
      return KeyWraps.wrap(wrap, random);
    }
    if (ask instanceof Ask.Decapsulate decapsulate) {
      return MlKem.decapsulate(decapsulate);
    }
    if (ask instanceof Ask.Encapsulate encapsulate) {
      return MlKem.encapsulate(encapsulate, random);
    }
    if (ask instanceof Ask.PublicKeyOf own) {
      return OwnPublicKey.of(own.key());
    }
    if (ask instanceof Ask.Progress) {
      return null;
    }
    // What is left is asked of the rare part, see bc.rare.
    throw new SmimeException(ErrorCode.UNSUPPORTED_ALGORITHM, "an ask without an answer");
  }

  private byte[] sign(Ask.Sign ask) {
    return switch (ask.scheme().algorithm()) {
      case RSA_PKCS1 -> RsaSignature.sign(ask, random);
      case RSA_PSS -> PssSignature.sign(ask, random);
      case ECDSA -> EcdsaSignature.sign(ask);
      case ED25519 -> Ed25519Signature.sign(ask);
      case ML_DSA_44, ML_DSA_65, ML_DSA_87 -> MlDsaSignature.sign(ask, random);
      default -> throw unsupported(ask.scheme());
    };
  }

  private static boolean verify(Ask.Verify ask) {
    return switch (ask.scheme().algorithm()) {
      case RSA_PKCS1 -> RsaSignature.verify(ask);
      case RSA_PSS -> PssSignature.verify(ask);
      case ECDSA -> EcdsaSignature.verify(ask);
      case ED25519 -> Ed25519Signature.verify(ask);
      case ML_DSA_44, ML_DSA_65, ML_DSA_87 -> MlDsaSignature.verify(ask);
      default -> throw unsupported(ask.scheme());
    };
  }

  private static SmimeException unsupported(SignatureScheme scheme) {
    return new SmimeException(
        ErrorCode.UNSUPPORTED_ALGORITHM,
        "the signature algorithm is not supported",
        Map.of("name", scheme.algorithm().display()));
  }
}

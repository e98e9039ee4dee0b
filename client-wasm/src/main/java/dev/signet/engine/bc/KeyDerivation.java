package dev.signet.engine.bc;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.KeyDerivationFunction;
import dev.signet.engine.port.Ask;
import org.bouncycastle.crypto.DerivationFunction;
import org.bouncycastle.crypto.DerivationParameters;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.agreement.kdf.ConcatenationKDFGenerator;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.generators.KDF2BytesGenerator;
import org.bouncycastle.crypto.generators.PKCS12ParametersGenerator;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** Keys out of passphrases and of shared secrets. */
public final class KeyDerivation {
  /** RFC 5869 section 2.3; no key is nearly as long. */
  private static final int MOST_BLOCKS = 255;

  private KeyDerivation() {}

  static byte[] pbkdf2(Ask.Pbkdf2 ask) {
    return pbkdf2(Digests.of(ask.prf()), ask);
  }

  /** PBKDF2 with HMAC with any hash. */
  public static byte[] pbkdf2(Digest digest, Ask.Pbkdf2 ask) {
    PBEParametersGenerator generator = new PKCS5S2ParametersGenerator(digest);
    generator.init(ask.password(), ask.salt(), ask.iterations());
    return key(generator.generateDerivedMacParameters(8 * ask.keyBytes()));
  }

  static byte[] pkcs12(Ask.Pkcs12Kdf ask) {
    return pkcs12(Digests.of(ask.digest()), ask);
  }

  /** The key derivation of PKCS#12 with any hash. */
  public static byte[] pkcs12(Digest digest, Ask.Pkcs12Kdf ask) {
    PBEParametersGenerator generator = new PKCS12ParametersGenerator(digest);
    generator.init(ask.password(), ask.salt(), ask.iterations());
    int bits = 8 * ask.bytes();
    return switch (ask.purpose()) {
      case PKCS12ParametersGenerator.KEY_MATERIAL -> key(generator.generateDerivedParameters(bits));
      case PKCS12ParametersGenerator.IV_MATERIAL ->
          ((ParametersWithIV) generator.generateDerivedParameters(8, bits)).getIV();
      case PKCS12ParametersGenerator.MAC_MATERIAL ->
          key(generator.generateDerivedMacParameters(bits));
      default -> throw new IllegalArgumentException("purpose " + ask.purpose());
    };
  }

  /** A key out of a shared secret. */
  static byte[] derive(Ask.DeriveKey ask) {
    Digest digest = Digests.of(ask.function().digest());
    if (ask.keyBytes() > MOST_BLOCKS * digest.getDigestSize()) {
      throw SmimeException.malformed("a key is longer than its derivation can make");
    }
    DerivationParameters parameters =
        ask.function().kind() == KeyDerivationFunction.Kind.HKDF
            ? new HKDFParameters(ask.secret(), ask.salt(), ask.info())
            : new KDFParameters(ask.secret(), ask.info());
    DerivationFunction function =
        switch (ask.function().kind()) {
          case X963, KDF2 -> new KDF2BytesGenerator(digest);
          case KDF3 -> new ConcatenationKDFGenerator(digest);
          case HKDF -> new HKDFBytesGenerator(digest);
        };
    function.init(parameters);
    byte[] key = new byte[ask.keyBytes()];
    function.generateBytes(key, 0, key.length);
    return key;
  }

  private static byte[] key(Object parameters) {
    return ((KeyParameter) parameters).getKey();
  }
}

package dev.signet.engine.bc;

import dev.signet.engine.port.Ask;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.generators.PKCS12ParametersGenerator;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** Keys out of passphrases. */
public final class KeyDerivation {
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

  private static byte[] key(Object parameters) {
    return ((KeyParameter) parameters).getKey();
  }
}

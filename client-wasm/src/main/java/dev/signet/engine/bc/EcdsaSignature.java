package dev.signet.engine.bc;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.EcdsaValue;
import dev.signet.engine.bc.key.EcKeys;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.port.Ask;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;

/** ECDSA (FIPS 186-4) with the value as DER SEQUENCE of r and s. */
final class EcdsaSignature {
  private EcdsaSignature() {}

  static byte[] sign(Ask.Sign ask) {
    if (ask.key().kind() != PrivateKey.Kind.EC) {
      throw new SmimeException(ErrorCode.KEY_UNUSABLE, "this needs an EC key");
    }
    ECPrivateKeyParameters key = EcKeys.of(ask.key());
    // The nonce out of key and hash (RFC 6979): a weak source of randomness cannot betray the key.
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(Digests.of(ask.scheme().digest())));
    signer.init(true, key);
    BigInteger[] value =
        signer.generateSignature(Digests.digest(ask.scheme().digest(), ask.message()));
    return new EcdsaValue(value[0], value[1]).der();
  }

  static boolean verify(Ask.Verify ask) {
    Optional<ECPublicKeyParameters> key = PublicKeys.ec(ask.publicKey());
    Optional<EcdsaValue> value = EcdsaValue.parse(ask.signature());
    if (key.isEmpty() || value.isEmpty()) {
      return false;
    }
    ECDSASigner signer = new ECDSASigner();
    signer.init(false, key.get());
    // It refuses r and s outside 1 to n-1.
    return signer.verifySignature(
        Digests.digest(ask.scheme().digest(), ask.message()), value.get().r(), value.get().s());
  }
}

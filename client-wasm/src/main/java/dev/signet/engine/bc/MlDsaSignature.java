package dev.signet.engine.bc;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.bc.key.MlDsaKeys;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.port.Ask;
import java.util.Optional;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.MLDSASigner;

/** ML-DSA (FIPS 204) as CMS has it: pure, with the empty context (RFC 9882 section 3.1). */
final class MlDsaSignature {
  private MlDsaSignature() {}

  /** Hedged: a fault or a weak source of randomness alone does not betray the key. */
  static byte[] sign(Ask.Sign ask, HostSecureRandom random) {
    MlDsaKeys kind = MlDsaKeys.of(ask.scheme().algorithm());
    MLDSAPrivateKeyParameters key =
        ask.key().kind() == PrivateKey.Kind.ML_DSA ? MlDsaKeys.read(ask.key()) : null;
    if (key == null || key.getParameters() != kind.parameters()) {
      throw new SmimeException(ErrorCode.KEY_UNUSABLE, "this needs an ML-DSA key");
    }
    MLDSASigner signer = new MLDSASigner();
    signer.init(true, new ParametersWithRandom(key, random));
    signer.update(ask.message(), 0, ask.message().length);
    try {
      return signer.generateSignature();
    } catch (CryptoException e) {
      throw new IllegalStateException("signing with ML-DSA does not fail");
    }
  }

  static boolean verify(Ask.Verify ask) {
    MlDsaKeys kind = MlDsaKeys.of(ask.scheme().algorithm());
    Optional<byte[]> key = PublicKeys.octets(ask.publicKey(), kind.oid(), kind.publicKeyBytes());
    if (key.isEmpty() || ask.signature().length != kind.signatureBytes()) {
      return false;
    }
    MLDSASigner signer = new MLDSASigner();
    signer.init(false, new MLDSAPublicKeyParameters(kind.parameters(), key.get()));
    signer.update(ask.message(), 0, ask.message().length);
    return signer.verifySignature(ask.signature());
  }
}

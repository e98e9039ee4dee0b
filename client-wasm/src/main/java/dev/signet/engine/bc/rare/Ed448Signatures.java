package dev.signet.engine.bc.rare;

import dev.signet.engine.port.Ask;
import java.util.Optional;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.crypto.params.Ed448PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed448Signer;

/** Ed448 without a context (RFC 8032 section 5.2, RFC 8419). */
final class Ed448Signatures {
  private static final byte[] NO_CONTEXT = {};

  private Ed448Signatures() {}

  static byte[] sign(Ask.Sign ask) {
    Ed448Signer signer = new Ed448Signer(NO_CONTEXT);
    signer.init(true, Curve448Keys.ed448(ask.key()));
    signer.update(ask.message(), 0, ask.message().length);
    return signer.generateSignature();
  }

  static boolean verify(Ask.Verify ask) {
    Optional<byte[]> key =
        Curve448Keys.octets(
            ask.publicKey(), EdECObjectIdentifiers.id_Ed448, Ed448PublicKeyParameters.KEY_SIZE);
    if (key.isEmpty()) {
      return false;
    }
    try {
      Ed448Signer signer = new Ed448Signer(NO_CONTEXT);
      // Refuses what is no point of the curve.
      signer.init(false, new Ed448PublicKeyParameters(key.get()));
      signer.update(ask.message(), 0, ask.message().length);
      return signer.verifySignature(ask.signature());
    } catch (IllegalArgumentException | IllegalStateException e) {
      return false;
    }
  }
}

package dev.signet.engine.bc.rare;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.bc.HostSecureRandom;
import dev.signet.engine.port.Ask;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.crypto.params.X448PrivateKeyParameters;
import org.bouncycastle.crypto.params.X448PublicKeyParameters;

/** Key agreement with X448 (RFC 7748 section 6.2). */
final class X448Agreements {
  private X448Agreements() {}

  static byte[] agree(Ask.Agree ask) {
    return publicKey(ask.publicKey())
        .flatMap(publicKey -> agree(Curve448Keys.x448(ask.key()), publicKey))
        .orElseThrow(() -> SmimeException.malformed("the key agreement has no result"));
  }

  static Ask.Agreement agreeEphemerally(Ask.AgreeEphemerally ask, HostSecureRandom random) {
    X448PublicKeyParameters recipient =
        publicKey(ask.publicKey()).orElseThrow(X448Agreements::unusable);
    X448PrivateKeyParameters ephemeral = new X448PrivateKeyParameters(random);
    byte[] secret = agree(ephemeral, recipient).orElseThrow(X448Agreements::unusable);
    return new Ask.Agreement(
        Curve448Keys.info(
            EdECObjectIdentifiers.id_X448, ephemeral.generatePublicKey().getEncoded()),
        secret);
  }

  private static Optional<X448PublicKeyParameters> publicKey(byte[] publicKey) {
    return Curve448Keys.octets(
            publicKey, EdECObjectIdentifiers.id_X448, X448PublicKeyParameters.KEY_SIZE)
        .map(X448PublicKeyParameters::new);
  }

  /** Empty where the result is zero, which a key of small order gives. */
  private static Optional<byte[]> agree(
      X448PrivateKeyParameters own, X448PublicKeyParameters other) {
    byte[] secret = new byte[X448PrivateKeyParameters.SECRET_SIZE];
    try {
      own.generateSecret(other, secret, 0);
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
    return Arrays.equals(secret, new byte[secret.length]) ? Optional.empty() : Optional.of(secret);
  }

  private static SmimeException unusable() {
    return new SmimeException(
        ErrorCode.RECIPIENT_UNUSABLE, "the recipient's key cannot be agreed with");
  }
}

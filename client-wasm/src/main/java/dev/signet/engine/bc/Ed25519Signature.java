package dev.signet.engine.bc;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.bc.key.Curve25519Keys;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.port.Ask;
import java.util.Optional;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Ed25519 without pre-hashing and without context (RFC 8032 section 5.1). */
final class Ed25519Signature {
  private Ed25519Signature() {}

  static byte[] sign(Ask.Sign ask) {
    if (ask.key().kind() != PrivateKey.Kind.ED25519) {
      throw new SmimeException(ErrorCode.KEY_UNUSABLE, "this needs an Ed25519 key");
    }
    Ed25519PrivateKeyParameters key = Curve25519Keys.ed25519(ask.key());
    byte[] value = new byte[Ed25519.SIGNATURE_SIZE];
    key.sign(Ed25519.Algorithm.Ed25519, null, ask.message(), 0, ask.message().length, value, 0);
    return value;
  }

  static boolean verify(Ask.Verify ask) {
    Optional<byte[]> key =
        PublicKeys.octets(
            ask.publicKey(), EdECObjectIdentifiers.id_Ed25519, Ed25519.PUBLIC_KEY_SIZE);
    // A key of small order, or one that is not in the group of the base point, lets one value be
    // right for many messages (RFC 8032 section 8.4 leaves that to the protocol): nobody has one.
    return key.isPresent()
        && ask.signature().length == Ed25519.SIGNATURE_SIZE
        && Ed25519.validatePublicKeyFull(key.get(), 0)
        && Ed25519.verify(ask.signature(), 0, key.get(), 0, ask.message(), 0, ask.message().length);
  }
}

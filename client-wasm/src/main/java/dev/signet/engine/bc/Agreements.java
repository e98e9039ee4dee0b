package dev.signet.engine.bc;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.bc.key.Curve25519Keys;
import dev.signet.engine.bc.key.EcKeys;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.port.Ask;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.agreement.ECDHBasicAgreement;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.bouncycastle.util.BigIntegers;

/** Key agreement with elliptic curves (SEC 1 section 3.3.1) and X25519 (RFC 7748 section 6.1). */
final class Agreements {
  private Agreements() {}

  static byte[] agree(Ask.Agree ask) {
    if (ask.key().kind() == PrivateKey.Kind.EC) {
      ECPrivateKeyParameters own = EcKeys.of(ask.key());
      return ec(ask.publicKey()).flatMap(other -> agree(own, other)).orElseThrow(Agreements::none);
    }
    if (ask.key().kind() == PrivateKey.Kind.X25519) {
      X25519PrivateKeyParameters own = Curve25519Keys.x25519(ask.key());
      return x25519(ask.publicKey())
          .flatMap(other -> agree(own, other))
          .orElseThrow(Agreements::none);
    }
    throw new SmimeException(ErrorCode.KEY_UNUSABLE, "there is no agreement with such a key");
  }

  static Ask.Agreement agreeEphemerally(Ask.AgreeEphemerally ask, HostSecureRandom random) {
    if (algorithm(ask.publicKey()).equals(Optional.of(EdECObjectIdentifiers.id_X25519))) {
      X25519PublicKeyParameters recipient =
          x25519(ask.publicKey()).orElseThrow(Agreements::unusable);
      X25519PrivateKeyParameters ephemeral = new X25519PrivateKeyParameters(random);
      byte[] secret = agree(ephemeral, recipient).orElseThrow(Agreements::unusable);
      return new Ask.Agreement(
          PublicKeys.encoded(
              new AlgorithmIdentifier(EdECObjectIdentifiers.id_X25519),
              ephemeral.generatePublicKey().getEncoded()),
          secret);
    }
    ECPublicKeyParameters recipient =
        PublicKeys.ec(ask.publicKey()).orElseThrow(Agreements::unusable);
    ECNamedDomainParameters domain = (ECNamedDomainParameters) recipient.getParameters();
    ECKeyPairGenerator generator = new ECKeyPairGenerator();
    generator.init(new ECKeyGenerationParameters(domain, random));
    AsymmetricCipherKeyPair ephemeral = generator.generateKeyPair();
    byte[] secret =
        agree((ECPrivateKeyParameters) ephemeral.getPrivate(), recipient)
            .orElseThrow(Agreements::unusable);
    return new Ask.Agreement(
        PublicKeys.encoded(
            new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, domain.getName()),
            ((ECPublicKeyParameters) ephemeral.getPublic()).getQ().getEncoded(false)),
        secret);
  }

  /** Empty for a key on another curve. The point itself was checked when it was read. */
  private static Optional<byte[]> agree(ECPrivateKeyParameters own, ECPublicKeyParameters other) {
    if (!own.getParameters().equals(other.getParameters())) {
      return Optional.empty();
    }
    try {
      ECDHBasicAgreement agreement = new ECDHBasicAgreement();
      agreement.init(own);
      return Optional.of(
          BigIntegers.asUnsignedByteArray(
              agreement.getFieldSize(), agreement.calculateAgreement(other)));
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }

  /** Empty where the result is zero, which a key of small order gives. */
  private static Optional<byte[]> agree(
      X25519PrivateKeyParameters own, X25519PublicKeyParameters other) {
    byte[] secret = new byte[X25519PrivateKeyParameters.SECRET_SIZE];
    try {
      own.generateSecret(other, secret, 0);
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
    int any = 0;
    for (byte octet : secret) {
      any |= octet;
    }
    return any == 0 ? Optional.empty() : Optional.of(secret);
  }

  /** The other side's key is the message's: whatever is wrong with it, the message is damaged. */
  private static Optional<ECPublicKeyParameters> ec(byte[] publicKey) {
    try {
      return PublicKeys.ec(publicKey);
    } catch (SmimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<X25519PublicKeyParameters> x25519(byte[] publicKey) {
    try {
      SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(publicKey);
      byte[] octets = info.getPublicKeyData().getOctets();
      return info.getAlgorithm().getAlgorithm().equals(EdECObjectIdentifiers.id_X25519)
              && octets.length == X25519PublicKeyParameters.KEY_SIZE
          ? Optional.of(new X25519PublicKeyParameters(octets))
          : Optional.empty();
    } catch (IllegalArgumentException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static Optional<ASN1ObjectIdentifier> algorithm(byte[] publicKey) {
    try {
      return Optional.of(SubjectPublicKeyInfo.getInstance(publicKey).getAlgorithm().getAlgorithm());
    } catch (IllegalArgumentException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static SmimeException none() {
    return SmimeException.malformed("the key agreement has no result");
  }

  private static SmimeException unusable() {
    return new SmimeException(
        ErrorCode.RECIPIENT_UNUSABLE, "the recipient's key cannot be agreed with");
  }
}

package dev.signet.wasm;

import dev.signet.engine.algorithm.EcdsaValue;
import dev.signet.engine.algorithm.EllipticCurve;
import dev.signet.engine.algorithm.KeyTransport;
import dev.signet.engine.algorithm.RsaBounds;
import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.port.Ask;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * Offers the asks with public and private keys to the host, under WebCrypto's names. The host
 * declines a key that it cannot import, and the modules have the last word on that: an answer of
 * the host's is always the one that Bouncy Castle would have given, but for what is random in it.
 */
final class HostKeyAsks {
  private static final String X25519 = "X25519";
  private static final HostKeys KEYS = new HostKeys();

  private HostKeyAsks() {}

  /** Forgets which keys the host knows, and has it forget them. */
  static void forgetKeys() {
    KEYS.forget();
    HostFunctions.forgetKeys();
  }

  /** See {@link HostAsks#begin}. */
  static boolean begin(int job, int index, Ask<?> ask) {
    if (ask instanceof Ask.Verify verify) {
      return verify(job, index, verify);
    }
    if (ask instanceof Ask.Sign sign) {
      return sign(job, index, sign);
    }
    if (ask instanceof Ask.UnwrapKey unwrap) {
      return unwrap.transport() instanceof KeyTransport.Oaep oaep
          && oaep.digest() == oaep.mgf1Digest()
          && HostAsks.authenticates(oaep.digest())
          && HostFunctions.openOaep(
              job,
              index,
              Window.text(oaep.digest().display()),
              Window.bytes(oaep.label()),
              KEYS.number(unwrap.key()),
              Window.bytes(unwrap.key().pkcs8()),
              Window.bytes(unwrap.encryptedKey()));
    }
    if (ask instanceof Ask.Agree agree) {
      String curve = curve(agree.key());
      return curve != null
          && curve.equals(curve(agree.publicKey()))
          && HostFunctions.agree(
              job,
              index,
              Window.text(curve),
              KEYS.number(agree.key()),
              Window.bytes(agree.key().pkcs8()),
              Window.bytes(agree.publicKey()));
    }
    if (ask instanceof Ask.AgreeEphemerally agree) {
      String curve = curve(agree.publicKey());
      return curve != null
          && HostFunctions.agreeEphemerally(
              job, index, Window.text(curve), Window.bytes(agree.publicKey()));
    }
    return false;
  }

  private static boolean verify(int job, int index, Ask.Verify ask) {
    SignatureScheme scheme = ask.scheme();
    String name = name(scheme);
    AlgorithmIdentifier key = algorithm(ask.publicKey());
    if (name == null || key == null) {
      return false;
    }
    byte[] value = ask.signature();
    if (scheme.algorithm() == SignatureScheme.Algorithm.ECDSA) {
      EllipticCurve curve = hostCurve(key);
      Optional<byte[]> fixed =
          curve == null
              ? Optional.empty()
              : EcdsaValue.parse(value).flatMap(each -> each.fixed((curve.bits() + 7) / 8));
      if (fixed.isEmpty()) {
        return false;
      }
      name = curve.display();
      value = fixed.get();
    } else if (!key.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)
        || !RsaBounds.hold(ask.publicKey())) {
      return false;
    }
    return HostFunctions.verify(
        job,
        index,
        Window.text(name),
        Window.text(scheme.digest().display()),
        scheme.saltBytes(),
        Window.bytes(ask.publicKey()),
        Window.bytes(value),
        Window.bytes(ask.message()));
  }

  private static boolean sign(int job, int index, Ask.Sign ask) {
    String name = name(ask.scheme());
    boolean onCurve = ask.scheme().algorithm() == SignatureScheme.Algorithm.ECDSA;
    if (name == null || ask.key().kind() != (onCurve ? PrivateKey.Kind.EC : PrivateKey.Kind.RSA)) {
      return false;
    }
    if (onCurve) {
      name = curve(ask.key());
    }
    return name != null
        && HostFunctions.sign(
            job,
            index,
            Window.text(name),
            Window.text(ask.scheme().digest().display()),
            ask.scheme().saltBytes(),
            KEYS.number(ask.key()),
            Window.bytes(ask.key().pkcs8()),
            Window.bytes(ask.message()));
  }

  /** WebCrypto's name, of ECDSA without its curve; null for a scheme that it does not have. */
  private static String name(SignatureScheme scheme) {
    if (!HostAsks.authenticates(scheme.digest())) {
      return null;
    }
    return switch (scheme.algorithm()) {
      case RSA_PKCS1 -> "RSASSA-PKCS1-v1_5";
      case RSA_PSS -> scheme.mgf1Digest() == scheme.digest() ? "RSA-PSS" : null;
      case ECDSA -> "ECDSA";
      default -> null;
    };
  }

  /** The curve of a key that agrees, by WebCrypto's name; null where the host does not have it. */
  private static String curve(PrivateKey key) {
    if (key.kind() == PrivateKey.Kind.X25519) {
      return X25519;
    }
    ASN1ObjectIdentifier named = key.curve();
    EllipticCurve curve = named == null ? null : EllipticCurve.of(named);
    return curve == null || !nist(curve) ? null : curve.display();
  }

  private static String curve(byte[] publicKey) {
    AlgorithmIdentifier algorithm = algorithm(publicKey);
    if (algorithm == null) {
      return null;
    }
    if (algorithm.getAlgorithm().equals(EdECObjectIdentifiers.id_X25519)) {
      return X25519;
    }
    EllipticCurve curve = hostCurve(algorithm);
    return curve == null ? null : curve.display();
  }

  private static EllipticCurve hostCurve(AlgorithmIdentifier key) {
    if (!key.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
        || !(key.getParameters() instanceof ASN1ObjectIdentifier named)) {
      return null;
    }
    EllipticCurve curve = EllipticCurve.of(named);
    return curve != null && nist(curve) ? curve : null;
  }

  private static boolean nist(EllipticCurve curve) {
    return switch (curve) {
      case P_256, P_384, P_521 -> true;
      default -> false;
    };
  }

  private static AlgorithmIdentifier algorithm(byte[] publicKey) {
    try {
      return SubjectPublicKeyInfo.getInstance(publicKey).getAlgorithm();
    } catch (IllegalArgumentException | IllegalStateException e) {
      return null;
    }
  }
}

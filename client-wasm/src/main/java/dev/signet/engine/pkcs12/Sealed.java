package dev.signet.engine.pkcs12;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.asn1.BerElement;
import dev.signet.engine.heap.HeapBulk;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;
import java.util.Arrays;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Something that is encrypted by the passphrase: a key, or a part with bags in it. */
final class Sealed {
  private final Scheme scheme;
  private final SmimeException unsupported;
  private final byte[] ciphertext;

  private Sealed(Scheme scheme, SmimeException unsupported, byte[] ciphertext) {
    this.scheme = scheme;
    this.unsupported = unsupported;
    this.ciphertext = ciphertext;
  }

  static Sealed of(AlgorithmIdentifier algorithm, byte[] ciphertext) {
    try {
      return new Sealed(Scheme.of(algorithm), null, ciphertext);
    } catch (SmimeException e) {
      if (e.code() != ErrorCode.UNSUPPORTED_ALGORITHM) {
        throw e;
      }
      return unsupported(e);
    }
  }

  /** Sealed by means that the engine does not have. */
  static Sealed unsupported(SmimeException why) {
    return new Sealed(null, why, new byte[0]);
  }

  /** Null where it is unsupported. */
  Scheme scheme() {
    return scheme;
  }

  /** Why it cannot be opened whatever the passphrase is, or null. */
  SmimeException unsupported() {
    return unsupported;
  }

  void spend(Rounds rounds) {
    if (scheme != null) {
      scheme.spend(rounds);
    }
  }

  /** The key that opens it; null where it is unsupported, so that this is told after the MAC. */
  Step<DerivedKey> derive(Passphrase passphrase) {
    return scheme == null ? Step.done(null) : scheme.derive(passphrase);
  }

  /**
   * What is inside.
   *
   * @param wrong what a failure means: a damaged file where a MAC was right, else a wrong
   *     passphrase
   */
  Step<byte[]> open(Host host, DerivedKey derived, SmimeException wrong) {
    if (unsupported != null) {
      return Step.failed(unsupported);
    }
    return Step.ask(
            new Ask.DecryptContent(
                scheme.cipher(), derived.key(), derived.iv(), host.hold(ciphertext)))
        .map(plain -> whole(plain.read()))
        .recover(e -> Step.failed(e.code() == ErrorCode.MALFORMED_MESSAGE ? wrong : e));
  }

  /** In ECB mode some writers padded and some did not: what counts is the one element. */
  private byte[] whole(byte[] plain) {
    return scheme.cipher().mode() == ContentCipher.Mode.ECB
        ? Arrays.copyOf(plain, BerElement.first(new HeapBulk(plain)).endsAt())
        : plain;
  }
}

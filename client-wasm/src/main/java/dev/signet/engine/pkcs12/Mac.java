package dev.signet.engine.pkcs12;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.util.Arrays;

/**
 * The integrity check (RFC 7292 section 5.1, appendix B): an HMAC whose key comes out of the
 * passphrase.
 *
 * @param digest OID of the hash, or of what stands in its place
 */
record Mac(ASN1ObjectIdentifier digest, byte[] salt, BigInteger iterations, byte[] value) {
  /** The diversifier for MAC keys. */
  static final int PURPOSE = 3;

  static Mac of(MacData data) {
    return new Mac(
        data.getMac().getAlgorithmId().getAlgorithm(),
        data.getSalt(),
        data.getIterationCount(),
        data.getMac().getDigest());
  }

  /** The hash, where the engine checks MACs with it. */
  Optional<DigestAlgorithm> algorithm() {
    return DigestAlgorithm.find(digest.getId()).filter(each -> each != DigestAlgorithm.MD5);
  }

  /**
   * Refuses what cannot be checked, before anything is asked.
   *
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID, {@code REFUSED_PARAMETERS},
   *     {@code DAMAGED_PKCS12}
   */
  void check(Rounds rounds) {
    DigestAlgorithm algorithm =
        algorithm().orElseThrow(() -> SmimeException.unsupported(digest.getId()));
    Scheme.bounded(salt);
    rounds.spend(iterations);
    if (value.length != algorithm.bytes()) {
      throw Faults.damaged();
    }
  }

  Step<byte[]> derive(Passphrase passphrase) {
    DigestAlgorithm algorithm = algorithm().orElseThrow();
    return Step.ask(
        new Ask.Pkcs12Kdf(
            algorithm, passphrase.bmp(), salt, iterations.intValue(), PURPOSE, algorithm.bytes()));
  }

  /** Whether it is right for this content. */
  Step<Boolean> verify(Host host, byte[] key, byte[] content) {
    return Step.ask(new Ask.Hmac(algorithm().orElseThrow(), key, host.hold(content)))
        .map(
            computed -> {
              java.util.Arrays.fill(key, (byte) 0);
              return Arrays.constantTimeAreEqual(computed, value);
            });
  }
}

package dev.signet.engine.pkcs12;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.util.Arrays;

/** The integrity check: an HMAC whose key comes out of the passphrase. */
sealed interface Mac {
  /** The name for reports, or an OID. */
  String display();

  /** The rounds, or what stands in their place. */
  BigInteger iterations();

  /** The hash of the HMAC, where the engine has it. */
  Optional<DigestAlgorithm> digest();

  /**
   * Refuses what cannot be checked, before anything is asked.
   *
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID, {@code REFUSED_PARAMETERS},
   *     {@code DAMAGED_PKCS12}
   */
  void check(Rounds rounds);

  /** The key of the HMAC. */
  Step<byte[]> derive(Passphrase passphrase);

  /** The value that stands in the file. */
  byte[] value();

  /** Whether it takes the passphrase as octets. */
  boolean takesOctets();

  /** Whether it is right for this content; the key is overwritten. */
  default Step<Boolean> verify(Host host, byte[] key, byte[] content) {
    return Step.ask(new Ask.Hmac(digest().orElseThrow(), key, host.hold(content)))
        .map(
            computed -> {
              java.util.Arrays.fill(key, (byte) 0);
              return Arrays.constantTimeAreEqual(computed, value());
            });
  }

  /**
   * The one of PKCS#12 itself (RFC 7292 section 5.1, appendix B).
   *
   * @param oid of the hash, or of what stands in its place
   */
  record Pkcs12(String oid, byte[] salt, BigInteger iterations, byte[] value) implements Mac {
    /** The diversifier for MAC keys. */
    static final int PURPOSE = 3;

    @Override
    public Optional<DigestAlgorithm> digest() {
      // Nobody has defined HMAC with SHAKE.
      return DigestAlgorithm.findInKeyFile(oid)
          .filter(each -> each != DigestAlgorithm.SHAKE128 && each != DigestAlgorithm.SHAKE256);
    }

    @Override
    public String display() {
      return digest().map(each -> "HMAC-" + each.display()).orElse(oid);
    }

    @Override
    public void check(Rounds rounds) {
      DigestAlgorithm digest = digest().orElseThrow(() -> SmimeException.unsupported(oid));
      Bounds.salt(salt);
      rounds.spend(iterations, digest);
      if (value.length != digest.bytes()) {
        throw Faults.damaged();
      }
    }

    @Override
    public Step<byte[]> derive(Passphrase passphrase) {
      DigestAlgorithm digest = digest().orElseThrow();
      return Step.ask(
          new Ask.Pkcs12Kdf(
              digest, passphrase.bmp(), salt, iterations.intValue(), PURPOSE, digest.bytes()));
    }

    @Override
    public boolean takesOctets() {
      return false;
    }
  }

  /** PBMAC1 (RFC 9879, RFC 8018 section 7.1). */
  record Pbmac1(Kdf derivation, DigestAlgorithm hash, byte[] value) implements Mac {
    /** RFC 9879 section 8: a shorter key is not to be accepted. */
    private static final int LEAST_KEY_BYTES = 20;

    @Override
    public Optional<DigestAlgorithm> digest() {
      return Optional.of(hash);
    }

    @Override
    public String display() {
      return "PBMAC1 with HMAC-" + hash.display();
    }

    @Override
    public BigInteger iterations() {
      return derivation.iterations();
    }

    @Override
    public void check(Rounds rounds) {
      // RFC 9879 section 4: it must be there. Else a shorter one could be tried and believed.
      if (derivation.keyLength() == null
          || derivation.keyLength().intValue() < LEAST_KEY_BYTES
          || value.length != hash.bytes()) {
        throw Faults.damaged();
      }
      derivation.spend(rounds);
    }

    @Override
    public Step<byte[]> derive(Passphrase passphrase) {
      return derivation.derive(passphrase.utf8(), derivation.keyLength().intValue());
    }

    @Override
    public boolean takesOctets() {
      return true;
    }
  }

  /** What the engine does not have. */
  record Unsupported(SmimeException why) implements Mac {
    @Override
    public String display() {
      return why.details().get("oid");
    }

    @Override
    public BigInteger iterations() {
      return BigInteger.ZERO;
    }

    @Override
    public Optional<DigestAlgorithm> digest() {
      return Optional.empty();
    }

    @Override
    public void check(Rounds rounds) {
      throw why;
    }

    @Override
    public Step<byte[]> derive(Passphrase passphrase) {
      return Step.failed(why);
    }

    @Override
    public byte[] value() {
      return new byte[0];
    }

    @Override
    public boolean takesOctets() {
      return false;
    }
  }

  /**
   * Reads it.
   *
   * @throws SmimeException {@code DAMAGED_PKCS12}, {@code REFUSED_PARAMETERS}
   */
  static Mac of(MacData data) {
    AlgorithmIdentifier algorithm = data.getMac().getAlgorithmId();
    byte[] value = data.getMac().getDigest();
    if (!algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBMAC1)) {
      return new Pkcs12(
          algorithm.getAlgorithm().getId(), data.getSalt(), data.getIterationCount(), value);
    }
    // Salt and rounds of the MacData mean nothing then (RFC 9879 section 4).
    PBMAC1Params parameters = PBMAC1Params.getInstance(algorithm.getParameters());
    try {
      return new Pbmac1(
          Kdf.of(parameters.getKeyDerivationFunc()),
          DigestAlgorithm.ofHmac(parameters.getMessageAuthScheme().getAlgorithm().getId()),
          value);
    } catch (SmimeException e) {
      if (e.code() != ErrorCode.UNSUPPORTED_ALGORITHM) {
        throw e;
      }
      return new Unsupported(e);
    }
  }
}

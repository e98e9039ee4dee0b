package dev.signet.server.pkcs12;

import dev.signet.server.pkcs12.Pkcs12Refusal.Reason;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.concurrent.Semaphore;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.generators.PKCS12ParametersGenerator;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.macs.HMac;

/**
 * Whether the empty passphrase satisfies a file's MAC: the one passphrase that everybody knows. No
 * other is ever tried.
 *
 * <p>The PKCS#12 key derivation has two encodings of it in use, no bytes at all and one terminating
 * NUL character (RFC 7292, B.1); PBMAC1 (RFC 9879) takes UTF-8 and has one.
 */
final class EmptyPassphrase {
  /** Rounds of derivation that are worth it; at this bound a check takes about two seconds. */
  static final int MOST_ROUNDS = 2_000_000;

  /** The longest output of any digest, so the longest sensible key. */
  private static final int MOST_KEY_BYTES = 64;

  /** Far longer than any that writers use. */
  private static final int MOST_SALT_BYTES = 4096;

  private static final byte[] NO_BYTES = {};
  private static final byte[] NUL_CHARACTER = {0, 0};

  /** Up to so many take some milliseconds, and everybody may. */
  private static final int CHEAP_ROUNDS = 20_000;

  /** Uploads share the processors with everything else: at most two are at costly ones at once. */
  private static final Semaphore PERMITS = new Semaphore(2, true);

  /** Each that waits for a permit holds up a thread that serves: so many may, and no more. */
  private static final Semaphore PLACES = new Semaphore(6);

  private EmptyPassphrase() {}

  static boolean satisfies(MacData mac, byte[] content) throws Pkcs12Refusal {
    return mac.getMac().getAlgorithmId().getAlgorithm().equals(PKCSObjectIdentifiers.id_PBMAC1)
        ? satisfiesPbmac1(mac, content)
        : satisfiesOld(mac, content);
  }

  /** Derives a key, in turn where that is costly. */
  private static CipherParameters key(PBEParametersGenerator kdf, int bytes, int rounds)
      throws Pkcs12Refusal {
    if (rounds <= CHEAP_ROUNDS) {
      return kdf.generateDerivedMacParameters(bytes * 8);
    }
    if (!PLACES.tryAcquire()) {
      throw new Pkcs12Refusal(Reason.BUSY, "Too many files that are costly to check; try again.");
    }
    try {
      PERMITS.acquireUninterruptibly();
      try {
        return kdf.generateDerivedMacParameters(bytes * 8);
      } finally {
        PERMITS.release();
      }
    } finally {
      PLACES.release();
    }
  }

  private static boolean satisfiesOld(MacData mac, byte[] content) throws Pkcs12Refusal {
    ASN1ObjectIdentifier digest = mac.getMac().getAlgorithmId().getAlgorithm();
    int rounds = rounds(mac.getIterationCount(), 1);
    for (byte[] passphrase : new byte[][] {NO_BYTES, NUL_CHARACTER}) {
      PBEParametersGenerator kdf = new PKCS12ParametersGenerator(MacDigests.of(digest));
      kdf.init(passphrase, salt(mac.getSalt()), rounds);
      Digest hash = MacDigests.of(digest);
      CipherParameters key = key(kdf, hash.getDigestSize(), rounds);
      if (MessageDigest.isEqual(hmac(hash, key, content), mac.getMac().getDigest())) {
        return true;
      }
    }
    return false;
  }

  private static boolean satisfiesPbmac1(MacData mac, byte[] content) throws Pkcs12Refusal {
    ASN1Encodable parameters = mac.getMac().getAlgorithmId().getParameters();
    PBMAC1Params pbmac1 = Asn1.as(PBMAC1Params::getInstance, parameters, "PBMAC1");
    ASN1ObjectIdentifier kdfType = pbmac1.getKeyDerivationFunc().getAlgorithm();
    if (!kdfType.equals(PKCSObjectIdentifiers.id_PBKDF2)) {
      throw new Pkcs12Refusal(
          Reason.UNSUPPORTED, "The MAC's key derivation " + kdfType + " is not supported.");
    }
    PBKDF2Params pbkdf2 =
        Asn1.as(PBKDF2Params::getInstance, pbmac1.getKeyDerivationFunc().getParameters(), "PBKDF2");
    // RFC 9879, 4: the key length has to be there.
    int keyBytes =
        Asn1.as(element -> pbkdf2.getKeyLength().intValueExact(), null, "PBMAC1 key length");
    if (keyBytes < 1 || keyBytes > MOST_KEY_BYTES) {
      throw new Pkcs12Refusal(
          Reason.TOO_COSTLY,
          "The MAC's key has " + keyBytes + " bytes; " + MOST_KEY_BYTES + " are taken.");
    }
    Digest prf = MacDigests.ofHmac(pbkdf2.getPrf().getAlgorithm());
    int blocks = (keyBytes + prf.getDigestSize() - 1) / prf.getDigestSize();
    PBEParametersGenerator kdf = new PKCS5S2ParametersGenerator(prf);
    int rounds = rounds(pbkdf2.getIterationCount(), blocks);
    kdf.init(NO_BYTES, salt(pbkdf2.getSalt()), rounds);
    Digest hash = MacDigests.ofHmac(pbmac1.getMessageAuthScheme().getAlgorithm());
    CipherParameters key = key(kdf, keyBytes, rounds * blocks);
    return MessageDigest.isEqual(hmac(hash, key, content), mac.getMac().getDigest());
  }

  private static int rounds(BigInteger given, int blocks) throws Pkcs12Refusal {
    if (given.signum() < 1 || given.compareTo(BigInteger.valueOf(MOST_ROUNDS / blocks)) > 0) {
      throw new Pkcs12Refusal(
          Reason.TOO_COSTLY,
          "The MAC asks for %s rounds; up to %d are taken."
              .formatted(given.bitLength() > 63 ? "2^63 or more" : given, MOST_ROUNDS / blocks));
    }
    return given.intValueExact();
  }

  private static byte[] salt(byte[] given) throws Pkcs12Refusal {
    if (given.length > MOST_SALT_BYTES) {
      throw new Pkcs12Refusal(
          Reason.TOO_COSTLY,
          "The MAC's salt has "
              + given.length
              + " bytes; up to "
              + MOST_SALT_BYTES
              + " are taken.");
    }
    return given;
  }

  private static byte[] hmac(Digest digest, CipherParameters key, byte[] content) {
    HMac hmac = new HMac(digest);
    hmac.init(key);
    hmac.update(content, 0, content.length);
    byte[] tag = new byte[hmac.getMacSize()];
    hmac.doFinal(tag, 0);
    return tag;
  }
}

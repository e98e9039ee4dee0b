package dev.signet.engine.pkcs12;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Step;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** A scheme of encryption by passphrase. */
sealed interface Scheme {
  /** Octets of salt above which a file is refused; those in use have 8 to 64. */
  int LONGEST_SALT = 1024;

  ContentCipher cipher();

  BigInteger iterations();

  /** The key derivation's name for reports. */
  String kdf();

  /** The key out of the passphrase. */
  Step<DerivedKey> derive(Passphrase passphrase);

  /** PBES2 with PBKDF2 (RFC 8018 section 6.2). */
  record Pbes2(
      DigestAlgorithm prf, byte[] salt, BigInteger iterations, ContentCipher cipher, byte[] iv)
      implements Scheme {
    @Override
    public String kdf() {
      return "PBKDF2 with HMAC-" + prf.display();
    }

    @Override
    public Step<DerivedKey> derive(Passphrase passphrase) {
      return Step.ask(
              new Ask.Pbkdf2(
                  prf, passphrase.utf8(), salt, iterations.intValue(), cipher.keyBytes()))
          .map(key -> new DerivedKey(key, iv));
    }
  }

  /**
   * The old schemes of PKCS#12 (RFC 7292 appendix C), all with SHA-1.
   *
   * @param derivedBytes fewer than the cipher's key has for 3DES with two keys
   */
  record Legacy(ContentCipher cipher, int derivedBytes, byte[] salt, BigInteger iterations)
      implements Scheme {
    private static final int KEY = 1;
    private static final int IV = 2;

    @Override
    public String kdf() {
      return "PKCS#12 KDF with SHA-1";
    }

    @Override
    public Step<DerivedKey> derive(Passphrase passphrase) {
      return Step.both(
          ask(passphrase, KEY, derivedBytes),
          ask(passphrase, IV, cipher.ivBytes()),
          (key, iv) -> Step.done(new DerivedKey(expanded(key), iv)));
    }

    private Step<byte[]> ask(Passphrase passphrase, int purpose, int bytes) {
      return Step.ask(
          new Ask.Pkcs12Kdf(
              DigestAlgorithm.SHA1, passphrase.bmp(), salt, iterations.intValue(), purpose, bytes));
    }

    private byte[] expanded(byte[] key) {
      if (key.length == cipher.keyBytes()) {
        return key;
      }
      // 3DES with two keys: the first is also the third.
      byte[] expanded = new byte[cipher.keyBytes()];
      System.arraycopy(key, 0, expanded, 0, key.length);
      System.arraycopy(key, 0, expanded, key.length, expanded.length - key.length);
      return expanded;
    }
  }

  /**
   * Reads the scheme's parameters.
   *
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID of the first part that the
   *     engine does not have; {@code DAMAGED_PKCS12}; {@code REFUSED_PARAMETERS}
   */
  static Scheme of(AlgorithmIdentifier algorithm) {
    return Faults.reading(
        () ->
            algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)
                ? pbes2(PBES2Parameters.getInstance(algorithm.getParameters()))
                : legacy(algorithm));
  }

  private static Scheme pbes2(PBES2Parameters parameters) {
    ASN1ObjectIdentifier kdf = parameters.getKeyDerivationFunc().getAlgorithm();
    if (!kdf.equals(PKCSObjectIdentifiers.id_PBKDF2)) {
      throw SmimeException.unsupported(kdf.getId());
    }
    PBKDF2Params pbkdf2 =
        PBKDF2Params.getInstance(parameters.getKeyDerivationFunc().getParameters());
    ContentCipher cipher =
        ContentCipher.of(parameters.getEncryptionScheme().getAlgorithm().getId());
    byte[] iv =
        ASN1OctetString.getInstance(parameters.getEncryptionScheme().getParameters()).getOctets();
    BigInteger keyLength = pbkdf2.getKeyLength();
    if (iv.length != cipher.ivBytes()
        || keyLength != null && !keyLength.equals(BigInteger.valueOf(cipher.keyBytes()))) {
      throw Faults.damaged();
    }
    return new Pbes2(
        DigestAlgorithm.ofHmac(pbkdf2.getPrf().getAlgorithm().getId()),
        bounded(pbkdf2.getSalt()),
        pbkdf2.getIterationCount(),
        cipher,
        iv);
  }

  private static Scheme legacy(AlgorithmIdentifier algorithm) {
    ASN1ObjectIdentifier oid = algorithm.getAlgorithm();
    ContentCipher cipher;
    int derivedBytes;
    if (oid.equals(PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC)) {
      cipher = ContentCipher.DES_EDE3_CBC;
      derivedBytes = 24;
    } else if (oid.equals(PKCSObjectIdentifiers.pbeWithSHAAnd2_KeyTripleDES_CBC)) {
      cipher = ContentCipher.DES_EDE3_CBC;
      derivedBytes = 16;
    } else if (oid.equals(PKCSObjectIdentifiers.pbeWithSHAAnd128BitRC2_CBC)) {
      cipher = ContentCipher.RC2_128_CBC;
      derivedBytes = 16;
    } else if (oid.equals(PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC2_CBC)) {
      cipher = ContentCipher.RC2_40_CBC;
      derivedBytes = 5;
    } else {
      throw SmimeException.unsupported(oid.getId());
    }
    PKCS12PBEParams parameters = PKCS12PBEParams.getInstance(algorithm.getParameters());
    return new Legacy(
        cipher, derivedBytes, bounded(parameters.getIV()), parameters.getIterations());
  }

  /** The salt, unless it is beyond measure. */
  static byte[] bounded(byte[] salt) {
    if (salt.length > LONGEST_SALT) {
      throw Faults.refused("salt", Integer.toString(salt.length), Integer.toString(LONGEST_SALT));
    }
    return salt;
  }
}

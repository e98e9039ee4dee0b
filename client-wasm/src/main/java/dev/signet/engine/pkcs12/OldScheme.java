package dev.signet.engine.pkcs12;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Step;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** The schemes before PBES2, for reading. */
final class OldScheme {
  private static final String PBES1 = "1.2.840.113549.1.5.";
  private static final String PKCS12 = "1.2.840.113549.1.12.1.";

  private OldScheme() {}

  /** PBES1 with PBKDF1 (RFC 8018 section 6.1). */
  record Pbes1(DigestAlgorithm digest, ContentCipher cipher, byte[] salt, BigInteger iterations)
      implements Scheme {
    private static final int HALF = 8;

    @Override
    public String kdf() {
      return "PBKDF1 with " + digest.display();
    }

    @Override
    public void spend(Rounds rounds) {
      rounds.spend(iterations, digest);
    }

    @Override
    public boolean takesOctets() {
      return true;
    }

    @Override
    public Step<DerivedKey> derive(Passphrase passphrase) {
      return Step.ask(
              new Ask.Pbkdf1(
                  digest, passphrase.utf8(), salt, iterations.intValue(), digest.bytes()))
          .map(
              octets -> {
                // NSS before 3.28 took the vector from the end, which with SHA-1 is elsewhere.
                int vector = passphrase.asNss() ? octets.length - HALF : HALF;
                DerivedKey key =
                    new DerivedKey(
                        Arrays.copyOf(octets, HALF),
                        Arrays.copyOfRange(octets, vector, vector + HALF));
                Arrays.fill(octets, (byte) 0);
                return key;
              });
    }
  }

  /**
   * The schemes of PKCS#12 itself (RFC 7292 appendix C), all with SHA-1.
   *
   * @param derivedBytes fewer than the cipher's key has for 3DES with two keys
   */
  record Pkcs12(ContentCipher cipher, int derivedBytes, byte[] salt, BigInteger iterations)
      implements Scheme {
    private static final int KEY = 1;
    private static final int IV = 2;

    @Override
    public String kdf() {
      return "PKCS#12 KDF with SHA-1";
    }

    @Override
    public void spend(Rounds rounds) {
      rounds.spend(iterations, DigestAlgorithm.SHA1);
    }

    @Override
    public boolean takesOctets() {
      return false;
    }

    @Override
    public Step<DerivedKey> derive(Passphrase passphrase) {
      Step<byte[]> iv =
          cipher.ivBytes() == 0 ? Step.done(new byte[0]) : ask(passphrase, IV, cipher.ivBytes());
      return Step.both(
          ask(passphrase, KEY, derivedBytes),
          iv,
          (key, vector) -> Step.done(new DerivedKey(expanded(key), vector)));
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
      Arrays.fill(key, (byte) 0);
      return expanded;
    }
  }

  static Scheme of(AlgorithmIdentifier algorithm) {
    return switch (algorithm.getAlgorithm().getId()) {
      case PBES1 + "1" -> pbes1(DigestAlgorithm.MD2, ContentCipher.DES_CBC, algorithm);
      case PBES1 + "3" -> pbes1(DigestAlgorithm.MD5, ContentCipher.DES_CBC, algorithm);
      case PBES1 + "4" -> pbes1(DigestAlgorithm.MD2, ContentCipher.RC2_64_CBC, algorithm);
      case PBES1 + "6" -> pbes1(DigestAlgorithm.MD5, ContentCipher.RC2_64_CBC, algorithm);
      case PBES1 + "10" -> pbes1(DigestAlgorithm.SHA1, ContentCipher.DES_CBC, algorithm);
      case PBES1 + "11" -> pbes1(DigestAlgorithm.SHA1, ContentCipher.RC2_64_CBC, algorithm);
      case PKCS12 + "1" -> pkcs12(ContentCipher.RC4_128, 16, algorithm);
      case PKCS12 + "2" -> pkcs12(ContentCipher.RC4_40, 5, algorithm);
      case PKCS12 + "3" -> pkcs12(ContentCipher.DES_EDE3_CBC, 24, algorithm);
      case PKCS12 + "4" -> pkcs12(ContentCipher.DES_EDE3_CBC, 16, algorithm);
      case PKCS12 + "5" -> pkcs12(ContentCipher.RC2_128_CBC, 16, algorithm);
      case PKCS12 + "6" -> pkcs12(ContentCipher.RC2_40_CBC, 5, algorithm);
      default -> throw SmimeException.unsupported(algorithm.getAlgorithm().getId());
    };
  }

  private static Scheme pbes1(
      DigestAlgorithm digest, ContentCipher cipher, AlgorithmIdentifier algorithm) {
    // Bouncy Castle's PBEParameter wants eight octets of salt, of which NSS knew nothing.
    PKCS12PBEParams parameters = PKCS12PBEParams.getInstance(algorithm.getParameters());
    return new Pbes1(digest, cipher, Bounds.salt(parameters.getIV()), parameters.getIterations());
  }

  private static Scheme pkcs12(
      ContentCipher cipher, int derivedBytes, AlgorithmIdentifier algorithm) {
    PKCS12PBEParams parameters = PKCS12PBEParams.getInstance(algorithm.getParameters());
    return new Pkcs12(
        cipher, derivedBytes, Bounds.salt(parameters.getIV()), parameters.getIterations());
  }
}

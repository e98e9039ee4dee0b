package dev.signet.server.pkcs12;

import dev.signet.server.pkcs12.Pkcs12Refusal.Reason;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * The password-based encryption schemes of PKCS#5 (RFC 8018) and PKCS#12 (RFC 7292, appendix C),
 * each by its whole name: a made-up one could be no encryption at all.
 */
final class Encryption {
  private static final Set<String> WITH_FIXED_CIPHER =
      Set.of(
          // PBES1 of PKCS#5: MD2, MD5 and SHA-1, each with DES and RC2.
          "1.2.840.113549.1.5.1",
          "1.2.840.113549.1.5.4",
          "1.2.840.113549.1.5.3",
          "1.2.840.113549.1.5.6",
          "1.2.840.113549.1.5.10",
          "1.2.840.113549.1.5.11",
          // PKCS#12: SHA-1 with RC4, 3DES and RC2, each with two lengths of key.
          "1.2.840.113549.1.12.1.1",
          "1.2.840.113549.1.12.1.2",
          "1.2.840.113549.1.12.1.3",
          "1.2.840.113549.1.12.1.4",
          "1.2.840.113549.1.12.1.5",
          "1.2.840.113549.1.12.1.6");

  /** PBKDF2 (RFC 8018) and scrypt (RFC 7914). */
  private static final Set<String> DERIVATIONS =
      Set.of("1.2.840.113549.1.5.12", "1.3.6.1.4.1.11591.4.11");

  private static final Set<String> CIPHERS =
      Set.of(
          // RC2-CBC, 3DES-CBC, RC5-CBC (RFC 8018, B.2).
          "1.2.840.113549.3.2",
          "1.2.840.113549.3.7",
          "1.2.840.113549.3.9",
          // DES: ECB, as NSS has written it, and CBC.
          "1.3.14.3.2.6",
          "1.3.14.3.2.7",
          // AES of 128, 192 and 256 bits: ECB, as NSS has written it, CBC and GCM.
          "2.16.840.1.101.3.4.1.1",
          "2.16.840.1.101.3.4.1.2",
          "2.16.840.1.101.3.4.1.6",
          "2.16.840.1.101.3.4.1.21",
          "2.16.840.1.101.3.4.1.22",
          "2.16.840.1.101.3.4.1.26",
          "2.16.840.1.101.3.4.1.41",
          "2.16.840.1.101.3.4.1.42",
          "2.16.840.1.101.3.4.1.46",
          // Camellia-CBC (RFC 3657) and ARIA-CBC (RFC 5794), each of three lengths.
          "1.2.392.200011.61.1.1.1.2",
          "1.2.392.200011.61.1.1.1.3",
          "1.2.392.200011.61.1.1.1.4",
          "1.2.410.200046.1.1.2",
          "1.2.410.200046.1.1.7",
          "1.2.410.200046.1.1.12",
          // Blowfish-, IDEA-, SEED- and SM4-CBC.
          "1.3.6.1.4.1.3029.1.2",
          "1.3.6.1.4.1.188.7.1.1.2",
          "1.2.410.200004.1.4",
          "1.2.156.10197.1.104.2");

  private Encryption() {}

  /** Passes where the algorithm, and for PBES2 the two that it is made of, are known to encrypt. */
  static void check(AlgorithmIdentifier algorithm) throws Pkcs12Refusal {
    if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
      PBES2Parameters parameters =
          Asn1.as(PBES2Parameters::getInstance, algorithm.getParameters(), "PBES2");
      require(DERIVATIONS, parameters.getKeyDerivationFunc().getAlgorithm());
      require(CIPHERS, parameters.getEncryptionScheme().getAlgorithm());
    } else {
      require(WITH_FIXED_CIPHER, algorithm.getAlgorithm());
    }
  }

  private static void require(Set<String> known, ASN1ObjectIdentifier oid) throws Pkcs12Refusal {
    if (!known.contains(oid.getId())) {
      throw new Pkcs12Refusal(
          Reason.UNSUPPORTED, "The file is encrypted by the unsupported scheme " + oid + ".");
    }
  }
}

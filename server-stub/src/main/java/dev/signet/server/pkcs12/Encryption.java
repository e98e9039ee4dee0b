package dev.signet.server.pkcs12;

import dev.signet.server.pkcs12.Pkcs12Refusal.Reason;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * The password-based encryption schemes of PKCS#5 (RFC 8018) and PKCS#12 (RFC 7292, appendix C).
 */
final class Encryption {
  /** {@code pkcs-5}: PBES1 with its six pairs of digest and cipher, and PBES2. */
  private static final ASN1ObjectIdentifier PKCS5 = new ASN1ObjectIdentifier("1.2.840.113549.1.5");

  private Encryption() {}

  /**
   * Passes where the algorithm is known to encrypt: a made-up one could be no encryption at all.
   */
  static void check(AlgorithmIdentifier algorithm) throws Pkcs12Refusal {
    ASN1ObjectIdentifier oid = algorithm.getAlgorithm();
    boolean pkcs12 = oid.on(PKCSObjectIdentifiers.pkcs_12PbeIds);
    boolean pkcs5 =
        oid.on(PKCS5)
            && !oid.equals(PKCSObjectIdentifiers.id_PBKDF2)
            && !oid.equals(PKCSObjectIdentifiers.id_PBMAC1);
    if (!pkcs12 && !pkcs5) {
      throw new Pkcs12Refusal(
          Reason.UNSUPPORTED, "The file is encrypted by the unsupported scheme " + oid + ".");
    }
  }
}

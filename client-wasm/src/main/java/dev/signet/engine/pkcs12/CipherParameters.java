package dev.signet.engine.pkcs12;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ContentCipher;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** The encryption scheme of PBES2 (RFC 8018 appendix B.2): a cipher and its vector. */
record CipherParameters(ContentCipher cipher, byte[] iv) {
  private static final BigInteger CAST5_BITS = BigInteger.valueOf(128);

  /**
   * Reads it.
   *
   * @param keyLength octets of key that the key derivation says, or null
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID
   */
  static CipherParameters of(AlgorithmIdentifier algorithm, BigInteger keyLength) {
    String oid = algorithm.getAlgorithm().getId();
    ContentCipher named = ContentCipher.ofKeyFile(oid);
    if (named.authenticated()) {
      throw SmimeException.unsupported(oid);
    }
    ASN1Encodable parameters = algorithm.getParameters();
    CipherParameters read =
        switch (named) {
          case RC2_128_CBC -> rc2(ASN1Sequence.getInstance(parameters), oid);
          case CAST5_CBC -> cast5(ASN1Sequence.getInstance(parameters), oid);
          default ->
              named.ivBytes() == 0
                  ? new CipherParameters(named, new byte[0])
                  : new CipherParameters(named, octets(parameters));
        };
    if (read.iv.length != read.cipher.ivBytes()) {
      throw Faults.damaged();
    }
    return keyLength == null || keyLength.intValue() == read.cipher.keyBytes()
        ? read
        : new CipherParameters(ofLength(read.cipher, keyLength.intValue()), read.iv);
  }

  /** RFC 8018 appendix B.2.3: the version stands for the effective bits of the key. */
  private static CipherParameters rc2(ASN1Sequence parameters, String oid) {
    if (parameters.size() != 2) {
      // Without a version 32 bits are meant, which nobody used.
      throw SmimeException.unsupported(oid);
    }
    BigInteger version = ASN1Integer.getInstance(parameters.getObjectAt(0)).getValue();
    ContentCipher cipher =
        switch (version.bitLength() > 8 ? 0 : version.intValue()) {
          case 160 -> ContentCipher.RC2_40_CBC;
          case 120 -> ContentCipher.RC2_64_CBC;
          case 58 -> ContentCipher.RC2_128_CBC;
          default -> throw SmimeException.unsupported(oid);
        };
    return new CipherParameters(cipher, octets(parameters.getObjectAt(1)));
  }

  /** RFC 2984 section 2.2. */
  private static CipherParameters cast5(ASN1Sequence parameters, String oid) {
    if (parameters.size() != 2) {
      throw Faults.damaged();
    }
    if (!ASN1Integer.getInstance(parameters.getObjectAt(1)).getValue().equals(CAST5_BITS)) {
      throw SmimeException.unsupported(oid);
    }
    return new CipherParameters(ContentCipher.CAST5_CBC, octets(parameters.getObjectAt(0)));
  }

  /**
   * NSS before 3.28 wrote the OID of AES with another length than its key had; what it meant is the
   * length that it wrote beside it.
   */
  private static ContentCipher ofLength(ContentCipher named, int keyBytes) {
    if (named.aes() || named.mode() == ContentCipher.Mode.ECB) {
      for (ContentCipher each : ContentCipher.values()) {
        if (each.display().startsWith("AES-")
            && named.display().startsWith("AES-")
            && each.mode() == named.mode()
            && each.keyBytes() == keyBytes) {
          return each;
        }
      }
    }
    throw Faults.damaged();
  }

  private static byte[] octets(ASN1Encodable value) {
    return ASN1OctetString.getInstance(value).getOctets();
  }
}

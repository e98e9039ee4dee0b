package dev.signet.engine.pkcs12;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ContentCipher;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * The encryption scheme of PBES2 (RFC 8018 appendix B.2).
 *
 * @param keyBytes octets of key; RC2 and CAST5 take several lengths
 */
record CipherParameters(ContentCipher cipher, int keyBytes, byte[] iv) {
  private static final int LEAST_CAST5_BYTES = 5;

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
          case RC2_32_CBC, RC2_40_CBC, RC2_64_CBC, RC2_128_CBC -> rc2(parameters, keyLength, oid);
          // OpenSSL writes the vector alone.
          case CAST5_CBC ->
              parameters instanceof ASN1Sequence fields
                  ? cast5(fields, keyLength)
                  : plain(named, parameters, keyLength);
          default -> plain(named, parameters, keyLength);
        };
    if (read.iv.length != read.cipher.ivBytes()) {
      throw Faults.damaged();
    }
    return read;
  }

  /** Parameters that are the vector, or nothing. */
  private static CipherParameters plain(
      ContentCipher named, ASN1Encodable parameters, BigInteger keyLength) {
    byte[] iv = named.ivBytes() == 0 ? new byte[0] : octets(parameters);
    ContentCipher cipher =
        keyLength == null || keyLength.intValue() == named.keyBytes()
            ? named
            : ofLength(named, keyLength.intValue());
    return new CipherParameters(cipher, cipher.keyBytes(), iv);
  }

  /** RFC 8018 appendix B.2.3: the version stands for the effective bits of the key. */
  private static CipherParameters rc2(ASN1Encodable parameters, BigInteger keyLength, String oid) {
    ContentCipher cipher = ContentCipher.RC2_32_CBC;
    ASN1Encodable iv = parameters;
    if (parameters instanceof ASN1Sequence fields) {
      iv = fields.getObjectAt(fields.size() - 1);
      if (fields.size() == 2) {
        BigInteger version = ASN1Integer.getInstance(fields.getObjectAt(0)).getValue();
        cipher =
            switch (version.bitLength() > 8 ? 0 : version.intValue()) {
              case 160 -> ContentCipher.RC2_40_CBC;
              case 120 -> ContentCipher.RC2_64_CBC;
              case 58 -> ContentCipher.RC2_128_CBC;
              default -> throw SmimeException.unsupported(oid);
            };
      }
    }
    int keyBytes = keyLength == null ? cipher.keyBytes() : keyLength.intValue();
    return new CipherParameters(cipher, keyBytes, octets(iv));
  }

  /** RFC 2984 section 2.2; the length is in bits. */
  private static CipherParameters cast5(ASN1Sequence parameters, BigInteger keyLength) {
    int bytes = ContentCipher.CAST5_CBC.keyBytes();
    int bits = ASN1Integer.getInstance(parameters.getObjectAt(1)).intValueExact();
    if (parameters.size() != 2
        || bits < 8 * LEAST_CAST5_BYTES
        || bits > 8 * bytes
        || bits % 8 != 0
        || keyLength != null && keyLength.intValue() != bits / 8) {
      throw Faults.damaged();
    }
    return new CipherParameters(
        ContentCipher.CAST5_CBC, bits / 8, octets(parameters.getObjectAt(0)));
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

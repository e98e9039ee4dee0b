package dev.signet.engine.cms.write;

import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.KeyTransport;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * SMIMECapabilities (RFC 8551 section 2.5.2): what the engine decrypts, the best first, and how the
 * content key may be encrypted to the sender's own key.
 */
final class CapabilitiesWriter {
  /** What a sender should take; what is only read for old mail's sake is not named. */
  private static final List<ContentCipher> READABLE =
      List.of(
          ContentCipher.AES_256_GCM,
          ContentCipher.AES_128_GCM,
          ContentCipher.AES_256_CBC,
          ContentCipher.AES_192_CBC,
          ContentCipher.AES_128_CBC,
          ContentCipher.CHACHA20_POLY1305,
          ContentCipher.DES_EDE3_CBC);

  private static final String[] WRAPS = {"2.16.840.1.101.3.4.1.45", "2.16.840.1.101.3.4.1.5"};

  private CapabilitiesWriter() {}

  /**
   * @param encryptionKey the key that answers are to be encrypted to, or null
   */
  static byte[] capabilities(SubjectPublicKeyInfo encryptionKey) {
    List<byte[]> list = new ArrayList<>();
    for (ContentCipher cipher : READABLE) {
      list.add(Der.sequence(Der.oid(cipher.oid())));
    }
    if (encryptionKey != null) {
      addKeyManagement(encryptionKey.getAlgorithm(), list);
    }
    return Der.sequence(list.toArray(new byte[0][]));
  }

  private static void addKeyManagement(AlgorithmIdentifier key, List<byte[]> list) {
    String oid = key.getAlgorithm().getId();
    switch (oid) {
      case "1.2.840.113549.1.1.1", "1.2.840.113549.1.1.7" ->
          // RFC 3560 section 4, with the hash that the engine itself would take.
          list.add(
              AlgorithmIdentifiers.keyTransport(
                  new KeyTransport.Oaep(
                      DigestAlgorithm.SHA256, DigestAlgorithm.SHA256, new byte[0])));
      case "1.2.840.10045.2.1" -> {
        String scheme = agreement(key);
        if (scheme != null) {
          addAgreement(scheme, list);
        }
      }
      // RFC 8418 section 6.
      case "1.3.101.110" -> addAgreement("1.2.840.113549.1.9.16.3.19", list);
      case "1.3.101.111" -> addAgreement("1.2.840.113549.1.9.16.3.21", list);
      default -> {
        if (oid.startsWith("2.16.840.1.101.3.4.4.")) {
          // ML-KEM names itself (RFC 9936 section 2.5).
          list.add(Der.sequence(Der.oid(oid)));
        }
      }
    }
  }

  /** dhSinglePass-stdDH with the hash that goes with the curve (RFC 5753 section 7); or null. */
  private static String agreement(AlgorithmIdentifier key) {
    if (!(key.getParameters() instanceof ASN1ObjectIdentifier curve)) {
      return null;
    }
    return switch (curve.getId()) {
      case "1.2.840.10045.3.1.7", "1.3.36.3.3.2.8.1.1.7" -> "1.3.132.1.11.1";
      case "1.3.132.0.34", "1.3.36.3.3.2.8.1.1.11" -> "1.3.132.1.11.2";
      case "1.3.132.0.35", "1.3.36.3.3.2.8.1.1.13" -> "1.3.132.1.11.3";
      default -> null;
    };
  }

  /** One capability for each key wrap, which is the scheme's parameter. */
  private static void addAgreement(String scheme, List<byte[]> list) {
    for (String wrap : WRAPS) {
      list.add(Der.sequence(Der.oid(scheme), Der.sequence(Der.oid(wrap))));
    }
  }
}

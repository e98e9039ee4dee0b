package dev.signet.engine.cms;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.asn1.Asn1;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * A content-encryption algorithm with what its parameters say.
 *
 * @param iv the initialisation vector or nonce
 * @param tagBytes octets of the tag; 0 for a cipher without
 * @param keySizes octets that the content-encryption key may have; those that senders use, the
 *     likeliest first
 * @param derivation DER of the algorithm that the key is bound to by HKDF (RFC 9709), or null
 */
record ContentAlgorithm(
    ContentCipher cipher, byte[] iv, int tagBytes, List<Integer> keySizes, byte[] derivation) {

  /** id-alg-cek-hkdf-sha256 (RFC 9709 section 2). */
  static final String DERIVED_KEY = "1.2.840.113549.1.9.16.3.31";

  private static final int DEFAULT_TAG = 12;
  private static final int MOST_NONCE = 256;
  private static final int CAST5_BITS = 128;

  /**
   * Tags from this length on are taken for authentication: with a shorter one, a forgery succeeds
   * by chance too often (NIST SP 800-38C appendix B.2).
   */
  private static final int CONVINCING_TAG = 8;

  /** What RC2's parameter stands for (RFC 2268 section 6). */
  private static final Map<Integer, ContentCipher> RC2_VERSIONS =
      Map.of(
          160, ContentCipher.RC2_40_CBC,
          120, ContentCipher.RC2_64_CBC,
          58, ContentCipher.RC2_128_CBC);

  /**
   * Reads the parameters.
   *
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID, {@code MALFORMED_MESSAGE}
   */
  static ContentAlgorithm read(AlgorithmIdentifier algorithm) {
    return Asn1.read("the content encryption algorithm", () -> readAny(algorithm));
  }

  private static ContentAlgorithm readAny(AlgorithmIdentifier algorithm) {
    if (!algorithm.getAlgorithm().getId().equals(DERIVED_KEY)) {
      return readPlain(algorithm);
    }
    AlgorithmIdentifier bound = AlgorithmIdentifier.getInstance(algorithm.getParameters());
    ContentAlgorithm inner = readPlain(bound);
    try {
      return new ContentAlgorithm(
          inner.cipher, inner.iv, inner.tagBytes, inner.keySizes, bound.getEncoded("DER"));
    } catch (IOException e) {
      throw damaged();
    }
  }

  private static ContentAlgorithm readPlain(AlgorithmIdentifier algorithm) {
    ContentCipher cipher = ContentCipher.of(algorithm.getAlgorithm().getId());
    ASN1Primitive parameters =
        algorithm.getParameters() == null ? null : algorithm.getParameters().toASN1Primitive();
    return switch (cipher) {
      case RC2_32_CBC, RC2_40_CBC, RC2_64_CBC, RC2_128_CBC -> rc2(parameters);
      case CAST5_CBC -> cast5(parameters);
      case CHACHA20_POLY1305 -> plain(cipher, octets(parameters, cipher.ivBytes()), 16);
      case AES_128_GCM, AES_192_GCM, AES_256_GCM, AES_128_CCM, AES_192_CCM, AES_256_CCM ->
          sealed(cipher, parameters);
      default -> plain(cipher, octets(parameters, cipher.ivBytes()), 0);
    };
  }

  private static ContentAlgorithm plain(ContentCipher cipher, byte[] iv, int tagBytes) {
    return new ContentAlgorithm(cipher, iv, tagBytes, List.of(cipher.keyBytes()), null);
  }

  /** GCMParameters and CCMParameters (RFC 5084 section 3). */
  private static ContentAlgorithm sealed(ContentCipher cipher, ASN1Primitive parameters) {
    ASN1Sequence fields = ASN1Sequence.getInstance(parameters);
    byte[] nonce = ASN1OctetString.getInstance(fields.getObjectAt(0)).getOctets();
    int tag = fields.size() > 1 ? integer(fields.getObjectAt(1)) : DEFAULT_TAG;
    boolean gcm = cipher.mode() == ContentCipher.Mode.GCM;
    if (fields.size() > 2
        || tag > 16
        || tag < (gcm ? 12 : 4)
        || !gcm && tag % 2 != 0
        || nonce.length < (gcm ? 1 : 7)
        || nonce.length > (gcm ? MOST_NONCE : 13)) {
      throw damaged();
    }
    return plain(cipher, nonce, tag);
  }

  /**
   * RFC 3370 section 5.2, and the form without a version that RFC 2268 section 6 has besides. Most
   * senders make a key as long as its effective bits, others one of 16 octets always.
   */
  private static ContentAlgorithm rc2(ASN1Primitive parameters) {
    ContentCipher cipher = ContentCipher.RC2_32_CBC;
    ASN1Encodable iv = parameters;
    if (parameters instanceof ASN1Sequence fields) {
      if (fields.size() != 2) {
        throw damaged();
      }
      cipher = RC2_VERSIONS.get(integer(fields.getObjectAt(0)));
      iv = fields.getObjectAt(1);
    }
    if (cipher == null) {
      throw SmimeException.unsupported(ContentCipher.RC2_128_CBC.oid());
    }
    int bytes = cipher.keyBytes();
    return new ContentAlgorithm(
        cipher,
        octets(iv, cipher.ivBytes()),
        0,
        bytes == 16 ? List.of(16) : List.of(bytes, 16),
        null);
  }

  /** RFC 2984 section 5: vector and key length. OpenSSL writes the vector alone. */
  private static ContentAlgorithm cast5(ASN1Primitive parameters) {
    ContentCipher cipher = ContentCipher.CAST5_CBC;
    ASN1Encodable iv = parameters;
    int bits = CAST5_BITS;
    if (parameters instanceof ASN1Sequence fields) {
      if (fields.size() < 1 || fields.size() > 2) {
        throw damaged();
      }
      bits = integer(fields.getObjectAt(fields.size() - 1));
      iv = fields.size() == 2 ? fields.getObjectAt(0) : null;
    }
    if (bits < 40 || bits > CAST5_BITS || bits % 8 != 0) {
      throw damaged();
    }
    byte[] vector = iv == null ? new byte[cipher.ivBytes()] : octets(iv, cipher.ivBytes());
    if (parameters == null) {
      throw damaged();
    }
    return new ContentAlgorithm(cipher, vector, 0, List.of(bits / 8), null);
  }

  private static byte[] octets(ASN1Encodable value, int length) {
    if (value != null
        && value.toASN1Primitive() instanceof ASN1OctetString octets
        && octets.getOctetsLength() == length) {
      return octets.getOctets();
    }
    throw damaged();
  }

  private static int integer(ASN1Encodable value) {
    BigInteger number = ASN1Integer.getInstance(value).getValue();
    return number.bitLength() < 31 ? number.intValue() : -1;
  }

  private static SmimeException damaged() {
    return SmimeException.malformed("the content encryption parameters are damaged");
  }

  /** Whether decrypting proves that nobody changed the content. */
  boolean convincing() {
    return cipher.authenticated() && tagBytes >= CONVINCING_TAG;
  }
}

package dev.signet.engine.cms.write;

import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.KeyTransport;
import dev.signet.engine.algorithm.KeyWrap;

/** AlgorithmIdentifiers in DER, with the parameters that their RFCs ask of a sender. */
final class AlgorithmIdentifiers {
  private static final String RSA_ENCRYPTION = "1.2.840.113549.1.1.1";
  private static final String RSAES_OAEP = "1.2.840.113549.1.1.7";
  private static final String MGF1 = "1.2.840.113549.1.1.8";
  private static final String P_SPECIFIED = "1.2.840.113549.1.1.9";
  private static final byte[] NULL = {0x05, 0x00};

  private AlgorithmIdentifiers() {}

  /** RFC 3370 section 4.2.1 and RFC 4055 section 4.1. */
  static byte[] keyTransport(KeyTransport transport) {
    return transport instanceof KeyTransport.Oaep oaep
        ? Der.sequence(Der.oid(RSAES_OAEP), oaepParameters(oaep))
        : Der.sequence(Der.oid(RSA_ENCRYPTION), NULL);
  }

  /** What equals its default is left out, as DER asks. */
  private static byte[] oaepParameters(KeyTransport.Oaep oaep) {
    byte[] none = {};
    byte[] hash =
        oaep.digest() == DigestAlgorithm.SHA1
            ? none
            : Der.element(Der.context(0, true), digestWithNull(oaep.digest()));
    byte[] mask =
        oaep.mgf1Digest() == DigestAlgorithm.SHA1
            ? none
            : Der.element(
                Der.context(1, true),
                Der.sequence(Der.oid(MGF1), digestWithNull(oaep.mgf1Digest())));
    byte[] label =
        oaep.label().length == 0
            ? none
            : Der.element(
                Der.context(2, true),
                Der.sequence(Der.oid(P_SPECIFIED), Der.octetString(oaep.label())));
    return Der.sequence(hash, mask, label);
  }

  /** Inside OAEP's parameters a hash has NULL parameters (RFC 4055 section 2.1). */
  private static byte[] digestWithNull(DigestAlgorithm digest) {
    return Der.sequence(Der.oid(digest.oid()), NULL);
  }

  /** The parameter is the initialisation vector (RFC 3565 section 4.1). */
  static byte[] content(ContentCipher cipher, byte[] iv) {
    return Der.sequence(Der.oid(cipher.oid()), Der.octetString(iv));
  }

  /** GCMParameters (RFC 5084 section 3.2); the tag's length is not the default, which is 12. */
  static byte[] authenticatedContent(ContentCipher cipher, byte[] nonce, int tagBytes) {
    return Der.sequence(
        Der.oid(cipher.oid()), Der.sequence(Der.octetString(nonce), Der.integer(tagBytes)));
  }

  /** Parameters are absent (RFC 3565 section 4.2). */
  static byte[] keyWrap(KeyWrap wrap) {
    return Der.sequence(Der.oid(wrap.oid()));
  }
}

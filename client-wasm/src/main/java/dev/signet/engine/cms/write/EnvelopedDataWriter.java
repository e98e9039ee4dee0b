package dev.signet.engine.cms.write;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import java.util.List;

/** Writes an EnvelopedData (RFC 5652 section 6) or an AuthEnvelopedData (RFC 5083 section 2.1). */
public final class EnvelopedDataWriter {
  private static final int TAG_BYTES = 16;
  private static final byte[] NOTHING = {};

  private EnvelopedDataWriter() {}

  /**
   * A ContentInfo with the encrypted content, as EnvelopedData. Its version follows from the
   * recipients': there are neither originator information nor unprotected attributes.
   *
   * @throws SmimeException {@code TOO_LARGE}
   */
  public static Bulk enveloped(
      Host host, List<RecipientInfo> recipients, ContentCipher cipher, byte[] iv, Bulk ciphertext) {
    byte[] version = Der.integer(RecipientInfo.envelopedDataVersion(recipients));
    return encryptedContent(host, AlgorithmIdentifiers.content(cipher, iv), ciphertext)
        .in(Der.SEQUENCE, Der.concat(version, RecipientInfo.set(recipients)), NOTHING)
        .in(Der.context(0, true))
        .in(Der.SEQUENCE, Der.oid(Oids.ENVELOPED_DATA), NOTHING)
        .join();
  }

  /**
   * A ContentInfo with the content under authenticated encryption, as AuthEnvelopedData of version
   * 0. It has no authenticated attributes: the content is id-data, which needs none (RFC 5083
   * section 2.1), and so nothing is authenticated besides the content (section 2.2).
   *
   * @param sealed the ciphertext with the tag of 16 octets after it
   * @throws SmimeException {@code TOO_LARGE}
   */
  public static Bulk authEnveloped(
      Host host, List<RecipientInfo> recipients, ContentCipher cipher, byte[] nonce, Bulk sealed) {
    int end = sealed.length() - TAG_BYTES;
    byte[] tag = Der.octetString(sealed.read(end, sealed.length()));
    byte[] algorithm = AlgorithmIdentifiers.authenticatedContent(cipher, nonce, TAG_BYTES);
    return encryptedContent(host, algorithm, sealed.slice(0, end))
        .in(Der.SEQUENCE, Der.concat(Der.integer(0), RecipientInfo.set(recipients)), tag)
        .in(Der.context(0, true))
        .in(Der.SEQUENCE, Der.oid(Oids.AUTH_ENVELOPED_DATA), NOTHING)
        .join();
  }

  private static BulkDer encryptedContent(Host host, byte[] algorithm, Bulk ciphertext) {
    return BulkDer.of(host, ciphertext)
        .in(Der.context(0, false))
        .in(Der.SEQUENCE, Der.concat(Der.oid(Oids.DATA), algorithm), NOTHING);
  }
}

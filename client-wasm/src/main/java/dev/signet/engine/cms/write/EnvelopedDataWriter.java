package dev.signet.engine.cms.write;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.algorithm.KeyTransport;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import java.util.List;

/** Writes an EnvelopedData (RFC 5652 section 6). */
public final class EnvelopedDataWriter {
  private static final byte[] NOTHING = {};

  private EnvelopedDataWriter() {}

  /**
   * One KeyTransRecipientInfo in DER (RFC 5652 section 6.2.1), of version 0 since it names the
   * certificate by issuer and serial number.
   */
  public static byte[] recipient(
      MailCertificate certificate, KeyTransport transport, byte[] encryptedKey) {
    return Der.sequence(
        Der.integer(0),
        IssuerAndSerial.of(certificate).encoded(),
        AlgorithmIdentifiers.keyTransport(transport),
        Der.octetString(encryptedKey));
  }

  /**
   * A ContentInfo with the encrypted content. The version is 0: every recipient's is, and there are
   * neither originator information nor unprotected attributes (RFC 5652 section 6.1).
   *
   * @param recipients as {@link #recipient} encoded them
   * @throws SmimeException {@code TOO_LARGE}
   */
  public static Bulk write(
      Host host, List<byte[]> recipients, ContentCipher cipher, byte[] iv, Bulk ciphertext) {
    byte[] before = Der.concat(Der.integer(0), Der.setOf(recipients.toArray(new byte[0][])));
    byte[] described = Der.concat(Der.oid(Oids.DATA), AlgorithmIdentifiers.content(cipher, iv));
    return BulkDer.of(host, ciphertext)
        .in(Der.context(0, false))
        .in(Der.SEQUENCE, described, NOTHING)
        .in(Der.SEQUENCE, before, NOTHING)
        .in(Der.context(0, true))
        .in(Der.SEQUENCE, Der.oid(Oids.ENVELOPED_DATA), NOTHING)
        .join();
  }
}

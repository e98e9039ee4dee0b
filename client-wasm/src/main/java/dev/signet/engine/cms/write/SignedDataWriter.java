package dev.signet.engine.cms.write;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import java.util.List;

/** Writes a SignedData with one signer (RFC 5652 section 5). */
public final class SignedDataWriter {
  private static final byte[] NOTHING = {};

  private SignedDataWriter() {}

  /**
   * A ContentInfo with the signature.
   *
   * <p>Both versions are 1: the content is id-data, the certificates are X.509, and the signer is
   * named by issuer and serial number (RFC 5652 sections 5.1 and 5.3).
   *
   * @param content what was signed, to be carried inside; null: the signature is detached
   * @param certificates in their order, the signer's own first
   * @param attributes as {@link SignedAttributesWriter} wrote them
   * @throws SmimeException {@code TOO_LARGE}
   */
  public static Bulk write(
      Host host,
      Bulk content,
      SignatureScheme scheme,
      List<MailCertificate> certificates,
      byte[] attributes,
      byte[] signature) {
    byte[] digest = SignatureIdentifiers.digest(scheme);
    byte[] before = Der.concat(Der.integer(1), Der.element(Der.SET, digest));
    byte[] after =
        Der.concat(
            certificates(certificates),
            Der.element(Der.SET, signerInfo(scheme, certificates.get(0), attributes, signature)));
    return encapsulated(host, content)
        .in(Der.SEQUENCE, before, after)
        .in(Der.context(0, true))
        .in(Der.SEQUENCE, Der.oid(Oids.SIGNED_DATA), NOTHING)
        .join();
  }

  private static BulkDer encapsulated(Host host, Bulk content) {
    byte[] type = Der.oid(Oids.DATA);
    if (content == null) {
      return BulkDer.of(host, host.hold(Der.sequence(type)));
    }
    return BulkDer.of(host, content)
        .in(Der.OCTET_STRING)
        .in(Der.context(0, true))
        .in(Der.SEQUENCE, type, NOTHING);
  }

  private static byte[] certificates(List<MailCertificate> certificates) {
    byte[][] encodings = new byte[certificates.size()][];
    for (int i = 0; i < encodings.length; i++) {
      encodings[i] = certificates.get(i).der();
    }
    return Der.element(Der.context(0, true), encodings);
  }

  private static byte[] signerInfo(
      SignatureScheme scheme, MailCertificate signer, byte[] attributes, byte[] signature) {
    return Der.sequence(
        Der.integer(1),
        IssuerAndSerial.of(signer).encoded(),
        SignatureIdentifiers.digest(scheme),
        Der.retagged(Der.context(0, true), attributes),
        SignatureIdentifiers.signature(scheme),
        Der.octetString(signature));
  }
}

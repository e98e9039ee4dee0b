package dev.signet.engine.cms.write;

import dev.signet.engine.asn1.BerElement;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.heap.HeapBulk;
import java.util.List;

/**
 * How CMS names a certificate (RFC 5652 section 10.2.4). Issuer and serial number are the octets of
 * the certificate itself: readers look certificates up by them, so re-encoding a name that was not
 * quite DER would lose them.
 */
final class IssuerAndSerial {
  private static final int VERSION_TAG = 0xa0;

  private final byte[] issuer;
  private final byte[] serialNumber;

  private IssuerAndSerial(byte[] issuer, byte[] serialNumber) {
    this.issuer = issuer;
    this.serialNumber = serialNumber;
  }

  static IssuerAndSerial of(MailCertificate certificate) {
    int limit = certificate.der().length;
    List<BerElement> fields =
        BerElement.first(new HeapBulk(certificate.der())).children().get(0).children();
    // The version is left out of a v1 certificate; then come serial number, algorithm and issuer.
    int serial = fields.get(0).tag() == VERSION_TAG ? 1 : 0;
    return new IssuerAndSerial(
        fields.get(serial + 2).encoded(limit), fields.get(serial).encoded(limit));
  }

  byte[] encoded() {
    return Der.sequence(issuer, serialNumber);
  }

  /** IssuerSerial with the issuer as a directory name (RFC 5035 section 5). */
  byte[] asIssuerSerial() {
    byte[] directoryName = Der.element(Der.context(4, true), issuer);
    return Der.sequence(Der.sequence(directoryName), serialNumber);
  }
}

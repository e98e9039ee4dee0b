package dev.signet.engine.cms;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.asn1.BerElement;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * SignedData (RFC 5652 section 5.1).
 *
 * @param contentType OID of the encapsulated content
 * @param content the encapsulated content, or null where it stands outside (detached)
 * @param certificates those that could be read, in no order that means anything
 * @param crls DER of CertificateLists (section 10.2.1), unread
 * @param ocspResponses DER of OCSPResponses (id-ri-ocsp-response, RFC 5940 section 2.1), unread
 */
public record SignedMessage(
    String contentType,
    Bulk content,
    List<MailCertificate> certificates,
    List<byte[]> crls,
    List<byte[]> ocspResponses,
    List<SignerStructure> signers)
    implements CmsMessage {

  private static final int MAX_CERTIFICATES = 256;
  private static final int MAX_SIGNERS = 32;

  static SignedMessage parse(BerElement signedData, Host host) {
    List<BerElement> fields = signedData.children(0x30);
    if (fields.size() < 4) {
      throw SmimeException.malformed("the signed data is incomplete");
    }
    List<BerElement> encapsulated = fields.get(2).children(0x30);
    if (encapsulated.isEmpty() || encapsulated.size() > 2) {
      throw SmimeException.malformed("the encapsulated content is damaged");
    }
    Bulk content = null;
    if (encapsulated.size() == 2) {
      List<BerElement> explicit = encapsulated.get(1).children();
      if (!encapsulated.get(1).context(0)
          || explicit.size() != 1
          || !explicit.get(0).octetString()) {
        throw SmimeException.malformed("the encapsulated content is damaged");
      }
      content = explicit.get(0).octets(host);
    }
    List<MailCertificate> certificates = new ArrayList<>();
    int at = 3;
    if (fields.get(at).context(0)) {
      readCertificates(fields.get(at++), certificates);
    }
    RevocationValues values = new RevocationValues();
    if (at < fields.size() && fields.get(at).context(1)) {
      values.read(fields.get(at++));
    }
    if (at != fields.size() - 1) {
      throw SmimeException.malformed("the signed data is damaged");
    }
    return new SignedMessage(
        CmsMessage.oid(encapsulated.get(0)),
        content,
        certificates,
        values.crls(),
        values.ocspResponses(),
        readSigners(fields.get(at)));
  }

  private static void readCertificates(BerElement set, List<MailCertificate> certificates) {
    List<BerElement> choices = set.children();
    if (choices.size() > MAX_CERTIFICATES) {
      throw tooMany("certificates", MAX_CERTIFICATES);
    }
    for (BerElement choice : choices) {
      // Attribute certificates and other forms carry a context tag; the engine has no use for them.
      if (choice.tag() == 0x30) {
        try {
          certificates.add(MailCertificate.of(choice.encoded(MAX_STRUCTURE)));
        } catch (SmimeException e) {
          // One unreadable certificate need not be the signer's; if it is, no signer will be found.
          continue;
        }
      }
    }
  }

  private static List<SignerStructure> readSigners(BerElement set) {
    List<BerElement> infos = set.children(0x31);
    if (infos.size() > MAX_SIGNERS) {
      throw tooMany("signers", MAX_SIGNERS);
    }
    List<SignerStructure> signers = new ArrayList<>();
    for (BerElement info : infos) {
      signers.add(SignerStructure.read(info));
    }
    return signers;
  }

  private static SmimeException tooMany(String what, int limit) {
    return new SmimeException(
        ErrorCode.TOO_LARGE,
        "there are more than " + limit + " " + what,
        Map.of("what", what, "limit", Integer.toString(limit)));
  }
}

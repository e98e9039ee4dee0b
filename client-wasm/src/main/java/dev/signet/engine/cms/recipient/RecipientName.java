package dev.signet.engine.cms.recipient;

import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.ShortDigests;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.report.EncryptionReport.RecipientId;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.util.encoders.Hex;

/**
 * Whom a recipient info is for (RFC 5652 section 6.2.1): the certificate by issuer and serial
 * number, or by its key identifier.
 *
 * @param issuer null where there is a key identifier
 * @param keyIdentifier null where there is an issuer
 * @param id as reports have it
 */
record RecipientName(IssuerAndSerialNumber issuer, byte[] keyIdentifier, RecipientId id) {
  /** RFC 5280 section 4.2.1.2, method 2: four bits 0100 and the last 60 of the hash. */
  private static final int SHORT_BYTES = 8;

  /**
   * @param id an IssuerAndSerialNumber or the octet string of a key identifier
   */
  static RecipientName of(ASN1Encodable id) {
    if (id instanceof IssuerAndSerialNumber issuer) {
      // Made now, while a name that breaks its own format is still taken for what it is.
      String name = issuer.getName().toString();
      return new RecipientName(
          issuer,
          null,
          new RecipientId(name, issuer.getSerialNumber().getValue().toString(16), null));
    }
    byte[] identifier = ASN1OctetString.getInstance(id).getOctets();
    return new RecipientName(
        null, identifier, new RecipientId(null, null, Hex.toHexString(identifier)));
  }

  /** Whether it says nothing: a sender hides so whom a message is for. */
  boolean hidden() {
    return issuer == null
        ? keyIdentifier.length == 0
        : issuer.getName().getRDNs().length == 0
            && issuer.getSerialNumber().getValue().signum() == 0;
  }

  boolean names(MailCertificate certificate) {
    if (issuer != null) {
      return issuer.getSerialNumber().hasValue(certificate.structure().getSerialNumber().getValue())
          && issuer.getName().equals(certificate.issuer());
    }
    return identifiers(certificate).stream().anyMatch(own -> Arrays.equals(own, keyIdentifier));
  }

  /** That of the extension alone, where there is one: the issuer chose it. */
  private static List<byte[]> identifiers(MailCertificate certificate) {
    return certificate
        .subjectKeyIdentifier()
        .map(List::of)
        .orElseGet(
            () -> {
              byte[] hash = sha1(certificate.publicKey().getPublicKeyData().getOctets());
              byte[] last = Arrays.copyOfRange(hash, hash.length - SHORT_BYTES, hash.length);
              last[0] = (byte) (0x40 | last[0] & 0x0f);
              return List.of(hash, last);
            });
  }

  private static byte[] sha1(byte[] octets) {
    return ShortDigests.of(DigestAlgorithm.SHA1, octets);
  }
}

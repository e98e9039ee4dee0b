package dev.signet.engine.cert;

import dev.signet.engine.address.MailAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.OtherName;

/** The mail addresses that a certificate binds to its key. */
final class EmailAddresses {
  /** id-on-SmtpUTF8Mailbox (RFC 9598 section 3). */
  private static final ASN1ObjectIdentifier SMTP_UTF8_MAILBOX =
      new ASN1ObjectIdentifier("1.3.6.1.5.5.7.8.9");

  private EmailAddresses() {}

  /**
   * rfc822Name and SmtpUTF8Mailbox of the subject alternative name, then emailAddress of the
   * subject (RFC 8550 section 3); each once, as the certificate writes it.
   *
   * <p>Left out is what is no address, so that nothing shows it as one and nothing takes a part of
   * it for one; a rfc822Name or emailAddress that is not ASCII (RFC 5280 sections 4.2.1.6 and
   * 4.1.2.6); and an SmtpUTF8Mailbox that is not UTF-8 or whose local part is ASCII (RFC 9598
   * section 3), since name constraints on rfc822Name would not cover it. A domain of U-labels in
   * SmtpUTF8Mailbox is taken as RFC 8398 had it, although RFC 9598 wants A-labels.
   */
  static List<String> of(Certificate certificate) {
    Set<String> addresses = new LinkedHashSet<>();
    Extensions extensions = certificate.getTBSCertificate().getExtensions();
    GeneralNames names =
        extensions == null
            ? null
            : GeneralNames.fromExtensions(extensions, Extension.subjectAlternativeName);
    if (names != null) {
      for (GeneralName name : names.getNames()) {
        if (name.getTagNo() == GeneralName.rfc822Name) {
          addAscii(((ASN1String) name.getName()).getString(), addresses);
        } else if (name.getTagNo() == GeneralName.otherName) {
          addInternational(OtherName.getInstance(name.getName()), addresses);
        }
      }
    }
    for (RDN rdn : certificate.getSubject().getRDNs(PKCSObjectIdentifiers.pkcs_9_at_emailAddress)) {
      for (AttributeTypeAndValue attribute : rdn.getTypesAndValues()) {
        if (attribute.getType().equals(PKCSObjectIdentifiers.pkcs_9_at_emailAddress)
            && attribute.getValue() instanceof ASN1String value) {
          addAscii(value.getString(), addresses);
        }
      }
    }
    return List.copyOf(addresses);
  }

  private static void addAscii(String address, Set<String> addresses) {
    if (address.chars().allMatch(c -> c < 0x80) && MailAddress.of(address).isPresent()) {
      addresses.add(address);
    }
  }

  private static void addInternational(OtherName name, Set<String> addresses) {
    if (SMTP_UTF8_MAILBOX.equals(name.getTypeID()) && name.getValue() instanceof ASN1UTF8String s) {
      String address = s.getString();
      if (MailAddress.of(address).map(MailAddress::international).orElse(false)) {
        addresses.add(address);
      }
    }
  }
}

package dev.signet.engine.cert;

import java.util.ArrayList;
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
   * subject (RFC 8550 section 3); each once. An address with a control character is left out: no
   * mail can come from it, and it could hide what follows.
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
          addresses.add(((ASN1String) name.getName()).getString());
        } else if (name.getTagNo() == GeneralName.otherName) {
          OtherName other = OtherName.getInstance(name.getName());
          if (SMTP_UTF8_MAILBOX.equals(other.getTypeID())) {
            addresses.add(ASN1UTF8String.getInstance(other.getValue()).getString());
          }
        }
      }
    }
    for (RDN rdn : certificate.getSubject().getRDNs(PKCSObjectIdentifiers.pkcs_9_at_emailAddress)) {
      for (AttributeTypeAndValue attribute : rdn.getTypesAndValues()) {
        if (attribute.getType().equals(PKCSObjectIdentifiers.pkcs_9_at_emailAddress)
            && attribute.getValue() instanceof ASN1String value) {
          addresses.add(value.getString());
        }
      }
    }
    List<String> clean = new ArrayList<>();
    for (String address : addresses) {
      if (!address.isEmpty() && address.chars().noneMatch(c -> c < 0x20 || c == 0x7f)) {
        clean.add(address);
      }
    }
    return clean;
  }
}

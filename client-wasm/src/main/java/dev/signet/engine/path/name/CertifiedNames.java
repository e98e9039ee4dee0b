package dev.signet.engine.path.name;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.path.name.CertifiedName.Incomparable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.OtherName;

/** The names of a certificate that constraints speak of. Throws on extensions that are damaged. */
public final class CertifiedNames {
  /** id-on-SmtpUTF8Mailbox (RFC 9598 section 3). */
  private static final ASN1ObjectIdentifier SMTP_UTF8_MAILBOX =
      new ASN1ObjectIdentifier("1.3.6.1.5.5.7.8.9");

  private CertifiedNames() {}

  /**
   * Subject, its mail addresses, and alternative names. RFC 5280 holds a subject's addresses to
   * constraints only where no alternative name has one; but a mail's sender is compared with them
   * all, so that they all are held to them.
   */
  static List<CertifiedName> of(MailCertificate certificate) {
    List<CertifiedName> names = new ArrayList<>();
    X500Name subject = certificate.subject();
    if (subject.size() > 0) {
      names.add(Directory.read(subject));
    }
    for (RDN relative : subject.getRDNs()) {
      for (AttributeTypeAndValue attribute : relative.getTypesAndValues()) {
        if (attribute.getType().equals(PKCSObjectIdentifiers.pkcs_9_at_emailAddress)) {
          names.add(
              attribute.getValue() instanceof ASN1String text
                  ? Mailbox.read(text.getString())
                  : new Incomparable(NameForm.MAIL, ""));
        }
      }
    }
    for (GeneralName name : alternativeNames(certificate).orElse(List.of())) {
      names.add(read(name));
    }
    return names;
  }

  /** The subject alternative names; empty where the extension is missing. */
  public static Optional<List<GeneralName>> alternativeNames(MailCertificate certificate) {
    return certificate
        .extension(Extension.subjectAlternativeName)
        .map(value -> List.of(GeneralNames.getInstance(value).getNames()));
  }

  /**
   * Whether a name is encoded as RFC 5280 section 4.2.1.6 says. Addresses of mail that are not in
   * ASCII occur, and do no harm: they equal no sender's.
   */
  public static boolean wellFormed(GeneralName name) {
    return switch (name.getTagNo()) {
      case GeneralName.dNSName, GeneralName.uniformResourceIdentifier ->
          text(name).chars().allMatch(c -> c < 0x80);
      case GeneralName.iPAddress -> IpAddress.sized(octets(name).length);
      default -> true;
    };
  }

  private static CertifiedName read(GeneralName name) {
    return switch (name.getTagNo()) {
      case GeneralName.rfc822Name -> Mailbox.read(text(name));
      case GeneralName.dNSName -> DnsName.read(text(name));
      case GeneralName.uniformResourceIdentifier -> UriName.read(text(name));
      case GeneralName.iPAddress -> IpAddress.read(octets(name));
      case GeneralName.directoryName -> Directory.read(X500Name.getInstance(name.getName()));
      case GeneralName.otherName -> other(OtherName.getInstance(name.getName()));
      default -> new Incomparable(new NameForm(name.getTagNo(), null), "");
    };
  }

  private static CertifiedName other(OtherName name) {
    return SMTP_UTF8_MAILBOX.equals(name.getTypeID())
        ? Mailbox.read(ASN1UTF8String.getInstance(name.getValue()).getString())
        : new Incomparable(
            new NameForm(GeneralName.otherName, name.getTypeID()), name.getTypeID().getId());
  }

  /**
   * The constraint with this base.
   *
   * @return null where the base is not well-formed for a constraint
   */
  static Subtree subtree(GeneralName base) {
    return switch (base.getTagNo()) {
      case GeneralName.rfc822Name -> Mailbox.subtree(text(base));
      case GeneralName.dNSName -> DnsName.subtree(text(base));
      case GeneralName.uniformResourceIdentifier -> UriName.subtree(text(base));
      case GeneralName.iPAddress -> IpAddress.subtree(octets(base));
      case GeneralName.directoryName -> Directory.subtree(X500Name.getInstance(base.getName()));
      case GeneralName.otherName -> {
        ASN1ObjectIdentifier type = OtherName.getInstance(base.getName()).getTypeID();
        // RFC 9598 has rfc822Name alone speak of these; a constraint of their own is not known.
        yield new Subtree.Unknown(
            SMTP_UTF8_MAILBOX.equals(type)
                ? NameForm.MAIL
                : new NameForm(GeneralName.otherName, type));
      }
      default -> new Subtree.Unknown(new NameForm(base.getTagNo(), null));
    };
  }

  private static String text(GeneralName name) {
    return ((ASN1String) name.getName()).getString();
  }

  private static byte[] octets(GeneralName name) {
    return ASN1OctetString.getInstance(name.getName()).getOctets();
  }
}

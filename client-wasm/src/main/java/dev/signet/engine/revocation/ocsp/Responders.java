package dev.signet.engine.revocation.ocsp;

import dev.signet.engine.cert.MailCertificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;

/** Where a certificate says that its responders are (RFC 5280 section 4.2.2.1). */
final class Responders {
  /** A certificate names one, seldom two. */
  private static final int MOST = 2;

  private static final int LONGEST = 1024;

  private Responders() {}

  /** Addresses in their order; empty where the certificate names none that can be asked. */
  static List<String> of(MailCertificate certificate) {
    List<String> found = new ArrayList<>();
    try {
      AuthorityInformationAccess access =
          certificate
              .extension(Extension.authorityInfoAccess)
              .map(AuthorityInformationAccess::getInstance)
              .orElse(null);
      if (access == null) {
        return found;
      }
      for (AccessDescription each : access.getAccessDescriptions()) {
        GeneralName location = each.getAccessLocation();
        if (each.getAccessMethod().equals(AccessDescription.id_ad_ocsp)
            && location.getTagNo() == GeneralName.uniformResourceIdentifier) {
          String address = ASN1IA5String.getInstance(location.getName()).getString();
          if (found.size() < MOST && usable(address) && !found.contains(address)) {
            found.add(address);
          }
        }
      }
      return found;
    } catch (RuntimeException e) {
      return List.of();
    }
  }

  private static boolean usable(String address) {
    if (address.length() > LONGEST) {
      return false;
    }
    for (int i = 0; i < address.length(); i++) {
      // RFC 3986: what is not printable ASCII is escaped in a URI.
      if (address.charAt(i) <= ' ' || address.charAt(i) > '~') {
        return false;
      }
    }
    String scheme = address.substring(0, address.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    String rest = address.substring(scheme.length());
    return (scheme.equals("http:") || scheme.equals("https:"))
        && rest.startsWith("//")
        && rest.length() > 2
        && rest.charAt(2) != '/';
  }
}

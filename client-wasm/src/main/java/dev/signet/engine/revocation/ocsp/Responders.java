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
      char c = address.charAt(i);
      // RFC 3986: what is not printable ASCII is escaped in a URI. A backslash is a slash to a
      // browser, and a fragment is nothing that a server gets to see.
      if (c <= ' ' || c > '~' || c == '\\' || c == '#') {
        return false;
      }
    }
    String scheme = address.substring(0, address.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    String rest = address.substring(scheme.length());
    return (scheme.equals("http:") || scheme.equals("https:"))
        && rest.startsWith("//")
        && authority(rest.substring(2));
  }

  /**
   * A host and perhaps a port, and nothing that two readers may take for two hosts: no user,
   * nothing escaped (RFC 3986 section 3.2).
   */
  private static boolean authority(String rest) {
    int end = 0;
    while (end < rest.length() && rest.charAt(end) != '/' && rest.charAt(end) != '?') {
      end++;
    }
    String authority = rest.substring(0, end);
    boolean bracketed = authority.startsWith("[");
    int colon = authority.indexOf(':', bracketed ? authority.indexOf(']') + 1 : 0);
    String host = colon < 0 ? authority : authority.substring(0, colon);
    return (colon < 0 || port(authority.substring(colon + 1)))
        && (bracketed
            ? host.length() > 3
                && host.endsWith("]")
                && consistsOf(host.substring(1, host.length() - 1), "0123456789abcdefABCDEF:.")
            : host.chars().anyMatch(Responders::letterOrDigit)
                && host.chars().allMatch(c -> letterOrDigit(c) || c == '.' || c == '-'));
  }

  private static boolean port(String digits) {
    return !digits.isEmpty()
        && digits.length() <= 5
        && consistsOf(digits, "0123456789")
        && Integer.parseInt(digits) <= 65_535;
  }

  private static boolean consistsOf(String text, String allowed) {
    return text.chars().allMatch(c -> allowed.indexOf(c) >= 0);
  }

  private static boolean letterOrDigit(int c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}

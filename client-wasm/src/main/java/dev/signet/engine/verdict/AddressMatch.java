package dev.signet.engine.verdict;

import dev.signet.engine.address.MailAddress;
import java.util.List;

/** Compares a mail address with those of a certificate (RFC 8550 section 3). */
final class AddressMatch {
  private AddressMatch() {}

  /** The address of the certificate that equals this one, as the certificate writes it, or null. */
  static String find(String address, List<String> certified) {
    if (address == null) {
      return null;
    }
    for (String candidate : certified) {
      if (MailAddress.same(address, candidate)) {
        return candidate;
      }
    }
    return null;
  }
}

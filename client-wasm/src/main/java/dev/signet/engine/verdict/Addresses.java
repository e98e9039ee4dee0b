package dev.signet.engine.verdict;

import dev.signet.engine.cert.MailCertificate;

/** Whose a certificate is, by the rule by which verdicts match addresses. */
public final class Addresses {
  private Addresses() {}

  /** Whether the certificate is for this address. */
  public static boolean holds(MailCertificate certificate, String address) {
    return AddressMatch.find(address, certificate.emailAddresses()) != null;
  }
}

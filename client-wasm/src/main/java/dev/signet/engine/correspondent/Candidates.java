package dev.signet.engine.correspondent;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.encrypt.Recipients;
import dev.signet.engine.verdict.Addresses;
import java.util.Comparator;
import java.util.List;

/** Finds the certificate that answers to a signer are encrypted to (RFC 8551 section 2.5.3.1). */
final class Candidates {
  private final int minimumRsaBits;
  private final long at;

  /**
   * @param minimumRsaBits smaller RSA keys cannot be encrypted to
   * @param at milliseconds since 1970
   */
  Candidates(int minimumRsaBits, long at) {
    this.minimumRsaBits = minimumRsaBits;
    this.at = at;
  }

  boolean usable(MailCertificate certificate) {
    return Recipients.canBe(certificate, minimumRsaBits, at);
  }

  /**
   * The one that the signer names; else its own, if that can be encrypted to; else another in the
   * message for the same address, from the same issuer rather than from another, and the latest of
   * several. Null where there is none.
   *
   * @param named by the signer in its signed attributes, or null
   * @param address the address that the message is from, or null
   */
  MailCertificate of(
      MailCertificate named,
      MailCertificate signer,
      String address,
      List<MailCertificate> message) {
    if (named != null) {
      return named;
    }
    if (usable(signer)) {
      return signer;
    }
    return message.stream()
        .filter(each -> address != null && Addresses.holds(each, address) && usable(each))
        .max(
            Comparator.comparing((MailCertificate each) -> each.issuer().equals(signer.issuer()))
                .thenComparing(MailCertificate::notBefore))
        .orElse(null);
  }
}

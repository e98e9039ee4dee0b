package dev.signet.engine.correspondent;

import dev.signet.engine.address.MailAddress;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.cms.SignerClaims;
import dev.signet.engine.encrypt.Recipients;
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
   * The one that the signer names, and none where that one is not there, is not the signer's, or
   * cannot be told: who took it out of the message must not choose another. Where the signer names
   * none its own, if that can be encrypted to; else another in the message for the same address,
   * from the same issuer rather than from another, and the latest of several. Null where there is
   * none.
   *
   * @param claims what the signer says in its signed attributes
   * @param address the address that the message is from, or null
   */
  MailCertificate of(
      SignerClaims claims, MailCertificate signer, String address, List<MailCertificate> message) {
    if (claims.namesCertificate()) {
      return claims.encryptionCertificate();
    }
    if (usable(signer)) {
      return signer;
    }
    return message.stream()
        .filter(each -> MailAddress.find(address, each.emailAddresses()) != null && usable(each))
        .max(
            Comparator.comparing((MailCertificate each) -> each.issuer().equals(signer.issuer()))
                .thenComparing(MailCertificate::notBefore))
        .orElse(null);
  }
}

package dev.signet.engine.encrypt;

import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.cert.MailUsage;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * What stands in the way of encrypting to a certificate, or how it is done.
 *
 * @param key null where the certificate itself is refused
 * @param refusal a stable name for why not, or null
 * @param capabilities OIDs of what the recipient is known to read; empty: nothing is known
 */
record Recipient(
    MailCertificate certificate, RecipientKey key, String refusal, List<String> capabilities) {

  /**
   * @param minimumRsaBits smaller keys are refused
   * @param at milliseconds since 1970
   */
  static Recipient of(
      MailCertificate certificate, List<String> capabilities, int minimumRsaBits, long at) {
    String refusal = refusal(certificate, at);
    RecipientKey key = null;
    if (refusal == null) {
      boolean readsOaep = capabilities.contains(RecipientKey.RSAES_OAEP);
      key = RecipientKey.of(certificate.publicKey(), minimumRsaBits, readsOaep);
      refusal = key.refusal();
    }
    return new Recipient(certificate, key, refusal, capabilities);
  }

  /** RFC 8550 section 4.4, RFC 5280 section 4.2.1.3: a key that is only for signing is not it. */
  private static String refusal(MailCertificate certificate, long at) {
    if (at < certificate.notBefore()) {
      return "not-yet-valid";
    }
    if (at > certificate.notAfter()) {
      return "expired";
    }
    int needed = RecipientKey.usageOf(certificate.publicKey());
    Optional<KeyUsage> usage = certificate.keyUsage();
    if (needed != 0 && usage.isPresent() && !usage.get().hasUsages(needed)) {
      return "key-usage";
    }
    if (!MailUsage.extendedKeyUsageAllows(certificate)) {
      return "extended-key-usage";
    }
    return null;
  }

  boolean reads(ContentCipher cipher) {
    return capabilities.contains(cipher.oid());
  }
}

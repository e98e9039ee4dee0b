package dev.signet.engine.pkcs12;

import dev.signet.engine.cert.MailCertificate;
import java.util.List;
import java.util.Optional;

/** A certificate that was read, and the bag in which it lay. */
record MatchedCertificate(MailCertificate certificate, Bag.X509 bag) {

  /**
   * The key's own certificate: one that speaks of this very key, and among several the one with the
   * key's localKeyId.
   */
  static Optional<MatchedCertificate> of(OwnKey key, List<MatchedCertificate> certificates) {
    MatchedCertificate own = null;
    for (MatchedCertificate each : certificates) {
      if (key.key().belongsTo(each.certificate().publicKey())) {
        if (Bag.paired(key.bag().attributes(), each.bag().attributes())) {
          return Optional.of(each);
        }
        own = own == null ? each : own;
      }
    }
    return Optional.ofNullable(own);
  }
}

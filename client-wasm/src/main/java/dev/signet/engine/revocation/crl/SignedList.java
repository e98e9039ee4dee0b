package dev.signet.engine.revocation.crl;

import dev.signet.engine.cert.VerificationKey;

/**
 * A list, and the key by which it was verified. By that lists of one source are told from those of
 * others: what a list claims of its signer's key anybody can write.
 */
record SignedList(CertificateList list, VerificationKey key) {
  /** Whether this list takes the place of the other: same issuer, key and scope, and newer. */
  boolean supersedes(SignedList other) {
    return key.equals(other.key) && list.supersedes(other.list);
  }

  /** Whether this delta brings the other, a full list, up to date (RFC 5280 section 5.2.4). */
  boolean updates(SignedList full) {
    return key.equals(full.key) && list.updates(full.list);
  }

  static int newestFirst(SignedList one, SignedList other) {
    return CertificateList.newestFirst(one.list, other.list);
  }
}

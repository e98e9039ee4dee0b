package dev.signet.engine.revocation.crl;

/** A list, and the key by which it was verified. */
record SignedList(CertificateList list, SignerKey key) {
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

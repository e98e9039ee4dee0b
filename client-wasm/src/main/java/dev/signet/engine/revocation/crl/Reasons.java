package dev.signet.engine.revocation.crl;

import org.bouncycastle.asn1.x509.ReasonFlags;

/** Sets of reasons for revocation (RFC 5280 section 4.2.1.13), as bits by their numbers. */
final class Reasons {
  /** From keyCompromise (1) to aACompromise (8); bit 0 is unused. */
  private static final int LAST = 8;

  /** The special value "all-reasons" of section 6.3.2. */
  static final int ALL = (1 << LAST + 1) - 2;

  private Reasons() {}

  /**
   * @param flags null: all reasons
   */
  static int of(ReasonFlags flags) {
    if (flags == null) {
      return ALL;
    }
    byte[] octets = flags.getBytes();
    int reasons = 0;
    for (int reason = 1; reason <= LAST; reason++) {
      int octet = reason / 8;
      if (octet < octets.length && (octets[octet] & 0x80 >> reason % 8) != 0) {
        reasons |= 1 << reason;
      }
    }
    return reasons;
  }
}

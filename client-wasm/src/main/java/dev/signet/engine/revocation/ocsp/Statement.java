package dev.signet.engine.revocation.ocsp;

import dev.signet.engine.revocation.RevocationStatus;
import org.bouncycastle.asn1.ocsp.CertStatus;
import org.bouncycastle.asn1.ocsp.RevokedInfo;
import org.bouncycastle.asn1.ocsp.SingleResponse;

/**
 * What an answer says of one certificate, and from when to when.
 *
 * @param thisUpdate milliseconds since 1970
 * @param nextUpdate the same; null: not said
 */
record Statement(RevocationStatus status, long thisUpdate, Long nextUpdate) {
  /** Clocks of responders and users differ by so much at most. */
  static final long SKEW = 5 * 60_000L;

  /**
   * An answer without nextUpdate says that newer ones are to be had at any time (RFC 6960 section
   * 2.4), so it is none for long: Mozilla's and NSS's bound.
   */
  private static final long WITHOUT_END = 24 * 60 * 60_000L;

  /**
   * Longer than this nobody's word is news, however far nextUpdate is; that somebody was revoked
   * stays true. Answers on certificates of people are renewed within ten days, those on authorities
   * within twelve months (Baseline Requirements for S/MIME, section 4.9.10).
   */
  private static final long OLDEST = 30 * 24 * 60 * 60_000L;

  private static final long OLDEST_OF_AUTHORITY = 366 * 24 * 60 * 60_000L;

  /**
   * @throws RuntimeException where the response is damaged
   */
  static Statement of(SingleResponse response) {
    return new Statement(
        status(response.getCertStatus()),
        OcspAnswer.time(response.getThisUpdate()),
        response.getNextUpdate() == null ? null : OcspAnswer.time(response.getNextUpdate()));
  }

  private static RevocationStatus status(CertStatus status) {
    return switch (status.getTagNo()) {
      case 0 -> RevocationStatus.GOOD;
      // A certificate on hold is revoked while it is (RFC 6960 section 2.2), whatever comes later.
      case 1 ->
          RevocationStatus.revoked(
              OcspAnswer.time(RevokedInfo.getInstance(status.getStatus()).getRevocationTime()));
      default -> RevocationStatus.UNKNOWN;
    };
  }

  /**
   * Whether it speaks of that instant.
   *
   * @param authority whether it is said of an authority
   */
  boolean covers(long at, boolean authority) {
    long end = nextUpdate == null ? thisUpdate + WITHOUT_END : nextUpdate;
    if (!revoked()) {
      end = Math.min(end, thisUpdate + (authority ? OLDEST_OF_AUTHORITY : OLDEST));
    }
    return end >= thisUpdate && thisUpdate - SKEW <= at && at <= end + SKEW;
  }

  boolean revoked() {
    return status.kind() == RevocationStatus.Kind.REVOKED;
  }

  boolean known() {
    return status.kind() != RevocationStatus.Kind.UNKNOWN;
  }

  /**
   * The one of two that counts: who was ever said to be revoked is revoked, then who is not known
   * is not known, and of two that agree the newer.
   */
  Statement or(Statement other) {
    if (status.kind() == other.status.kind()) {
      return other.thisUpdate > thisUpdate ? other : this;
    }
    if (revoked() || other.revoked()) {
      return revoked() ? this : other;
    }
    return known() ? other : this;
  }
}

package dev.signet.engine.revocation;

/**
 * What is known of one certificate.
 *
 * @param revokedAt milliseconds since 1970; null unless revoked
 */
public record RevocationStatus(Kind kind, Long revokedAt) {
  /** Three ends; everything that could not be found out is {@code UNKNOWN}. */
  public enum Kind {
    GOOD,
    REVOKED,
    UNKNOWN
  }

  public static final RevocationStatus GOOD = new RevocationStatus(Kind.GOOD, null);
  public static final RevocationStatus UNKNOWN = new RevocationStatus(Kind.UNKNOWN, null);

  public static RevocationStatus revoked(long at) {
    return new RevocationStatus(Kind.REVOKED, at);
  }
}

package dev.signet.engine.report;

import java.util.Locale;

/** Why a certificate is not trusted, most specific first; each has the verdict that it leads to. */
public enum ProblemCode {
  REVOKED(StatusCode.REVOKED),
  /** The issuer's key did not make the certificate's signature. */
  BAD_SIGNATURE(StatusCode.UNTRUSTED),
  /** Signed over a hash whose collisions can be made. */
  WEAK_ALGORITHM(StatusCode.WEAK_ALGORITHM),
  /** A key that is shorter than the policy allows. */
  WEAK_KEY(StatusCode.WEAK_ALGORITHM),
  /** Signed with an algorithm that the engine does not have. */
  UNSUPPORTED_ALGORITHM(StatusCode.UNTRUSTED),
  /** Breaks RFC 5280's form so that its meaning is in doubt. */
  MALFORMED_CERTIFICATE(StatusCode.UNTRUSTED),
  UNKNOWN_CRITICAL_EXTENSION(StatusCode.UNTRUSTED),
  /** An issuer whose basic constraints do not say that it is an authority. */
  NOT_AN_AUTHORITY(StatusCode.UNTRUSTED),
  /** An issuer whose key usage does not allow signing certificates. */
  AUTHORITY_KEY_USAGE(StatusCode.UNTRUSTED),
  /** More authorities below one than its path length constraint allows. */
  PATH_TOO_LONG(StatusCode.UNTRUSTED),
  NAME_NOT_PERMITTED(StatusCode.UNTRUSTED),
  POLICY(StatusCode.UNTRUSTED),
  /** Key usage or extended key usage does not allow the purpose. */
  WRONG_PURPOSE(StatusCode.WRONG_PURPOSE),
  NOT_YET_VALID(StatusCode.NOT_YET_VALID),
  EXPIRED(StatusCode.EXPIRED),
  /** Searching for a path took more work than is allowed. */
  PATH_LIMIT(StatusCode.UNTRUSTED),
  /** No path to a trust anchor. */
  UNTRUSTED(StatusCode.UNTRUSTED),
  /** Whether it was revoked could not be found out. */
  REVOCATION_UNKNOWN(StatusCode.REVOCATION_UNKNOWN);

  private final StatusCode status;

  ProblemCode(StatusCode status) {
    this.status = status;
  }

  /** What a signature is worth whose certificate has this problem. */
  public StatusCode status() {
    return status;
  }

  /** The code as reports spell it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package dev.signet.engine.path;

import dev.signet.engine.cert.Purpose;

/**
 * What paths are judged by.
 *
 * @param at the instant, milliseconds since 1970
 * @param minimumRsaBits below this an RSA or DSA key is weak
 * @param verified what was verified before
 */
public record PathInputs(
    long at,
    Purpose purpose,
    PolicyInputs policies,
    int minimumRsaBits,
    VerifiedSignatures verified) {
  /** Where nothing was verified before. */
  public PathInputs(long at, Purpose purpose, PolicyInputs policies, int minimumRsaBits) {
    this(at, purpose, policies, minimumRsaBits, new VerifiedSignatures());
  }
}

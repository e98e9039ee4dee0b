package dev.signet.engine.report;

import java.util.Locale;

/**
 * What the CA/Browser Forum's S/MIME Baseline Requirements (version 1.0.x) ask of a certificate and
 * it does not have. Advice for whoever runs the authority; no verdict hangs on it.
 */
public enum AdviceCode {
  /** Valid for longer than the requirements allow (section 6.3.2). */
  LONG_VALIDITY,
  /** No policy of the requirements is named (section 7.1.6.1). */
  NO_BASELINE_POLICY,
  /** No extended key usage (section 7.1.2.3). */
  NO_EXTENDED_KEY_USAGE,
  /** An address stands in the subject alone (section 7.1.4.2.1). */
  ADDRESS_IN_SUBJECT_ONLY,
  /** No responder and no revocation list is named (section 7.1.2.3). */
  NO_REVOCATION_ADDRESS,
  /** The key is of a kind or size that the requirements do not allow (section 6.1.5). */
  KEY_KIND;

  /** The code as reports spell it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package dev.signet.engine.path;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import java.util.Map;

/** The work that one search may do. */
final class Limits {
  /** Pairs of a certificate and a key; the ways to the largest bridges need a tenth of them. */
  static final int MOST_SIGNATURES = 128;

  /** Certificates put on top of a path to try where it leads. */
  static final int MOST_TRIALS = 2_000;

  /** Whole paths that are judged by the rules. */
  static final int MOST_PATHS = 200;

  /** Certificates on a path; those of the largest bridges have 10. */
  static final int LONGEST_PATH = 16;

  private Limits() {}

  static SmimeException exceeded(String what, int limit) {
    return new SmimeException(
        ErrorCode.TOO_LARGE,
        "searching for a path takes too much work",
        Map.of("what", what, "limit", Integer.toString(limit)));
  }
}

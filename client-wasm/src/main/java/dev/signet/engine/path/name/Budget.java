package dev.signet.engine.path.name;

/**
 * What may be spent on comparing names with constraints along one path: two certificates of some
 * hundred kilobytes could else ask for a thousand million comparisons.
 */
final class Budget {
  /** A certificate of a hundred names below an authority with two thousand constraints. */
  private static final int MOST = 200_000;

  private static final int CHARACTERS_AT_ONCE = 64;

  private int left = MOST;

  /** Pays one comparison of a name; false when nothing is left. */
  boolean spend(CertifiedName name) {
    left -=
        1
            + (name instanceof Directory directory
                ? directory.comparable().size()
                : name.text().length() / CHARACTERS_AT_ONCE);
    return left >= 0;
  }
}

package dev.signet.server.audit;

import java.util.Locale;

/** What became of an action. */
public enum Outcome {
  /** It was done. */
  DONE,
  /** The server would not: nothing has changed. */
  REFUSED,
  /** The server could not, a store that does not answer for one. */
  FAILED;

  /** As the log has it, such as {@code done}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package dev.signet.server.audit;

import java.util.Locale;

/** What was done, or tried. */
public enum Action {
  SIGN_IN,
  SIGN_OUT,
  KEY_STORE,
  KEY_FETCH,
  KEY_DELETE,
  /** An administrator brought an older version of a file back. */
  KEY_RESTORE,
  USER_ADD,
  USER_PASSWORD,
  USER_REMOVE,
  BACKUP,
  RESTORE;

  /** As the log has it, such as {@code key-store}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package dev.signet.server.settings;

/** A setting that is unknown or wrong. The message names it and says what would be right. */
public final class SettingsException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * A setting that is wrong.
   *
   * @param name the setting
   * @param reason what is wrong with it, as the rest of a sentence
   */
  public SettingsException(String name, String reason) {
    super("setting " + name + ": " + reason);
  }

  SettingsException(String reason) {
    super(reason);
  }
}

package dev.signet.server.settings;

/** A setting that is unknown or wrong. The message names it and says what would be right. */
public final class SettingsException extends Exception {
  private static final long serialVersionUID = 1L;

  SettingsException(String name, String reason) {
    super("setting " + name + ": " + reason);
  }

  SettingsException(String reason) {
    super(reason);
  }
}

package dev.signet.server.settings;

/** Reads where the store is. */
final class StoreReader {
  private StoreReader() {}

  static StoreSettings read(Values values) throws SettingsException {
    return new StoreSettings(
        url(values.text(Name.STORE)),
        values.optional(Name.STORE_USER),
        values.optional(Name.STORE_PASSWORD),
        values.number(Name.STORE_CONNECTIONS, 1, 200));
  }

  private static String url(String text) throws SettingsException {
    if (text.matches("jdbc:postgresql://[^/?]*@.*")) {
      // The driver would take it for a part of the host, and repeat it in its errors.
      throw new SettingsException(
          Name.STORE.text, "has a name before its host: it goes to store.user and store.password");
    }
    if (text.matches("jdbc:postgresql:.+")) {
      return text;
    }
    String file = text.startsWith("jdbc:sqlite:") ? text.substring("jdbc:sqlite:".length()) : "";
    // A store in memory would lose every key with the process; "file:" and "?" would change how the
    // file is opened.
    if (file.isBlank() || file.startsWith(":") || file.startsWith("file:") || file.contains("?")) {
      throw new SettingsException(
          Name.STORE.text, "is neither jdbc:sqlite:FILE nor jdbc:postgresql://HOST/DATABASE");
    }
    return text;
  }
}

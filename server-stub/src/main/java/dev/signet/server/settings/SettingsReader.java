package dev.signet.server.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** Reads a properties file (UTF-8) and what the environment lays over it. */
public final class SettingsReader {
  private SettingsReader() {}

  /**
   * The settings of a file.
   *
   * @param file the properties file; empty: every setting has its default
   * @param environment the process's environment; a variable {@code SIGNET_…} overrides one setting
   * @throws SettingsException for a file that cannot be read, and for the first setting that is
   *     unknown or wrong
   */
  public static Settings read(Optional<Path> file, Map<String, String> environment)
      throws SettingsException {
    Properties given = file.isPresent() ? load(file.get()) : new Properties();
    for (String name : new TreeSet<>(given.stringPropertyNames())) {
      if (Name.of(name).isEmpty()) {
        throw new SettingsException(name, "there is no such setting");
      }
    }
    return settings(new Values(given, environment));
  }

  /**
   * Variables {@code SIGNET_…} that name no setting. They are worth a warning and no more: an
   * orchestrator may set such variables of its own.
   */
  public static Set<String> unknownVariables(Map<String, String> environment) {
    Set<String> unknown = new TreeSet<>();
    environment.keySet().stream().filter(key -> key.startsWith("SIGNET_")).forEach(unknown::add);
    for (Name name : Name.values()) {
      unknown.remove(name.variable());
    }
    return unknown;
  }

  private static Properties load(Path file) throws SettingsException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new SettingsException("settings file " + file + ": cannot be read (" + e + ")");
    }
    return properties;
  }

  private static Settings settings(Values values) throws SettingsException {
    var listen = Addresses.listen(values.text(Name.LISTEN));
    var transport = TransportReader.read(values);
    Optional<Origin> origin =
        Addresses.origin(values.optional(Name.ORIGIN), listen, transport.tls().isPresent());
    var mail = MailReader.read(values, origin);
    var signIn = SignInReader.read(values, transport);
    return new Settings(
        listen,
        origin,
        StoreReader.read(values),
        values.paths(Name.TRUST_ANCHORS),
        new Settings.Page(
            values.flag(Name.OCSP),
            values.flag(Name.REMEMBER_PASSPHRASE),
            values.choice(Name.PASSPHRASE, "ascii", "unicode"),
            values.choice(
                Name.CIPHER, "auto", "aes-256-gcm", "aes-128-gcm", "aes-256-cbc", "aes-128-cbc"),
            values.choice(Name.DIGEST, "sha-256", "sha-384", "sha-512"),
            values.number(Name.UNLOCK_MINUTES, 0, 24 * 60),
            values.flag(Name.SMIME),
            values.text(Name.SIGN_IN),
            mail.session()),
        new Settings.Limits(
            values.number(Name.KEY_MAX_BYTES, 1024, 16 * 1024 * 1024),
            values.number(Name.KEY_MAX_PER_USER, 1, 10_000),
            values.number(Name.KEY_VERSIONS, 0, 100),
            Duration.ofDays(values.number(Name.KEY_VERSION_DAYS, 0, 3650))),
        new Settings.SessionLimits(
            Duration.ofMinutes(values.number(Name.SESSION_IDLE_MINUTES, 1, 7 * 24 * 60)),
            Duration.ofHours(values.number(Name.SESSION_MAX_HOURS, 1, 31 * 24))),
        signIn,
        RelayReader.read(values),
        mail,
        transport,
        new OperationSettings(
            values.choice(Name.LOG_FORMAT, "plain", "json").equals("json")
                ? OperationSettings.LogFormat.JSON
                : OperationSettings.LogFormat.PLAIN,
            values.networks(Name.METRICS_ALLOW)));
  }
}

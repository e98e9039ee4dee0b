package dev.signet.server.cli;

import dev.signet.server.settings.Settings;
import dev.signet.server.settings.SettingsException;
import dev.signet.server.settings.SettingsReader;
import dev.signet.server.store.Store;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --config FILE}, which every command takes. */
final class ConfigOption {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "settings file; without it every setting has its default")
  private Path file;

  Settings settings() throws SettingsException {
    return SettingsReader.read(Optional.ofNullable(file), System.getenv());
  }

  Store openStore() throws SettingsException {
    Settings settings = settings();
    return Store.open(settings.store(), settings.limits());
  }
}

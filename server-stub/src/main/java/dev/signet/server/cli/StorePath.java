package dev.signet.server.cli;

import dev.signet.server.settings.Settings;
import java.nio.file.Path;

/** The file of a SQLite store. */
final class StorePath {
  static final String PREFIX = "jdbc:sqlite:";

  private StorePath() {}

  static Path of(Settings settings) {
    return settings.store().file().orElseThrow().toAbsolutePath();
  }
}

package dev.signet.server.jar;

import dev.signet.server.settings.StoreSettings;
import java.nio.file.Path;

/** An empty store of one kind, made for one test class. */
interface TestedStore extends AutoCloseable {
  /** How a server or a test reaches it. */
  StoreSettings settings();

  @Override
  void close() throws Exception;

  /** Makes one. */
  @FunctionalInterface
  interface Kind {
    /** A new one that may keep files in that folder. */
    TestedStore create(Path folder) throws Exception;
  }

  /** A file of SQLite. */
  static TestedStore sqlite(Path folder) {
    StoreSettings settings = StoreSettings.of("jdbc:sqlite:" + folder.resolve("keys.db"));
    return new TestedStore() {
      @Override
      public StoreSettings settings() {
        return settings;
      }

      @Override
      public void close() {}
    };
  }
}

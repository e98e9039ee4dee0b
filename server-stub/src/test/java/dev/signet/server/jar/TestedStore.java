package dev.signet.server.jar;

import dev.signet.server.fixture.Databases;
import dev.signet.server.settings.StoreSettings;
import java.nio.file.Path;

/** An empty store of one kind, made for one test class. */
interface TestedStore extends AutoCloseable {
  /** How a server or a test reaches it. */
  StoreSettings settings();

  @Override
  default void close() throws Exception {}

  /** Makes one. */
  @FunctionalInterface
  interface Kind {
    /** A new one that may keep files in that folder. */
    TestedStore create(Path folder) throws Exception;
  }

  /** A file of SQLite. */
  static TestedStore sqlite(Path folder) {
    return of(Databases.SQLITE.fresh(folder));
  }

  /** A database of the PostgreSQL that all tests share. */
  static TestedStore postgresql(Path folder) {
    return of(Databases.POSTGRESQL.fresh(folder));
  }

  /** The same, reached by a relay to its port. */
  static TestedStore postgresqlThrough(TcpRelay relay, Path folder) {
    String port = ":" + Databases.postgresqlPort() + "/";
    return of(Databases.POSTGRESQL.fresh(folder).replace(port, ":" + relay.port() + "/"));
  }

  private static TestedStore of(String url) {
    StoreSettings settings = StoreSettings.of(url);
    return () -> settings;
  }
}

package dev.signet.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.signet.server.settings.StoreSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/**
 * What differs from database to database: how it is reached, what its types are called and what its
 * errors mean. The statements are the same for all.
 */
interface Dialect {
  /** The one for a store's address. */
  static Dialect of(StoreSettings settings) {
    return settings.file().isPresent()
        ? new SqliteDialect(settings.file().get())
        : new PostgresDialect(settings);
  }

  /** Where it is, without what is secret. */
  String place();

  /** Makes what must exist before there can be a connection. */
  void create();

  /** How connections are made and kept. */
  HikariConfig pool();

  /** Folder of its own migrations. */
  String migrations();

  /** Its words for types, as placeholders in the migrations that it shares. */
  Map<String, String> types();

  /** What ends a {@code SELECT} that keeps other writers from a row until the transaction ends. */
  String rowLock();

  /** Whether one transaction at a time may write, so that waiting changes gain by sharing one. */
  boolean hasOneWriter();

  /** Begins a transaction that sees the store as it is now, whatever is written meanwhile. */
  void beginSnapshot(Connection connection) throws SQLException;

  /** Asked before each use: fails where connections lead to a store that is not there any more. */
  void verify(HikariDataSource source) throws SQLException;

  /** Whether it lacks space. */
  boolean isFull(SQLException e);

  /** Whether a transaction lost against another and would succeed when it is done again. */
  boolean isConflict(SQLException e);

  /** Whether others have the store to themselves for a moment, so that it cannot be opened yet. */
  default boolean isBusy(SQLException e) {
    return false;
  }
}

package dev.signet.server.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Runs work on a connection of the pool and turns SQL's exceptions into the store's one. */
final class Jdbc {
  private final HikariDataSource source;

  Jdbc(HikariDataSource source) {
    this.source = source;
  }

  /** Work on a connection. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** One statement, on its own. */
  <T> T alone(Work<T> work) {
    try (Connection connection = source.getConnection()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Several statements, all or nothing; no other writer comes between them. */
  <T> T together(Work<T> work) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.on(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        rollBack(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /**
   * SQLite rolls back by itself after some failures, a full disk for one, and then refuses to be
   * told so. The connection's driver has lost track of its transaction: it must not be used again.
   */
  private void rollBack(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
      source.evictConnection(connection);
    }
  }

  private static StoreException failure(SQLException e) {
    boolean full =
        e instanceof SQLiteException sqlite
            && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_FULL;
    return new StoreException("the store failed: " + e.getMessage(), e, full);
  }
}

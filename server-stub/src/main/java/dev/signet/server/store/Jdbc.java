package dev.signet.server.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;

/** Runs work on a connection of the pool and turns SQL's exceptions into the store's one. */
final class Jdbc {
  /** How often work is done again that lost against other work; then the store is too busy. */
  private static final int MOST_ATTEMPTS = 12;

  private static final int LONGEST_PAUSE_MILLIS = 200;

  private final HikariDataSource source;
  private final Dialect dialect;
  private final SharedCommits shared = new SharedCommits(this::transaction);

  Jdbc(HikariDataSource source, Dialect dialect) {
    this.source = source;
    this.dialect = dialect;
  }

  /** Work on a connection. It may be done more than once, and then all but the last is undone. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** One statement, on its own. */
  <T> T alone(Work<T> work) {
    return repeatedly(work);
  }

  /** Several statements, all or nothing. */
  <T> T together(Work<T> work) {
    return dialect.hasOneWriter() ? shared.run(work) : transaction(work);
  }

  private <T> T transaction(Work<T> work) {
    return repeatedly(
        connection -> {
          connection.setAutoCommit(false);
          try {
            T result = work.on(connection);
            connection.commit();
            return result;
          } catch (SQLException | RuntimeException e) {
            rollBack(connection, e);
            throw e;
          }
        });
  }

  /** Statements that all see the store at one instant; they change nothing. */
  <T> T atOnce(Work<T> work) {
    return repeatedly(
        connection -> {
          dialect.beginSnapshot(connection);
          try {
            return work.on(connection);
          } finally {
            // A transaction that the driver did not begin: the connection is not for others.
            source.evictConnection(connection);
          }
        });
  }

  private <T> T repeatedly(Work<T> work) {
    for (int attempt = 1; true; attempt++) {
      try {
        return once(work);
      } catch (SQLException e) {
        if (attempt == MOST_ATTEMPTS || !dialect.isConflict(e) || !pause(attempt)) {
          throw new StoreException("the store failed: " + e.getMessage(), e, dialect.isFull(e));
        }
      }
    }
  }

  private <T> T once(Work<T> work) throws SQLException {
    dialect.verify(source);
    try (Connection connection = source.getConnection()) {
      try {
        return work.on(connection);
      } catch (SQLException e) {
        if (dialect.isStale(e)) {
          source.evictConnection(connection);
        }
        throw e;
      }
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

  /** Longer from attempt to attempt, and by chance, so that rivals do not meet again. */
  private static boolean pause(int attempt) {
    try {
      int most = Math.min(LONGEST_PAUSE_MILLIS, 4 << attempt);
      Thread.sleep(ThreadLocalRandom.current().nextInt(1, most + 1));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

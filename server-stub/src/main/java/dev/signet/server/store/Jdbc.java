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
    return repeatedly(work, false);
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
        },
        false);
  }

  /** Statements that all see the store at one instant; they change nothing. */
  <T> T atOnce(Work<T> work) {
    return repeatedly(
        connection -> {
          dialect.beginSnapshot(connection);
          return work.on(connection);
        },
        true);
  }

  private <T> T repeatedly(Work<T> work, boolean spent) {
    for (int attempt = 1; true; attempt++) {
      try {
        return once(work, spent);
      } catch (SQLException e) {
        if (attempt == MOST_ATTEMPTS || !dialect.isConflict(e) || !pause(attempt)) {
          throw new StoreException("the store failed: " + e.getMessage(), e, dialect.isFull(e));
        }
      }
    }
  }

  /**
   * Whatever has failed on a connection, but for a conflict, may fail on it again: the next one
   * gets a new connection. A connection that is evicted must not be closed as well.
   *
   * @param spent whether the connection is not to be used again in any case
   */
  private <T> T once(Work<T> work, boolean spent) throws SQLException {
    dialect.verify(source);
    Connection connection = source.getConnection();
    boolean good = !spent;
    try {
      return work.on(connection);
    } catch (SQLException e) {
      good = !spent && dialect.isConflict(e);
      throw e;
    } finally {
      if (good) {
        connection.close();
      } else {
        source.evictConnection(connection);
      }
    }
  }

  /**
   * SQLite rolls back by itself after some failures, a full disk for one, and then refuses to be
   * told so.
   */
  private static void rollBack(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /** Longer from attempt to attempt, and by chance, so that rivals do not meet again. */
  static boolean pause(int attempt) {
    try {
      int most = Math.min(LONGEST_PAUSE_MILLIS, 4 << Math.min(attempt, 10));
      Thread.sleep(ThreadLocalRandom.current().nextInt(1, most + 1));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

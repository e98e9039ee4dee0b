package dev.signet.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.signet.server.settings.StoreSettings;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Opens a database: a pool of connections to it, with today's tables. */
final class Opening {
  private static final String MIGRATIONS = "classpath:dev/signet/server/store/migration/";

  private static final int MOST_ATTEMPTS = 30;

  private Opening() {}

  /** The commands of the administrator need one or two connections; a busy server takes more. */
  static HikariDataSource open(StoreSettings settings, Dialect dialect) {
    dialect.create();
    for (int attempt = 1; true; attempt++) {
      try {
        return opened(settings, dialect);
      } catch (FlywayException | HikariPool.PoolInitializationException e) {
        // Who else opens or closes the store at this instant is done soon.
        if (attempt == MOST_ATTEMPTS || !isBusy(e, dialect) || !Jdbc.pause(attempt)) {
          throw new StoreException(
              "setting store: " + dialect.place() + " cannot be opened: " + reason(e), e, false);
        }
      }
    }
  }

  private static HikariDataSource opened(StoreSettings settings, Dialect dialect) {
    HikariConfig pool = dialect.pool();
    pool.setPoolName("store");
    pool.setMaximumPoolSize(settings.connections());
    pool.setMinimumIdle(1);
    HikariDataSource source = new HikariDataSource(pool);
    try {
      // Servers that start together take turns: Flyway holds a lock of the database's.
      Flyway.configure()
          .dataSource(source)
          .locations(MIGRATIONS + dialect.migrations(), MIGRATIONS + "common")
          .placeholders(dialect.types())
          .load()
          .migrate();
      return source;
    } catch (FlywayException e) {
      source.close();
      throw e;
    }
  }

  private static boolean isBusy(Throwable e, Dialect dialect) {
    return e != null
        && ((e instanceof SQLException sql && dialect.isBusy(sql))
            || isBusy(e.getCause(), dialect));
  }

  /** The innermost cause says why; those around it say what was attempted, at length. */
  private static String reason(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null && cause.getCause().getMessage() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).strip().lines().findFirst().orElse("no reason given");
  }
}

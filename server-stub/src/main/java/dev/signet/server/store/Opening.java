package dev.signet.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.signet.server.settings.StoreSettings;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Opens a database: a pool of connections to it, with today's tables. */
final class Opening {
  private static final String MIGRATIONS = "classpath:dev/signet/server/store/migration/";

  private Opening() {}

  /** The commands of the administrator need one or two connections; a busy server takes more. */
  static HikariDataSource open(StoreSettings settings, Dialect dialect) {
    dialect.create();
    HikariConfig pool = dialect.pool();
    pool.setPoolName("store");
    pool.setMaximumPoolSize(settings.connections());
    pool.setMinimumIdle(1);
    HikariDataSource opened = null;
    try {
      opened = new HikariDataSource(pool);
      // Servers that start together take turns: Flyway holds a lock of the database's.
      Flyway.configure()
          .dataSource(opened)
          .locations(MIGRATIONS + dialect.migrations(), MIGRATIONS + "common")
          .placeholders(dialect.types())
          .load()
          .migrate();
      return opened;
    } catch (FlywayException | HikariPool.PoolInitializationException e) {
      if (opened != null) {
        opened.close();
      }
      throw new StoreException(
          "setting store: " + dialect.place() + " cannot be opened: " + reason(e), e, false);
    }
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

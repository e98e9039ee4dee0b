package dev.signet.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.signet.server.settings.StoreSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL, and what speaks its protocol. */
final class PostgresDialect implements Dialect {
  private static final String DISK_FULL = "53100";
  private static final Set<String> CONFLICTS = Set.of("40001", "40P01");

  private static final int CONNECT_SECONDS = 3;
  private static final int ANSWER_SECONDS = 10;
  private static final int CONNECTION_MILLIS = 3_000;
  private static final int VALIDATION_MILLIS = 2_000;
  private static final int KEEP_ALIVE_MILLIS = 60_000;

  // A server that does not wait for its disk is told to; one that waits for more is left alone.
  private static final String SYNC_COMMITS =
      "SELECT set_config('synchronous_commit', 'on', false)"
          + " WHERE current_setting('synchronous_commit') = 'off'";

  private final StoreSettings settings;
  private final Properties address;

  PostgresDialect(StoreSettings settings) {
    this.settings = settings;
    // Not DataSource.setUrl, whose exception would repeat an address that may hold a password.
    Properties parsed = Driver.parseURL(settings.url(), new Properties());
    if (parsed == null) {
      throw new StoreException("setting store: no address of a PostgreSQL database", null, false);
    }
    this.address = parsed;
  }

  @Override
  public String place() {
    return "jdbc:postgresql://"
        + address.getProperty(PGProperty.PG_HOST.getName(), "localhost")
        + ":"
        + address.getProperty(PGProperty.PG_PORT.getName(), "5432")
        + "/"
        + address.getProperty(PGProperty.PG_DBNAME.getName(), "");
  }

  @Override
  public void create() {
    // The database is made by its administrator.
  }

  @Override
  public HikariConfig pool() {
    HikariConfig pool = new HikariConfig();
    pool.setDataSource(source());
    pool.setConnectionTimeout(CONNECTION_MILLIS);
    pool.setValidationTimeout(VALIDATION_MILLIS);
    pool.setKeepaliveTime(KEEP_ALIVE_MILLIS);
    pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    pool.setConnectionInitSql(SYNC_COMMITS);
    return pool;
  }

  private PGSimpleDataSource source() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(settings.url());
    settings.user().ifPresent(source::setUser);
    settings.password().ifPresent(source::setPassword);
    byDefault(source, PGProperty.CONNECT_TIMEOUT, Integer.toString(CONNECT_SECONDS));
    byDefault(source, PGProperty.LOGIN_TIMEOUT, Integer.toString(2 * CONNECT_SECONDS));
    byDefault(source, PGProperty.SOCKET_TIMEOUT, Integer.toString(ANSWER_SECONDS));
    byDefault(source, PGProperty.TCP_KEEP_ALIVE, "true");
    byDefault(source, PGProperty.APPLICATION_NAME, "signet");
    // The details of an error repeat the values of the row.
    source.setLogServerErrorDetail(false);
    return source;
  }

  private void byDefault(PGSimpleDataSource source, PGProperty property, String value) {
    if (!address.containsKey(property.getName())) {
      source.setProperty(property, value);
    }
  }

  @Override
  public String migrations() {
    return "postgresql";
  }

  @Override
  public Map<String, String> types() {
    return Map.of("bytes", "BYTEA", "number", "BIGINT");
  }

  @Override
  public String rowLock() {
    return " FOR UPDATE";
  }

  @Override
  public boolean hasOneWriter() {
    return false;
  }

  @Override
  public void beginSnapshot(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    }
  }

  @Override
  public void verify(HikariDataSource source) {
    // The server would not answer.
  }

  @Override
  public boolean isFull(SQLException e) {
    return DISK_FULL.equals(e.getSQLState());
  }

  @Override
  public boolean isConflict(SQLException e) {
    return CONFLICTS.contains(String.valueOf(e.getSQLState()));
  }
}

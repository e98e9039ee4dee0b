package dev.signet.server.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.signet.server.settings.Settings.Limits;
import dev.signet.server.settings.StoreSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The store over JDBC: each table has a class of its own. */
final class JdbcStore implements Store {
  private final HikariDataSource source;
  private final Dialect dialect;
  private final Limits limits;
  private final Clock clock;
  private final Jdbc jdbc;

  JdbcStore(HikariDataSource source, Dialect dialect, Limits limits, Clock clock) {
    this.source = source;
    this.dialect = dialect;
    this.limits = limits;
    this.clock = clock;
    this.jdbc = new Jdbc(source, dialect);
  }

  static JdbcStore open(StoreSettings settings, Limits limits, Clock clock) {
    Dialect dialect = Dialect.of(settings);
    return new JdbcStore(Opening.open(settings, dialect), dialect, limits, clock);
  }

  @Override
  public boolean addAccount(String name, String passwordHash) {
    return jdbc.together(connection -> AccountTable.insert(connection, name, passwordHash));
  }

  @Override
  public Optional<Account> account(String name) {
    return jdbc.alone(connection -> AccountTable.find(connection, name));
  }

  @Override
  public Account ensureAccount(String name) {
    Optional<Account> found = account(name);
    if (found.isPresent()) {
      return found.get();
    }
    return jdbc.together(
        connection -> {
          AccountTable.insert(connection, name, null);
          return AccountTable.find(connection, name).orElseThrow();
        });
  }

  @Override
  public boolean setPassword(String name, String passwordHash) {
    return jdbc.together(
        connection -> {
          // The account first: who signs in at this instant by the old password waits for its row.
          boolean there = AccountTable.updatePassword(connection, name, passwordHash);
          SessionTable.deleteOf(connection, name);
          return there;
        });
  }

  @Override
  public boolean removeAccount(String name) {
    return jdbc.together(connection -> AccountTable.delete(connection, name));
  }

  @Override
  public List<String> accountNames() {
    return jdbc.alone(AccountTable::names);
  }

  @Override
  public boolean addSession(byte[] tokenHash, Account account, Instant now) {
    return jdbc.together(
        connection ->
            AccountTable.lock(connection, account.id(), dialect.rowLock())
                && SessionTable.insert(connection, tokenHash, account, now));
  }

  @Override
  public Optional<SessionRecord> session(byte[] tokenHash) {
    return jdbc.alone(connection -> SessionTable.find(connection, tokenHash));
  }

  @Override
  public void touchSession(byte[] tokenHash, Instant now) {
    jdbc.together(connection -> SessionTable.touch(connection, tokenHash, now));
  }

  @Override
  public void removeSession(byte[] tokenHash) {
    jdbc.together(connection -> SessionTable.delete(connection, tokenHash));
  }

  @Override
  public void removeSessionsBefore(Instant begun, Instant used) {
    jdbc.together(connection -> SessionTable.deleteBefore(connection, begun, used));
  }

  @Override
  public List<KeyFile> keyFiles(long accountId) {
    return jdbc.alone(connection -> KeyFileTable.list(connection, accountId));
  }

  @Override
  public Optional<KeyContent> keyFile(long accountId, UUID id) {
    return jdbc.alone(connection -> KeyFileTable.content(connection, accountId, id));
  }

  @Override
  public Change putKeyFile(
      long accountId,
      UUID id,
      Optional<String> name,
      byte[] content,
      Condition condition,
      int most) {
    KeyFileTable.NewFile file = KeyFileTable.NewFile.of(id, name, content, clock.instant());
    return change(accountId, files -> files.put(file, condition, most));
  }

  @Override
  public Change removeKeyFile(long accountId, UUID id, Condition condition) {
    return change(accountId, files -> files.remove(id, condition));
  }

  @Override
  public List<KeyVersion> keyVersions(long accountId, UUID id) {
    return jdbc.alone(connection -> KeyVersionTable.list(connection, accountId, id));
  }

  @Override
  public Change restoreKeyFile(long accountId, UUID id, long number, int most) {
    return change(accountId, files -> files.restore(id, number, most));
  }

  private interface ChangeOfFiles {
    Change of(KeyFiles files) throws SQLException;
  }

  private Change change(long accountId, ChangeOfFiles change) {
    return jdbc.together(
        connection -> {
          Optional<KeyFiles> files =
              KeyFiles.lock(connection, dialect.rowLock(), accountId, limits, clock.instant());
          return files.isEmpty() ? Change.NOT_FOUND : change.of(files.get());
        });
  }

  @Override
  public void removeOldVersions() {
    Instant before = clock.instant().minus(limits.versionAge());
    jdbc.together(connection -> KeyVersionTable.deleteBefore(connection, before));
  }

  @Override
  public boolean isReady() {
    try {
      jdbc.alone(Readiness::ask);
      return true;
    } catch (StoreException e) {
      return false;
    }
  }

  @Override
  public void measure(MeterRegistry meters) {
    source.setMetricRegistry(meters);
  }

  @Override
  public void backup(Path file) {
    jdbc.atOnce(
        connection -> {
          BackupFile.write(connection, file);
          return file;
        });
  }

  /** Copies another store's rows, where this one has none. */
  void fill(Connection from) {
    jdbc.together(
        connection -> {
          if (!Rows.none(connection)) {
            throw new StoreException(
                "the store " + dialect.place() + " holds something: nothing was restored",
                null,
                false);
          }
          Rows.copy(from, connection);
          return connection;
        });
  }

  @Override
  public void close() {
    source.close();
  }
}

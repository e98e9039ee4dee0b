package dev.signet.server.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The store over JDBC: each table has a class of its own. */
final class JdbcStore implements Store {
  private final HikariDataSource source;
  private final Dialect dialect;
  private final Jdbc jdbc;

  JdbcStore(HikariDataSource source, Dialect dialect) {
    this.source = source;
    this.dialect = dialect;
    this.jdbc = new Jdbc(source, dialect);
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
          SessionTable.deleteOf(connection, name);
          return AccountTable.updatePassword(connection, name, passwordHash);
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
  public void addSession(byte[] tokenHash, long accountId, Instant now) {
    jdbc.together(connection -> SessionTable.insert(connection, tokenHash, accountId, now));
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
    KeyFileTable.NewFile file = KeyFileTable.NewFile.of(id, name, content, Instant.now());
    return jdbc.together(
        connection -> {
          if (!AccountTable.lock(connection, accountId, dialect.rowLock())) {
            return Change.NOT_FOUND;
          }
          Optional<KeyFileTable.Version> current = KeyFileTable.version(connection, id);
          if (current.isPresent() && current.get().accountId() != accountId) {
            return Change.NOT_FOUND;
          }
          if (!condition.holds(current.map(KeyFileTable.Version::sha256))) {
            return Change.CONDITION_FAILED;
          }
          if (current.isPresent()) {
            KeyFileTable.update(connection, file);
            return Change.REPLACED;
          }
          if (KeyFileTable.count(connection, accountId) >= most) {
            return Change.QUOTA_EXCEEDED;
          }
          KeyFileTable.insert(connection, accountId, file);
          return Change.CREATED;
        });
  }

  @Override
  public Change removeKeyFile(long accountId, UUID id, Condition condition) {
    return jdbc.together(
        connection -> {
          AccountTable.lock(connection, accountId, dialect.rowLock());
          Optional<KeyFileTable.Version> current =
              KeyFileTable.version(connection, id).filter(file -> file.accountId() == accountId);
          if (current.isEmpty()) {
            return Change.NOT_FOUND;
          }
          if (!condition.holds(current.map(KeyFileTable.Version::sha256))) {
            return Change.CONDITION_FAILED;
          }
          KeyFileTable.delete(connection, id);
          return Change.REMOVED;
        });
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
  public boolean isSound() {
    return jdbc.alone(
        connection ->
            Sql.query(connection, "PRAGMA integrity_check", row -> row.getString(1))
                .equals(List.of("ok")));
  }

  @Override
  public void backup(Path file) {
    jdbc.alone(
        connection -> {
          try (PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, file.toString());
            return vacuum.execute();
          }
        });
  }

  @Override
  public void close() {
    source.close();
  }
}

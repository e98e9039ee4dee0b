package dev.signet.server.store;

import dev.signet.server.digest.Sha256;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Table {@code key_file}. */
final class KeyFileTable {
  private KeyFileTable() {}

  /** Whose file it is, and which version. */
  record Version(long accountId, String sha256) {}

  /** A file to be written. */
  record NewFile(UUID id, Optional<String> name, byte[] content, String sha256, Instant now) {
    static NewFile of(UUID id, Optional<String> name, byte[] content, Instant now) {
      return new NewFile(id, name, content, Sha256.hex(content), now);
    }
  }

  static List<Store.KeyFile> list(Connection connection, long accountId) throws SQLException {
    return Sql.query(
        connection,
        "SELECT id, name, LENGTH(content), sha256, created, modified FROM key_file"
            + " WHERE account_id = ? ORDER BY created, id",
        row ->
            new Store.KeyFile(
                UUID.fromString(row.getString(1)),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                Instant.ofEpochMilli(row.getLong(5)),
                Instant.ofEpochMilli(row.getLong(6))),
        accountId);
  }

  static Optional<Store.KeyContent> content(Connection connection, long accountId, UUID id)
      throws SQLException {
    return Sql.query(
            connection,
            "SELECT content, sha256 FROM key_file WHERE account_id = ? AND id = ?",
            row -> new Store.KeyContent(row.getBytes(1), row.getString(2)),
            accountId,
            id)
        .stream()
        .findFirst();
  }

  static Optional<Version> version(Connection connection, UUID id) throws SQLException {
    return Sql.query(
            connection,
            "SELECT account_id, sha256 FROM key_file WHERE id = ?",
            row -> new Version(row.getLong(1), row.getString(2)),
            id)
        .stream()
        .findFirst();
  }

  static int count(Connection connection, long accountId) throws SQLException {
    return Sql.query(
            connection,
            "SELECT COUNT(*) FROM key_file WHERE account_id = ?",
            row -> row.getInt(1),
            accountId)
        .get(0);
  }

  static void insert(Connection connection, long accountId, NewFile file) throws SQLException {
    int inserted =
        Sql.update(
            connection,
            "INSERT INTO key_file (id, account_id, name, content, sha256, created, modified)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            file.id(),
            accountId,
            file.name().orElse(file.id().toString()),
            file.content(),
            file.sha256(),
            file.now(),
            file.now());
    if (inserted == 0) {
      // Another account took the id after it was looked for.
      throw new SQLTransactionRollbackException("the id was taken meanwhile", "40001");
    }
  }

  static void update(Connection connection, NewFile file) throws SQLException {
    Sql.update(
        connection,
        "UPDATE key_file SET content = ?, sha256 = ?, modified = ? WHERE id = ?",
        file.content(),
        file.sha256(),
        file.now(),
        file.id());
    if (file.name().isPresent()) {
      Sql.update(
          connection, "UPDATE key_file SET name = ? WHERE id = ?", file.name().get(), file.id());
    }
  }

  static void delete(Connection connection, UUID id) throws SQLException {
    Sql.update(connection, "DELETE FROM key_file WHERE id = ?", id);
  }
}

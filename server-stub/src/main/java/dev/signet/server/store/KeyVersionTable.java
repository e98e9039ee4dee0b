package dev.signet.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Table {@code key_version}: what files were before they were replaced or removed. */
final class KeyVersionTable {
  private KeyVersionTable() {}

  /** A version's bytes and what they were called. */
  record Content(String name, byte[] bytes) {}

  /** Keeps the file that is there as a version of its own; the bytes stay in the database. */
  static void keep(Connection connection, UUID id, boolean removed, Instant now)
      throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO key_version (account_id, key_id, number, name, content, sha256, created,"
            + " modified, ended, ending)"
            + " SELECT f.account_id, f.id, (SELECT COALESCE(MAX(v.number), 0) + 1"
            + " FROM key_version v WHERE v.account_id = f.account_id AND v.key_id = f.id),"
            + " f.name, f.content, f.sha256, f.created, f.modified, "
            + now.toEpochMilli()
            + (removed ? ", 'removed'" : ", 'replaced'")
            + " FROM key_file f WHERE f.id = ?",
        id);
  }

  static List<Store.KeyVersion> list(Connection connection, long accountId, UUID id)
      throws SQLException {
    return Sql.query(
        connection,
        "SELECT number, name, LENGTH(content), sha256, ended, ending FROM key_version"
            + " WHERE account_id = ? AND key_id = ? ORDER BY number",
        row ->
            new Store.KeyVersion(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                Instant.ofEpochMilli(row.getLong(5)),
                row.getString(6).equals("removed")),
        accountId,
        id);
  }

  static Optional<Content> find(Connection connection, long accountId, UUID id, long number)
      throws SQLException {
    return Sql.query(
            connection,
            "SELECT name, content FROM key_version"
                + " WHERE account_id = ? AND key_id = ? AND number = ?",
            row -> new Content(row.getString(1), row.getBytes(2)),
            accountId,
            id,
            number)
        .stream()
        .findFirst();
  }

  /** Leaves the newest of a file. */
  static void leave(Connection connection, long accountId, UUID id, int most) throws SQLException {
    Sql.update(
        connection,
        "DELETE FROM key_version WHERE account_id = ? AND key_id = ? AND number NOT IN"
            + " (SELECT number FROM key_version WHERE account_id = ? AND key_id = ?"
            + " ORDER BY number DESC LIMIT ?)",
        accountId,
        id,
        accountId,
        id,
        most);
  }

  /** Leaves the newest of an account, whatever files they are of. */
  static void leaveOf(Connection connection, long accountId, int most) throws SQLException {
    Sql.update(
        connection,
        "DELETE FROM key_version WHERE account_id = ? AND (key_id, number) NOT IN"
            + " (SELECT key_id, number FROM key_version WHERE account_id = ?"
            + " ORDER BY ended DESC, key_id, number DESC LIMIT ?)",
        accountId,
        accountId,
        most);
  }

  static void deleteOf(Connection connection, long accountId, Instant before) throws SQLException {
    Sql.update(
        connection,
        "DELETE FROM key_version WHERE account_id = ? AND ended < ?",
        accountId,
        before);
  }

  static int deleteBefore(Connection connection, Instant before) throws SQLException {
    return Sql.update(connection, "DELETE FROM key_version WHERE ended < ?", before);
  }
}

package dev.signet.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Table {@code session}. */
final class SessionTable {
  private SessionTable() {}

  /** False where the account has another password. */
  static boolean insert(Connection connection, byte[] tokenHash, Store.Account account, Instant now)
      throws SQLException {
    return Sql.update(
            connection,
            "INSERT INTO session (token_hash, account_id, begun, used) SELECT ?, id, ?, ?"
                + " FROM account WHERE id = ? AND COALESCE(password_hash, '') = ?",
            tokenHash,
            now,
            now,
            account.id(),
            account.passwordHash().orElse(""))
        == 1;
  }

  static Optional<Store.SessionRecord> find(Connection connection, byte[] tokenHash)
      throws SQLException {
    return Sql.query(
            connection,
            "SELECT a.id, a.name, s.begun, s.used FROM session s"
                + " JOIN account a ON a.id = s.account_id WHERE s.token_hash = ?",
            row ->
                new Store.SessionRecord(
                    row.getLong(1),
                    row.getString(2),
                    Instant.ofEpochMilli(row.getLong(3)),
                    Instant.ofEpochMilli(row.getLong(4))),
            tokenHash)
        .stream()
        .findFirst();
  }

  static int touch(Connection connection, byte[] tokenHash, Instant now) throws SQLException {
    return Sql.update(
        connection, "UPDATE session SET used = ? WHERE token_hash = ?", now, tokenHash);
  }

  static int delete(Connection connection, byte[] tokenHash) throws SQLException {
    return Sql.update(connection, "DELETE FROM session WHERE token_hash = ?", tokenHash);
  }

  static int deleteOf(Connection connection, String name) throws SQLException {
    return Sql.update(
        connection,
        "DELETE FROM session WHERE account_id IN (SELECT id FROM account WHERE name = ?)",
        name);
  }

  static int deleteBefore(Connection connection, Instant begun, Instant used) throws SQLException {
    return Sql.update(connection, "DELETE FROM session WHERE begun < ? OR used < ?", begun, used);
  }
}

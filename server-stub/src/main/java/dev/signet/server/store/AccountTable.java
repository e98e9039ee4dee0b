package dev.signet.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Table {@code account}. */
final class AccountTable {
  private AccountTable() {}

  static boolean insert(Connection connection, String name, String passwordHash)
      throws SQLException {
    return Sql.update(
            connection,
            "INSERT INTO account (name, password_hash) VALUES (?, ?) ON CONFLICT DO NOTHING",
            name,
            passwordHash)
        == 1;
  }

  static Optional<Store.Account> find(Connection connection, String name) throws SQLException {
    return Sql.query(
            connection,
            "SELECT id, name, password_hash FROM account WHERE name = ?",
            row -> new Store.Account(row.getLong(1), row.getString(2), row.getString(3)),
            name)
        .stream()
        .findFirst();
  }

  static boolean updatePassword(Connection connection, String name, String passwordHash)
      throws SQLException {
    return Sql.update(
            connection, "UPDATE account SET password_hash = ? WHERE name = ?", passwordHash, name)
        == 1;
  }

  /** Takes the account's sessions and files with it, by the foreign keys. */
  static boolean delete(Connection connection, String name) throws SQLException {
    return Sql.update(connection, "DELETE FROM account WHERE name = ?", name) == 1;
  }

  static List<String> names(Connection connection) throws SQLException {
    return Sql.query(connection, "SELECT name FROM account ORDER BY name", row -> row.getString(1));
  }
}

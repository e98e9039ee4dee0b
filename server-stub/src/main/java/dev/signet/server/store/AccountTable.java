package dev.signet.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Table {@code account}. */
final class AccountTable {
  private AccountTable() {}

  /** False where the name is taken; {@code passwordHash} may be null. */
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
            row ->
                new Store.Account(
                    row.getLong(1), row.getString(2), Optional.ofNullable(row.getString(3))),
            name)
        .stream()
        .findFirst();
  }

  /**
   * Keeps other writers from the account's files until the transaction ends; false where it is not
   * there.
   */
  static boolean lock(Connection connection, long id, String rowLock) throws SQLException {
    return !Sql.query(
            connection, "SELECT id FROM account WHERE id = ?" + rowLock, row -> row.getLong(1), id)
        .isEmpty();
  }

  static boolean updatePassword(Connection connection, String name, String passwordHash)
      throws SQLException {
    return Sql.update(
            connection, "UPDATE account SET password_hash = ? WHERE name = ?", passwordHash, name)
        == 1;
  }

  /** Takes the account's sessions, files and their versions with it, by the foreign keys. */
  static boolean delete(Connection connection, String name) throws SQLException {
    return Sql.update(connection, "DELETE FROM account WHERE name = ?", name) == 1;
  }

  static List<String> names(Connection connection) throws SQLException {
    // Sorted here, so that the order does not depend on the database's language.
    return Sql.query(connection, "SELECT name FROM account", row -> row.getString(1)).stream()
        .sorted()
        .toList();
  }
}

package dev.signet.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Copies accounts, files and versions from one store to another, row by row. Sessions are left out:
 * who has a backup shall not bring ended ones back. Accounts get new numbers.
 */
final class Rows {
  /** Rows that are fetched at a time; a file's may be megabytes. */
  private static final int FETCH = 16;

  private final Connection from;
  private final Connection to;
  private final Map<Long, Long> accounts = new HashMap<>();

  private Rows(Connection from, Connection to) {
    this.from = from;
    this.to = to;
  }

  /** Within a transaction at each end, which the caller has begun. */
  static void copy(Connection from, Connection to) throws SQLException {
    Rows rows = new Rows(from, to);
    rows.accounts();
    rows.table(
        "SELECT account_id, id, name, content, sha256, created, modified FROM key_file",
        "INSERT INTO key_file (account_id, id, name, content, sha256, created, modified)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)");
    rows.table(
        "SELECT account_id, key_id, number, name, content, sha256, created, modified, ended,"
            + " ending FROM key_version",
        "INSERT INTO key_version (account_id, key_id, number, name, content, sha256, created,"
            + " modified, ended, ending) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  }

  static boolean none(Connection connection) throws SQLException {
    return Sql.query(connection, "SELECT id FROM account LIMIT 1", row -> row.getLong(1)).isEmpty();
  }

  private void accounts() throws SQLException {
    try (PreparedStatement select =
            from.prepareStatement("SELECT id, name, password_hash FROM account ORDER BY id");
        PreparedStatement insert =
            to.prepareStatement(
                "INSERT INTO account (name, password_hash) VALUES (?, ?) RETURNING id")) {
      select.setFetchSize(FETCH);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          insert.setString(1, rows.getString(2));
          insert.setString(2, rows.getString(3));
          try (ResultSet id = insert.executeQuery()) {
            id.next();
            accounts.put(rows.getLong(1), id.getLong(1));
          }
        }
      }
    }
  }

  /** The first column is the account's number. */
  private void table(String selection, String insertion) throws SQLException {
    try (PreparedStatement select = from.prepareStatement(selection);
        PreparedStatement insert = to.prepareStatement(insertion)) {
      select.setFetchSize(FETCH);
      try (ResultSet rows = select.executeQuery()) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          insert.setLong(1, accounts.get(rows.getLong(1)));
          for (int i = 2; i <= columns; i++) {
            set(insert, i, rows.getObject(i));
          }
          insert.executeUpdate();
        }
      }
    }
  }

  private static void set(PreparedStatement insert, int column, Object value) throws SQLException {
    if (value instanceof byte[] bytes) {
      insert.setBytes(column, bytes);
    } else if (value instanceof Number number) {
      insert.setLong(column, number.longValue());
    } else {
      insert.setString(column, (String) value);
    }
  }
}

package dev.signet.server.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/**
 * Table {@code backup}, which makes a SQLite file a backup: a SHA-256 over every row of every other
 * table. It shows damage, not tampering.
 */
final class BackupSeal {
  private BackupSeal() {}

  static void set(Connection connection) throws SQLException {
    Sql.update(connection, "CREATE TABLE backup (sha256 CHAR(64) NOT NULL)");
    Sql.update(connection, "INSERT INTO backup (sha256) VALUES (?)", digest(connection));
  }

  static boolean isThere(Connection connection) throws SQLException {
    return tables(connection).contains("account")
        && !Sql.query(
                connection,
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'backup'",
                row -> row.getString(1))
            .isEmpty();
  }

  static boolean isWhole(Connection connection) throws SQLException {
    List<String> sealed =
        Sql.query(connection, "SELECT sha256 FROM backup", row -> row.getString(1));
    return sealed.equals(List.of(digest(connection)))
        && Sql.query(connection, "PRAGMA integrity_check", row -> row.getString(1))
            .equals(List.of("ok"));
  }

  private static List<String> tables(Connection connection) throws SQLException {
    return Sql.query(
        connection,
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'backup'"
            + " AND name NOT LIKE 'sqlite%' ORDER BY name",
        row -> row.getString(1));
  }

  /** Each value with its type and length before it, so that no two contents look the same. */
  private static String digest(Connection connection) throws SQLException {
    MessageDigest digest = sha256();
    for (String table : tables(connection)) {
      digest.update(table.getBytes(StandardCharsets.UTF_8));
      try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT * FROM \"" + table.replace("\"", "\"\"") + "\" ORDER BY rowid");
          ResultSet rows = select.executeQuery()) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          for (int i = 1; i <= columns; i++) {
            add(digest, rows.getObject(i));
          }
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, Object value) {
    byte[] bytes =
        value instanceof byte[] content
            ? content
            : String.valueOf(value).getBytes(StandardCharsets.UTF_8);
    digest.update((byte) (value == null ? 0 : value instanceof byte[] ? 1 : 2));
    digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}

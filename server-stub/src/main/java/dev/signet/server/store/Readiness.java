package dev.signet.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Whether the store answers: the cheapest question that a table has to be read for. */
final class Readiness {
  private static final int SECONDS = 3;

  private Readiness() {}

  static boolean ask(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT COUNT(*) FROM account WHERE id = 0")) {
      statement.setQueryTimeout(SECONDS);
      return statement.executeQuery().next();
    }
  }
}

package dev.signet.server.jar;

import static dev.signet.server.jar.Answers.assertStatus;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.server.fixture.Client;
import dev.signet.server.fixture.Pkcs12Files;
import dev.signet.server.fixture.ServerProcess;
import dev.signet.server.fixture.ServerProcess.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/deploy/postgresql.md} tells an administrator to do, done. */
class PostgresqlPageTest {
  private static final Path PAGE = Path.of("../docs/deploy/postgresql.md");
  private static final Pattern BLOCK = Pattern.compile("(?s)\n```\n(.*?)\n```\n");
  private static final String PASSWORD = "geheim";

  @TempDir Path folder;

  @Test
  void makesADatabaseThatTheServerCanUse_andNobodyElse() throws Exception {
    List<String> blocks =
        BLOCK.matcher(Files.readString(PAGE)).results().map(found -> found.group(1)).toList();
    assertEquals(3, blocks.size(), "statements, a line of pg_hba.conf and settings");
    try (OwnPostgres database = new OwnPostgres(folder)) {
      String url = database.settings().url();
      execute(url, blocks.get(0).replace("'…'", "'" + PASSWORD + "'"));
      letIn(database, blocks.get(1));
      assertRights(url);
      Path config = folder.resolve("settings.properties");
      String place = "jdbc:postgresql://" + url.substring(url.indexOf("127"), url.lastIndexOf('/'));
      String settings =
          blocks
              .get(2)
              .replaceFirst("jdbc:postgresql://db\\.example(/signet)\\S*", place + "$1")
              .replace("…", PASSWORD);
      assertTrue(settings.contains(place + "/signet\n"), settings);
      Files.writeString(config, "listen = 127.0.0.1:0\n" + settings + "\n");
      assertServes(config);
    }
  }

  private void assertServes(Path config) throws Exception {
    String[] option = {"--config", config.toString()};
    Result added =
        ServerProcess.run(folder, Map.of(), "pw", "user", "add", "alice", option[0], option[1]);
    assertEquals(0, added.status(), added.errors());
    try (ServerProcess server = ServerProcess.serve(folder, option)) {
      Client alice = server.client().signIn("alice", "pw");
      UUID id = UUID.randomUUID();
      assertStatus(201, alice.putKey(id, Pkcs12Files.modern()));
      assertArrayEquals(Pkcs12Files.modern(), alice.get("/api/keys/" + id).body());
    }
  }

  /** The statements as psql runs them. */
  private static void execute(String url, String script) throws SQLException {
    String[] parts = script.split("\\\\connect ", -1);
    assertEquals(2, parts.length, script);
    all(url, parts[0]);
    String[] name = parts[1].split("\n", 2);
    all(url.replace("/postgres?", "/" + name[0] + "?"), name[1]);
  }

  private static void all(String url, String statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String each : statements.split(";\\s*", -1)) {
        if (!each.isBlank()) {
          statement.execute(each);
        }
      }
    }
  }

  /** The page's line, from this machine and without TLS; before the lines that trust everybody. */
  private void letIn(OwnPostgres database, String line) throws Exception {
    String here = line.replaceFirst("^hostssl", "host").replace("192.0.2.0/28", "127.0.0.1/32");
    assertTrue(here.startsWith("host ") && here.contains("127.0.0.1/32"), line);
    Path file = folder.resolve("postgres/data/pg_hba.conf");
    Files.writeString(file, here + "\n" + Files.readString(file));
    try (Connection connection = DriverManager.getConnection(database.settings().url());
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_reload_conf()");
    }
    String url = database.settings().url().replace("/postgres?user=postgres", "/signet");
    SQLException refused = new SQLException();
    while (!"28P01".equals(refused.getSQLState())) {
      // Until the file was read again.
      refused = attempt(url);
    }
  }

  private static SQLException attempt(String url) {
    try (Connection connection = DriverManager.getConnection(url, "signet", "wrong")) {
      return new SQLException(connection.toString());
    } catch (SQLException e) {
      return e;
    }
  }

  private static void assertRights(String url) throws SQLException {
    String role = "SELECT rolsuper OR rolcreatedb OR rolcreaterole FROM pg_roles";
    assertFalse(isTrue(url, role + " WHERE rolname = 'signet'"));
    all(url, "create role stranger login");
    String there = url.replace("/postgres?", "/signet?");
    assertFalse(isTrue(there, "SELECT has_database_privilege('stranger', 'signet', 'connect')"));
    assertFalse(isTrue(there, "SELECT has_schema_privilege('stranger', 'public', 'create')"));
    String stranger = there.replace("user=postgres", "user=stranger");
    assertThrows(SQLException.class, () -> DriverManager.getConnection(stranger).close());
  }

  private static boolean isTrue(String url, String question) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(question)) {
      assertTrue(rows.next());
      return rows.getBoolean(1);
    }
  }
}

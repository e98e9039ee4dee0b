package dev.signet.server.jar;

import dev.signet.server.fixture.Databases;
import dev.signet.server.fixture.Tool;
import dev.signet.server.settings.StoreSettings;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL for one test alone, to be killed and stopped. */
final class OwnPostgres implements TestedStore {
  private static final Duration LONGEST_START = Duration.ofSeconds(90);

  private final Path folder;
  private final Path data;
  private final Path programs;
  private final int port;
  private final List<String> before;
  private String database = "postgres";
  private Process postmaster;

  /** Makes and starts one. */
  OwnPostgres(Path parent) throws Exception {
    this(parent, List.of());
  }

  /** The same by a command that takes a command line as its last arguments. */
  OwnPostgres(Path parent, List<String> before) throws Exception {
    this.before = before;
    folder = Files.createDirectory(parent.resolve("postgres"));
    data = folder.resolve("data");
    programs = programs();
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    List<String> make = unprivileged();
    make.addAll(
        List.of(programs.resolve("initdb").toString(), "-D", data.toString(), "-U", "postgres"));
    make.addAll(List.of("-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"));
    Tool.run(folder, make.toArray(String[]::new));
    start();
  }

  /** Where the programs of the PostgreSQL lie that all tests share. */
  private static Path programs() throws SQLException {
    String url = "jdbc:postgresql://127.0.0.1:" + Databases.postgresqlPort() + "/postgres";
    try (Connection connection = DriverManager.getConnection(url, "postgres", "");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT setting FROM pg_config WHERE name = 'BINDIR'")) {
      rows.next();
      return Path.of(rows.getString(1));
    }
  }

  /** PostgreSQL refuses to run as root; in a user namespace root is nobody. */
  private static List<String> unprivileged() {
    return new ArrayList<>(
        System.getProperty("user.name").equals("root") ? List.of("unshare", "-U") : List.of());
  }

  /** Starts it and waits until it answers. */
  void start() throws Exception {
    Instant last = Instant.now().plus(LONGEST_START);
    launch();
    while (!answers()) {
      if (Instant.now().isAfter(last)) {
        throw new AssertionError(Files.readString(folder.resolve("log")));
      }
      if (!postmaster.isAlive()) {
        // After SIGKILL the children of the one before may not have ended yet.
        launch();
      }
      Thread.sleep(50);
    }
  }

  private void launch() throws IOException {
    List<String> command = new ArrayList<>(before);
    command.addAll(unprivileged());
    command.addAll(List.of(programs.resolve("postgres").toString(), "-D", data.toString()));
    command.addAll(List.of("-p", Integer.toString(port), "-k", "", "-c", "max_connections=40"));
    command.addAll(List.of("-c", "listen_addresses=127.0.0.1"));
    File log = folder.resolve("log").toFile();
    postmaster =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
  }

  private boolean answers() {
    try (Connection connection = DriverManager.getConnection(settings().url())) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Makes a database in a folder of its own, and lets {@link #settings} name it. */
  OwnPostgres useDatabaseIn(Path location) throws SQLException {
    try (Connection connection = DriverManager.getConnection(settings().url());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLESPACE small LOCATION '" + location + "'");
      statement.execute("CREATE DATABASE small TABLESPACE small STRATEGY file_copy");
    }
    database = "small";
    return this;
  }

  /** The number of its first process. */
  long pid() {
    return postmaster.pid();
  }

  /** SIGKILL of the postmaster. */
  void kill() throws InterruptedException {
    postmaster.destroyForcibly().waitFor();
  }

  /** Stops it at once, as an administrator does (SIGINT). */
  void stop() throws Exception {
    signal("INT");
    if (!postmaster.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("PostgreSQL did not stop");
    }
  }

  private void signal(String name) {
    Tool.run(folder, "kill", "-" + name, Long.toString(postmaster.pid()));
  }

  @Override
  public StoreSettings settings() {
    return StoreSettings.of(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=postgres");
  }

  @Override
  public void close() throws Exception {
    if (postmaster.isAlive()) {
      signal("QUIT");
      postmaster.waitFor();
    }
  }
}

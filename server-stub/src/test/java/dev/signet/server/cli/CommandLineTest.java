package dev.signet.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.server.fixture.Client;
import dev.signet.server.fixture.Pkcs12Files;
import dev.signet.server.fixture.ServerProcess;
import dev.signet.server.fixture.ServerProcess.Result;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What commands print, and with which status they end. What serves, or needs an environment, is a
 * process of its own; the rest runs here, with the standard streams exchanged.
 */
class CommandLineTest {
  private static final UUID ID = UUID.randomUUID();

  @TempDir Path folder;
  private Path config;

  @BeforeEach
  void configure() throws Exception {
    config =
        Files.writeString(
            folder.resolve("settings.properties"),
            "listen=127.0.0.1:0\nstore=jdbc:sqlite:" + folder.resolve("keys.db") + "\n");
  }

  @Test
  void keepsLibrariesFromWritingLinesOfTheirOwn() throws Exception {
    Logger root = Logger.getLogger("");
    StringBuilder written = new StringBuilder();
    Handler there =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            written.append(line.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    root.addHandler(there);
    user("", "list");
    Logger.getLogger("org.postgresql.ssl").severe("Server name validation failed");
    root.removeHandler(there);
    assertEquals("", written.toString());
  }

  @Test
  void keepsUsers() throws Exception {
    assertEquals(new Result(0, "", ""), user("geheim\n", "add", "alice"));
    assertEquals(new Result(0, "", ""), user("secret", "add", "bob@example.org"));
    assertFails("exists already", user("x\n", "add", "alice"));
    assertFails("user name", user("x\n", "add", "a b"));
    assertFails("password", user("\n", "add", "carol"));
    assertFails("no user dave", user("x\n", "passwd", "dave"));
    assertFails("no user dave", user("", "remove", "dave"));
    assertEquals("alice\nbob@example.org\n", user("", "list").output());
    assertEquals(0, user("neu\n", "passwd", "alice").status());
    assertEquals(0, user("", "remove", "bob@example.org").status());
    assertEquals("alice\n", user("", "list").output());
  }

  @Test
  void servesUntilItIsToldToEnd_andLogsNoSecret() throws Exception {
    user("pass-word-1\n", "add", "alice");
    try (ServerProcess server = ServerProcess.serve(folder, "--config", config.toString())) {
      Client alice = server.client().signIn("alice", "pass-word-1");
      server.client().trySignIn("alice", "pass-word-2");
      assertEquals(
          201,
          alice.put("/api/keys/" + ID + "?name=top-secret", Pkcs12Files.modern()).statusCode());
      assertEquals(0, user("pass-word-3\n", "passwd", "alice").status());
      assertEquals(401, alice.get("/api/keys").statusCode(), "while the server runs");
      Result end = server.stop();
      assertEquals("", end.output(), "one line and no more");
      assertTrue(end.errors().contains("PUT /api/keys/" + ID + " 201"), end.errors());
      String token = alice.cookie().substring(alice.cookie().indexOf('=') + 1);
      for (String secret : new String[] {"pass-word", "top-secret", token, alice.csrf()}) {
        assertFalse(end.errors().contains(secret), secret);
      }
    }
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys.db"))));
  }

  @Test
  void refusesWrongSettingsByName() throws Exception {
    Files.writeString(config, "key.max-byte=1\n");
    assertFails("key.max-byte", run("", "serve", "--config", config.toString()));
    assertFails("key.max-byte", run("", "--config", config.toString()));
    assertFails("key.max-byte", run("", "check", "--config", config.toString()));
    assertFails("key.max-byte", user("", "list"));
    assertFails("missing", run("", "check", "--config", "missing"));
    Files.writeString(config, "trust-anchors=none.pem\n");
    assertFails("trust-anchors", run("", "check", "--config", config.toString()));
    assertFails("trust-anchors", run("", "serve", "--config", config.toString()));
    Files.writeString(config, "store=jdbc:sqlite:/nowhere/at/all.db\n");
    assertFails("/nowhere/at/all.db", run("", "check", "--config", config.toString()));
    assertFails("/nowhere/at/all.db", run("", "serve", "--config", config.toString()));
    Files.writeString(config, "");
    Result overridden =
        ServerProcess.run(
            folder, Map.of("SIGNET_SIGN_IN", "ldap"), "", "check", "--config", config.toString());
    assertFails("sign-in", overridden);
  }

  @Test
  void refusesAnAddressThatIsTaken() throws Exception {
    try (ServerProcess server =
        ServerProcess.serve(folder, "serve", "--config", config.toString())) {
      String taken = server.client().origin().substring("http://".length());
      Files.writeString(
          config, "listen=" + taken + "\nstore=jdbc:sqlite:" + folder.resolve("other.db") + "\n");
      assertFails("listen", run("", "serve", "--config", config.toString()));
    }
  }

  @Test
  void saysThatSettingsAreRight() throws Exception {
    Result result = run("", "check", "--config", config.toString());
    assertEquals(new Result(0, "the settings are right\n", ""), result);
    assertFalse(Files.exists(folder.resolve("keys.db")), "nothing was made");
  }

  @Test
  void refusesWhatItDoesNotKnow() throws Exception {
    assertFails("fly", run("", "fly"));
    assertFails("NAME", user("", "add"));
    assertFails("--port", run("", "--port", "80"));
  }

  @Test
  void backsUpAndRestores() throws Exception {
    Path backup = folder.resolve("backup.db");
    assertFails("keys.db does not exist", withFile("backup", backup));
    assertFalse(Files.exists(backup) || Files.exists(folder.resolve("keys.db")));
    user("geheim\n", "add", "alice");
    try (ServerProcess server = ServerProcess.serve(folder, "--config", config.toString())) {
      server.client().signIn("alice", "geheim").putKey(ID, Pkcs12Files.modern());
      assertEquals(new Result(0, "", ""), withFile("backup", backup));
      server.stop();
    }
    assertFails("exists", withFile("backup", backup));
    assertFails("holds something", withFile("restore", backup));
    Files.move(folder.resolve("keys.db"), folder.resolve("old.db"));
    assertFails("not a backup", withFile("restore", folder.resolve("none.db")));
    assertFails("not a backup", withFile("restore", config));
    assertFalse(Files.exists(folder.resolve("keys.db")));
    assertEquals(new Result(0, "", ""), withFile("restore", backup));
    try (ServerProcess server = ServerProcess.serve(folder, "--config", config.toString())) {
      Client alice = server.client().signIn("alice", "geheim");
      assertArrayEquals(Pkcs12Files.modern(), alice.get("/api/keys/" + ID).body());
    }
  }

  private Result user(String input, String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "user";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[all.length - 2] = "--config";
    all[all.length - 1] = config.toString();
    return run(input, all);
  }

  private Result withFile(String command, Path file) {
    return run("", command, file.toString(), "--config", config.toString());
  }

  private static Result run(String input, String... arguments) {
    InputStream in = System.in;
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    try {
      System.setIn(new ByteArrayInputStream(input.getBytes(UTF_8)));
      System.setOut(new PrintStream(output, true, UTF_8));
      System.setErr(new PrintStream(errors, true, UTF_8));
      int status = SignetCommand.run(arguments);
      return new Result(status, output.toString(UTF_8), errors.toString(UTF_8));
    } finally {
      System.setIn(in);
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static void assertFails(String word, Result result) {
    assertEquals(2, result.status(), result.toString());
    assertEquals("", result.output());
    assertEquals(1, result.errors().lines().count(), result.errors());
    assertTrue(result.errors().startsWith("signet-server: "), result.errors());
    assertTrue(result.errors().contains(word), result.errors());
  }
}

package dev.signet.server.jar;

import static dev.signet.server.jar.Answers.assertStatus;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.server.fixture.Client;
import dev.signet.server.fixture.Pkcs12Files;
import dev.signet.server.fixture.ServerProcess.Result;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line of the jar: what it prints and its exit status, beside a running server. */
abstract class Commands {
  private final TestedStore.Kind kind;
  private final UUID id = UUID.randomUUID();

  @TempDir Path folder;

  Commands(TestedStore.Kind kind) {
    this.kind = kind;
  }

  @Test
  void keepUsersWhileTheServerRuns() throws Exception {
    try (JarSite site = JarSite.start(kind)) {
      assertDone("user-add", site.run("geheim\n", "user", "add", "alice"));
      assertFails("exists already", site.run("x\n", "user", "add", "alice"));
      assertEquals(0, site.run("secret", "user", "add", "bob@example.org").status());
      assertEquals("alice\nbob@example.org\n", site.run("", "user", "list").output());
      Client alice = site.client().signIn("alice", "geheim");
      assertEquals(0, site.run("neu\n", "user", "passwd", "alice").status());
      assertStatus(401, alice.get("/api/session"));
      assertStatus(401, site.client().trySignIn("alice", "geheim"));
      alice = site.client().signIn("alice", "neu");
      assertFails("no user carol", site.run("x\n", "user", "passwd", "carol"));
      assertFails("no user carol", site.run("", "user", "remove", "carol"));
      assertEquals(0, site.run("", "user", "remove", "alice").status());
      assertStatus(401, alice.get("/api/session"));
      assertStatus(401, site.client().trySignIn("alice", "neu"));
      assertEquals("bob@example.org\n", site.run("", "user", "list").output());
      Result end = site.process().stop();
      assertEquals("", end.output(), "one line and no more");
    }
  }

  @Test
  void checkFindsNothingWrong() throws Exception {
    try (JarSite site = JarSite.prepare(kind)) {
      Result right = site.run("", "check");
      assertEquals(0, right.status(), right.toString());
      assertEquals("", right.errors());
    }
  }

  @Test
  void backupAndRestoreBringBackUsersAndKeys() throws Exception {
    Path backup = folder.resolve("backup");
    try (JarSite site = JarSite.start(kind)) {
      String user = site.newUser();
      assertStatus(201, site.signedIn(user).putKey(id, Pkcs12Files.modern()));
      assertDone("backup", site.run("", "backup", backup.toString()));
      assertFails("exists", site.run("", "backup", backup.toString()));
      assertEquals(2, site.run("", "restore", backup.toString()).status());
      assertStatus(201, site.signedIn(user).putKey(UUID.randomUUID(), Pkcs12Files.modern()));
      try (JarSite other = JarSite.prepare(kind)) {
        assertFails("not a backup", other.run("", "restore", folder.resolve("none").toString()));
        assertDone("restore", other.run("", "restore", backup.toString()));
        other.start();
        Client restored = other.signedIn(user);
        assertEquals(1, Client.json(restored.get("/api/keys")).size());
        assertArrayEquals(Pkcs12Files.modern(), restored.get("/api/keys/" + id).body());
      }
    }
  }

  /** Nothing on standard output, and the audit log's line. */
  private static void assertDone(String action, Result result) {
    assertEquals(0, result.status(), result.toString());
    assertEquals("", result.output());
    assertEquals(1, result.errors().lines().count(), result.errors());
    assertTrue(result.errors().contains("action=\"" + action + "\""), result.errors());
  }

  static void assertFails(String word, Result result) {
    assertEquals(2, result.status(), result.toString());
    assertEquals("", result.output());
    assertEquals(1, result.errors().lines().count(), result.errors());
    assertTrue(result.errors().contains(word), result.errors());
  }
}

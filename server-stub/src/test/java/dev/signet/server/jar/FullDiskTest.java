package dev.signet.server.jar;

import static dev.signet.server.jar.Answers.assertStatus;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.server.accounts.LocalAccounts;
import dev.signet.server.digest.Sha256;
import dev.signet.server.fixture.Client;
import dev.signet.server.fixture.Pkcs12Files;
import dev.signet.server.settings.StoreSettings;
import dev.signet.server.store.Store;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A store on a file system that is full: a small tmpfs in a mount namespace of its own, for SQLite
 * of the server, for PostgreSQL of the database's server. Where the system forbids such namespaces,
 * {@code FullStoreTest} is what is left.
 */
class FullDiskTest {
  /** Takes the folder of the store, then the program's command line. */
  private static final String MOUNT =
      "set -e; mount -t tmpfs -o size=3m none \"$0\"; cp \"$0.db\" \"$0/keys.db\";"
          + " head -c 1000000 /dev/zero > \"$0/ballast\"; exec \"$@\"";

  private static final String MOUNT_POSTGRES =
      "set -e; mount -t tmpfs -o size=24m,mode=1777 none \"$0\"; exec \"$@\"";

  @TempDir Path folder;

  @BeforeAll
  static void needsNamespaces() throws Exception {
    Process process =
        new ProcessBuilder("unshare", "-rm", "sh", "-c", "mount -t tmpfs none /mnt").start();
    Assumptions.assumeTrue(process.waitFor() == 0, "no mount namespaces here");
  }

  @Test
  void isAnswered507LosesNothingAndIsOverOnceThereIsRoom() throws Exception {
    Path small = Files.createDirectory(folder.resolve("small"));
    try (Store seed = Store.open(StoreSettings.of("jdbc:sqlite:" + small + ".db"))) {
      new LocalAccounts(seed).add("alice", JarSite.PASSWORD);
    }
    StoreSettings onSmall = StoreSettings.of("jdbc:sqlite:" + small + "/keys.db");
    List<String> mount = List.of("unshare", "-rm", "sh", "-c", MOUNT, small.toString());
    try (JarSite site =
        JarSite.startUnder(mount, unused -> () -> onSmall, "key.max-per-user=10000")) {
      Client alice = site.signedIn("alice");
      int stored = fill(alice);
      assertTrue(stored > 3, "stored " + stored);
      assertEverythingIsThere(alice, stored);
      assertStatus(200, site.client().get("/healthz"));
      Files.delete(seenByServer(site, small).resolve("ballast"));
      assertStatus(201, alice.putKey(UUID.randomUUID(), Pkcs12Files.another()));
      assertStatus(204, alice.delete("/api/keys/" + first(alice)));
      int more = fill(alice);
      assertEverythingIsThere(alice, stored + more);
      assertWhatIsOnTheDiskIsWhole(site, small, stored + more);
    }
  }

  @Test
  void holdsForPostgresqlAsWell() throws Exception {
    Path small = Files.createDirectory(folder.resolve("small"));
    List<String> mount = List.of("unshare", "-rm", "sh", "-c", MOUNT_POSTGRES, small.toString());
    try (JarSite site =
        JarSite.start(
            parent -> new OwnPostgres(parent, mount).useDatabaseIn(small),
            "key.max-per-user=10000")) {
      Client alice = site.newClient();
      Path ballast =
          Path.of("/proc/" + ((OwnPostgres) site.store()).pid() + "/root" + small, "ballast");
      fillDisk(ballast);
      int stored = fill(alice);
      assertEverythingIsThere(alice, stored);
      assertStatus(200, site.client().get("/healthz"));
      Files.delete(ballast);
      assertStatus(201, alice.putKey(UUID.randomUUID(), Pkcs12Files.another()));
      assertStatus(204, alice.delete("/api/keys/" + first(alice)));
      for (int i = 0; i < 20; i++) {
        assertStatus(201, alice.putKey(UUID.randomUUID(), Pkcs12Files.modern()));
      }
      assertEverythingIsThere(alice, stored + 20);
    }
  }

  /** Fills what is left of a file system. */
  private static void fillDisk(Path ballast) throws IOException {
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(new byte[4096]);
      }
    } catch (IOException full) {
      assertTrue(String.valueOf(full.getMessage()).contains("No space"), full::toString);
    }
  }

  /** Puts keys until one does not fit; returns how many were taken. */
  private static int fill(Client alice) {
    for (int stored = 0; true; stored++) {
      HttpResponse<byte[]> answer = alice.putKey(UUID.randomUUID(), Pkcs12Files.modern());
      if (answer.statusCode() != 201) {
        assertStatus(507, answer);
        assertStatus(507, alice.putKey(UUID.randomUUID(), Pkcs12Files.modern()));
        return stored;
      }
    }
  }

  private static void assertEverythingIsThere(Client alice, int stored) {
    JsonNode list = Client.json(assertStatus(200, alice.get("/api/keys")));
    assertEquals(stored, list.size());
    for (JsonNode row : list) {
      HttpResponse<byte[]> got = alice.get("/api/keys/" + row.get("id").asText());
      assertEquals(row.get("sha256").asText(), Sha256.hex(assertStatus(200, got).body()));
    }
  }

  private static UUID first(Client alice) {
    return UUID.fromString(Client.json(alice.get("/api/keys")).get(0).get("id").asText());
  }

  /** As the server would find it after SIGKILL: nothing is copied from its memory. */
  private void assertWhatIsOnTheDiskIsWhole(JarSite site, Path small, int stored) throws Exception {
    Path copy = Files.createDirectory(folder.resolve("copy"));
    for (String file : new String[] {"keys.db", "keys.db-wal"}) {
      Files.copy(seenByServer(site, small).resolve(file), copy.resolve(file));
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy + "/keys.db");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA integrity_check")) {
      assertEquals("ok", rows.getString(1));
    }
    try (Store opened = Store.open(StoreSettings.of("jdbc:sqlite:" + copy + "/keys.db"))) {
      assertEquals(stored, opened.keyFiles(opened.account("alice").orElseThrow().id()).size());
    }
  }

  private static Path seenByServer(JarSite site, Path path) {
    return Path.of("/proc/" + site.process().pid() + "/root" + path);
  }
}

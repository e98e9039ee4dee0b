package dev.signet.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.server.accounts.LocalAccounts;
import dev.signet.server.digest.Sha256;
import dev.signet.server.fixture.Client;
import dev.signet.server.fixture.Pkcs12Files;
import dev.signet.server.fixture.ServerProcess;
import dev.signet.server.settings.StoreSettings;
import dev.signet.server.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityTest {
  private static final int ROUNDS = 5;
  private static final int WRITERS = 4;

  @TempDir Path folder;

  private final byte[][] versions = {Pkcs12Files.modern(), Pkcs12Files.another()};

  /** What was answered 2xx last, by id: the digest of the bytes. */
  private final Map<UUID, String> answered = new ConcurrentHashMap<>();

  /** What was sent and not answered when the process died: either version may be there. */
  private final Map<UUID, String> open = new ConcurrentHashMap<>();

  @Test
  void whatWasAnsweredSurvivesKill() throws Exception {
    String config =
        Files.writeString(
                folder.resolve("settings.properties"),
                "listen=127.0.0.1:0\nkey.max-per-user=10000\nstore=jdbc:sqlite:"
                    + folder.resolve("keys.db")
                    + "\n")
            .toString();
    try (Store store = Store.open(StoreSettings.of("jdbc:sqlite:" + folder.resolve("keys.db")))) {
      new LocalAccounts(store).add("alice", "geheim");
    }
    AtomicInteger writes = new AtomicInteger();
    for (int round = 0; round < ROUNDS; round++) {
      try (ServerProcess server = ServerProcess.serve(folder, "--config", config)) {
        Client alice = server.client().signIn("alice", "geheim");
        verify(alice);
        List<Thread> writers = startWriters(alice, writes);
        Thread.sleep(ThreadLocalRandom.current().nextInt(200, 500));
        server.kill();
        for (Thread writer : writers) {
          writer.join();
        }
      }
    }
    try (ServerProcess server = ServerProcess.serve(folder, "--config", config)) {
      verify(server.client().signIn("alice", "geheim"));
    }
    assertTrue(writes.get() > ROUNDS * WRITERS, "only " + writes + " writes were answered");
  }

  private List<Thread> startWriters(Client alice, AtomicInteger writes) {
    List<Thread> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      Thread writer = new Thread(() -> writeUntilItDies(alice, writes));
      writer.start();
      writers.add(writer);
    }
    return writers;
  }

  private void writeUntilItDies(Client alice, AtomicInteger writes) {
    UUID id = UUID.randomUUID();
    for (int i = 0; true; i++) {
      if (i % 4 == 0) {
        id = UUID.randomUUID();
      }
      byte[] file = versions[i % 2];
      open.put(id, Sha256.hex(file));
      int status;
      try {
        status = alice.putKey(id, file).statusCode();
      } catch (AssertionError killed) {
        return;
      }
      assertEquals(i % 4 == 0 ? 201 : 204, status);
      answered.put(id, Sha256.hex(file));
      open.remove(id);
      writes.incrementAndGet();
    }
  }

  private void verify(Client alice) {
    Map<UUID, String> listed = new ConcurrentHashMap<>();
    for (JsonNode row : Client.json(alice.get("/api/keys"))) {
      listed.put(UUID.fromString(row.get("id").asText()), row.get("sha256").asText());
    }
    answered.forEach(
        (id, sha256) -> {
          String there = listed.get(id);
          assertTrue(
              sha256.equals(there) || (there != null && there.equals(open.get(id))),
              id + " was answered and is not there");
        });
    listed.forEach(
        (id, sha256) ->
            assertEquals(sha256, Sha256.hex(alice.get("/api/keys/" + id).body()), "torn: " + id));
    // From here on, what is there is what has to stay.
    open.clear();
    answered.clear();
    answered.putAll(listed);
  }
}

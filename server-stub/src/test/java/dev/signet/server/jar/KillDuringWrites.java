package dev.signet.server.jar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.server.digest.Sha256;
import dev.signet.server.fixture.Client;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Writers that put, replace and delete until the connection breaks, and what has to be in the store
 * afterwards: for each file what was answered last, or what was asked last where the answer was cut
 * off.
 */
final class KillDuringWrites {
  private static final int WRITERS = 4;
  private static final int PUTS_OF_ONE_FILE = 2;

  private final byte[][] contents;

  /** What was answered 2xx last, by id: the digest of the bytes, empty after DELETE. */
  private final Map<UUID, Optional<String>> answered = new ConcurrentHashMap<>();

  /** What was sent and not answered when the process died. */
  private final Map<UUID, Optional<String>> open = new ConcurrentHashMap<>();

  private final AtomicInteger puts = new AtomicInteger();
  private final AtomicInteger deletes = new AtomicInteger();
  private final AtomicReference<AssertionError> wrong = new AtomicReference<>();
  private List<Thread> writers = List.of();

  KillDuringWrites(byte[]... contents) {
    this.contents = contents;
  }

  /** Starts to write as that client, until {@link #join}. */
  void start(Client client) throws InterruptedException {
    int before = puts.get();
    writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      Thread writer = new Thread(() -> write(client), "writer");
      writer.start();
      writers.add(writer);
    }
    // By then one of them has put three times, and deleted in between.
    while (puts.get() < before + 3 * WRITERS && writers.stream().anyMatch(Thread::isAlive)) {
      Thread.sleep(1);
    }
  }

  /** Waits until every writer has found the server dead. */
  void join() throws InterruptedException {
    for (Thread writer : writers) {
      writer.join();
    }
    if (wrong.get() != null) {
      throw wrong.get();
    }
  }

  int puts() {
    return puts.get();
  }

  int deletes() {
    return deletes.get();
  }

  private void write(Client client) {
    for (int round = 0; true; round++) {
      UUID id = UUID.randomUUID();
      for (int i = 0; i < PUTS_OF_ONE_FILE; i++) {
        byte[] content = contents[i % contents.length];
        if (!change(id, Optional.of(content), client, i == 0 ? 201 : 204)) {
          return;
        }
        puts.incrementAndGet();
      }
      if (round % 2 == 0) {
        if (!change(id, Optional.empty(), client, 204)) {
          return;
        }
        deletes.incrementAndGet();
      }
    }
  }

  /** False where the server is dead. */
  private boolean change(UUID id, Optional<byte[]> content, Client client, int expected) {
    open.put(id, content.map(Sha256::hex));
    HttpResponse<byte[]> answer;
    try {
      answer =
          content.isPresent() ? client.putKey(id, content.get()) : client.delete("/api/keys/" + id);
    } catch (AssertionError dead) {
      return false;
    }
    if (answer.statusCode() == 503) {
      // The store went away before the server: not answered 2xx, and not known.
      return false;
    }
    if (answer.statusCode() != expected) {
      wrong.compareAndSet(null, new AssertionError(answer + " instead of " + expected));
      return false;
    }
    answered.put(id, content.map(Sha256::hex));
    open.remove(id);
    return true;
  }

  /**
   * Compares with what that client's server has; from then on what is there is what has to stay.
   *
   * @param contentToo whether to read every file, and not the list alone
   */
  void verify(Client client, boolean contentToo) {
    Map<UUID, String> listed = new HashMap<>();
    for (JsonNode row : Client.json(client.get("/api/keys"))) {
      listed.put(UUID.fromString(row.get("id").asText()), row.get("sha256").asText());
    }
    answered.forEach(
        (id, sha256) -> {
          Optional<String> there = Optional.ofNullable(listed.get(id));
          assertTrue(
              there.equals(sha256) || (open.containsKey(id) && there.equals(open.get(id))),
              () -> id + ": answered " + sha256 + ", asked " + open.get(id) + ", is " + there);
        });
    listed.forEach(
        (id, sha256) -> {
          assertTrue(answered.containsKey(id) || open.containsKey(id), id + " was never sent");
          if (contentToo) {
            assertEquals(sha256, Sha256.hex(client.get("/api/keys/" + id).body()), "torn: " + id);
          }
        });
    answered.replaceAll((id, sha256) -> Optional.ofNullable(listed.get(id)));
    listed.forEach((id, sha256) -> answered.put(id, Optional.of(sha256)));
    open.clear();
  }
}

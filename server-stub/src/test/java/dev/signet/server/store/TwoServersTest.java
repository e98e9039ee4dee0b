package dev.signet.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.server.fixture.Databases;
import dev.signet.server.settings.StoreSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Two stores over one database, as two servers have, asked by many threads at a time. */
@ParameterizedClass
@EnumSource(Databases.class)
class TwoServersTest {
  private static final int THREADS = 12;
  private static final Store.Condition ALWAYS = sha256 -> true;
  private static final Store.Condition NEW = Optional::isEmpty;

  @Parameter Databases database;
  @TempDir Path folder;
  private List<Store> stores;
  private long alice;

  /** Both at a time, on an empty database. */
  @BeforeEach
  void open() throws Exception {
    String url = database.fresh(folder);
    stores = Together.run(2, i -> Store.open(StoreSettings.of(url)));
    alice = stores.get(0).ensureAccount("alice").id();
  }

  @AfterEach
  void close() {
    stores.forEach(Store::close);
  }

  @Test
  void seeEachOthersFiles() {
    UUID id = UUID.randomUUID();
    put(0, alice, id, "one", NEW);
    assertEquals("one", text(stores.get(1).keyFile(alice, id).orElseThrow()));
  }

  @Test
  void createAFileOnce() throws Exception {
    UUID id = UUID.randomUUID();
    List<Store.Change> changes = Together.run(THREADS, i -> put(i, alice, id, "file " + i, NEW));
    assertEquals(1, Collections.frequency(changes, Store.Change.CREATED), changes.toString());
    assertEquals(
        THREADS - 1,
        Collections.frequency(changes, Store.Change.CONDITION_FAILED),
        changes.toString());
    int winner = changes.indexOf(Store.Change.CREATED);
    assertEquals("file " + winner, text(stores.get(0).keyFile(alice, id).orElseThrow()));
  }

  @Test
  void giveAnIdToOneAccount() throws Exception {
    UUID id = UUID.randomUUID();
    List<Store.Account> accounts =
        Together.run(THREADS, i -> stores.get(i % 2).ensureAccount("user" + i));
    List<Store.Change> changes =
        Together.run(THREADS, i -> put(i, accounts.get(i).id(), id, "file " + i, ALWAYS));
    assertEquals(1, Collections.frequency(changes, Store.Change.CREATED), changes.toString());
    assertEquals(
        THREADS - 1, Collections.frequency(changes, Store.Change.NOT_FOUND), changes.toString());
  }

  @Test
  void replaceAVersionOnce() throws Exception {
    UUID id = UUID.randomUUID();
    put(0, alice, id, "first", NEW);
    String first = stores.get(0).keyFile(alice, id).orElseThrow().sha256();
    Store.Condition same = sha256 -> sha256.equals(Optional.of(first));
    List<Store.Change> changes = Together.run(THREADS, i -> put(i, alice, id, "next " + i, same));
    assertEquals(1, Collections.frequency(changes, Store.Change.REPLACED), changes.toString());
    assertEquals(
        THREADS - 1,
        Collections.frequency(changes, Store.Change.CONDITION_FAILED),
        changes.toString());
  }

  @Test
  void keepToTheQuota() throws Exception {
    AtomicInteger most = new AtomicInteger();
    ConcurrentHashMap<Store.Change, AtomicInteger> seen = new ConcurrentHashMap<>();
    Together.run(
        THREADS,
        i -> {
          for (int n = 0; n < 6; n++) {
            UUID id = UUID.randomUUID();
            Store.Change change =
                stores
                    .get(i % 2)
                    .putKeyFile(
                        alice, id, Optional.empty(), bytes("file " + i + n), ALWAYS, THREADS);
            seen.computeIfAbsent(change, none -> new AtomicInteger()).incrementAndGet();
            most.accumulateAndGet(stores.get(i % 2).keyFiles(alice).size(), Math::max);
            if (change == Store.Change.CREATED && n % 2 == 0) {
              assertEquals(
                  Store.Change.REMOVED, stores.get(i % 2).removeKeyFile(alice, id, ALWAYS));
            }
          }
          return null;
        });
    assertTrue(most.get() <= THREADS, "there were " + most);
    assertTrue(seen.get(Store.Change.CREATED).get() >= THREADS, seen.toString());
    while (put(0, alice, UUID.randomUUID(), "more", NEW) == Store.Change.CREATED) {
      most.incrementAndGet();
    }
    assertEquals(THREADS, stores.get(0).keyFiles(alice).size());
    List<Store.Change> over =
        Together.run(THREADS, i -> put(i, alice, UUID.randomUUID(), "over", NEW));
    assertEquals(THREADS, Collections.frequency(over, Store.Change.QUOTA_EXCEEDED));
  }

  @Test
  void fillTheQuotaExactlyWhenAllComeAtOnce() throws Exception {
    List<Store.Change> changes =
        Together.run(2 * THREADS, i -> put(i, alice, UUID.randomUUID(), "file " + i, NEW));
    assertEquals(THREADS, Collections.frequency(changes, Store.Change.CREATED));
    assertEquals(THREADS, Collections.frequency(changes, Store.Change.QUOTA_EXCEEDED));
    assertEquals(THREADS, stores.get(1).keyFiles(alice).size());
  }

  private Store.Change put(
      int number, long account, UUID id, String text, Store.Condition condition) {
    return stores
        .get(number % 2)
        .putKeyFile(account, id, Optional.empty(), bytes(text), condition, THREADS);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Store.KeyContent content) {
    return new String(content.bytes(), StandardCharsets.UTF_8);
  }
}

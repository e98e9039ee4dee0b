package dev.signet.server.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.server.fixture.Databases;
import dev.signet.server.fixture.SteppingClock;
import dev.signet.server.settings.Settings.Limits;
import dev.signet.server.settings.StoreSettings;
import dev.signet.server.store.Store.Change;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is kept of files that were replaced or removed. */
@ParameterizedClass
@EnumSource(Databases.class)
class KeyVersionsTest {
  private static final Limits LIMITS = new Limits(1000, 2, 5, Duration.ofDays(30));
  private static final Store.Condition ALWAYS = sha256 -> true;

  @Parameter Databases database;
  @TempDir Path folder;
  private final SteppingClock clock = new SteppingClock();
  private final UUID id = UUID.randomUUID();
  private final Set<UUID> stored = new HashSet<>();
  private Store store;
  private long alice;

  @BeforeEach
  void open() {
    store = JdbcStore.open(StoreSettings.of(database.fresh(folder)), LIMITS, clock);
    alice = store.ensureAccount("alice").id();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void areTheFiveLast() {
    for (int i = 1; i <= 8; i++) {
      put(id, "content " + i);
    }
    assertEquals(List.of(3L, 4L, 5L, 6L, 7L), numbers());
    assertEquals("content 8", current());
    assertTrue(store.keyVersions(alice, id).stream().noneMatch(Store.KeyVersion::removed));
  }

  @Test
  void areBoundedForAnAccountThatStoresAndRemoves() {
    UUID last = null;
    for (int i = 1; i <= 14; i++) {
      last = UUID.randomUUID();
      put(last, "content " + i);
      store.removeKeyFile(alice, last, ALWAYS);
      put(id, "kept " + i);
      clock.step(Duration.ofSeconds(1));
    }
    // Two files of five versions each: the last five that were removed, and the last five of id.
    assertEquals(5, numbers().size());
    assertEquals(1, store.keyVersions(alice, last).size());
    int all = 0;
    for (UUID each : stored) {
      all += store.keyVersions(alice, each).size();
    }
    assertEquals(10, all);
  }

  @Test
  void areNotMadeByTheSameContent() {
    put(id, "same");
    put(id, "same");
    assertEquals(List.of(), numbers());
  }

  @Test
  void comeBackAsTheyWere_andNothingIsLostByIt() {
    put(id, "first");
    put(id, "second");
    assertEquals(Change.REPLACED, store.restoreKeyFile(alice, id, 1, 2));
    assertEquals("first", current());
    assertEquals(List.of(1L, 2L), numbers());
    assertEquals(Change.REPLACED, store.restoreKeyFile(alice, id, 2, 2));
    assertEquals("second", current());
  }

  @Test
  void comeBackOfARemovedFileUnlessTheQuotaIsReached() {
    store.putKeyFile(alice, id, Optional.of("my key"), bytes("lost"), ALWAYS, 2);
    store.removeKeyFile(alice, id, ALWAYS);
    assertTrue(store.keyVersions(alice, id).get(0).removed());
    UUID other = UUID.randomUUID();
    put(other, "other");
    put(UUID.randomUUID(), "another");
    assertEquals(Change.QUOTA_EXCEEDED, store.restoreKeyFile(alice, id, 1, 2));
    store.removeKeyFile(alice, other, ALWAYS);
    assertEquals(Change.CREATED, store.restoreKeyFile(alice, id, 1, 2));
    assertEquals("lost", current());
    assertTrue(store.keyFiles(alice).stream().anyMatch(file -> file.name().equals("my key")));
  }

  @Test
  void areTheirAccountsAlone() {
    put(id, "lost");
    store.removeKeyFile(alice, id, ALWAYS);
    long bob = store.ensureAccount("bob").id();
    assertEquals(List.of(), store.keyVersions(bob, id));
    assertEquals(Change.NOT_FOUND, store.restoreKeyFile(bob, id, 1, 2));
    store.putKeyFile(bob, id, Optional.empty(), bytes("bob's"), ALWAYS, 2);
    assertEquals(Change.NOT_FOUND, store.restoreKeyFile(alice, id, 1, 2));
    store.removeAccount("alice");
    assertEquals(List.of(), store.keyVersions(alice, id));
    assertArrayEquals(bytes("bob's"), store.keyFile(bob, id).orElseThrow().bytes());
  }

  @Test
  void vanishWithTheNextChangeOrSweepAfterThirtyDays() {
    put(id, "first");
    store.removeKeyFile(alice, id, ALWAYS);
    UUID other = UUID.randomUUID();
    put(other, "one");
    clock.step(Duration.ofDays(29));
    put(other, "two");
    store.removeOldVersions();
    assertEquals(List.of(1L), numbers());
    clock.step(Duration.ofDays(2));
    put(other, "three");
    assertEquals(List.of(), numbers());
    assertEquals(2, store.keyVersions(alice, other).size());
    clock.step(Duration.ofDays(31));
    store.removeOldVersions();
    assertEquals(List.of(), store.keyVersions(alice, other));
  }

  private void put(UUID file, String text) {
    store.putKeyFile(alice, file, Optional.empty(), bytes(text), ALWAYS, 2);
    stored.add(file);
  }

  private String current() {
    byte[] bytes = store.keyFile(alice, id).orElseThrow().bytes();
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private List<Long> numbers() {
    return store.keyVersions(alice, id).stream().map(Store.KeyVersion::number).toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

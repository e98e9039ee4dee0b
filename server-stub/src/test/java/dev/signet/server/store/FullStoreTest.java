package dev.signet.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.signet.server.settings.Settings.Limits;
import dev.signet.server.settings.StoreSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A store that may not grow any further, as on a full disk. */
class FullStoreTest {
  private static final int PAGES = 40;
  private static final Store.Condition ALWAYS = sha256 -> true;

  @TempDir Path folder;
  private String url;
  private long account;

  @BeforeEach
  void create() {
    url = "jdbc:sqlite:" + folder.resolve("keys.db");
    try (Store store = Store.open(StoreSettings.of(url))) {
      store.addAccount("alice", "hash");
      account = store.account("alice").orElseThrow().id();
    }
  }

  @Test
  void saysSoLosesNothingAndGoesOn() {
    try (Store store = boundedStore()) {
      int stored = 0;
      StoreException full = null;
      while (full == null) {
        try {
          put(store, UUID.randomUUID(), new byte[10_000]);
          stored++;
        } catch (StoreException e) {
          full = e;
        }
      }
      assertTrue(full.isFull(), full.getMessage());
      assertTrue(stored > 1, "stored " + stored);
      assertEquals(stored, store.keyFiles(account).size());
      UUID first = store.keyFiles(account).get(0).id();
      assertEquals(10_000, store.keyFile(account, first).orElseThrow().bytes().length);
      assertTrue(store.isReady());
      assertEquals(Store.Change.REMOVED, store.removeKeyFile(account, first, ALWAYS));
      assertEquals(Store.Change.CREATED, put(store, UUID.randomUUID(), new byte[10_000]));
    }
  }

  @Test
  void isNotReadyAndSaysSoWhenItIsGone() {
    Store store = boundedStore();
    store.close();
    StoreException gone = assertThrows(StoreException.class, () -> store.keyFiles(account));
    assertEquals(false, gone.isFull());
    assertEquals(false, store.isReady());
  }

  private Store.Change put(Store store, UUID id, byte[] content) {
    return store.putKeyFile(account, id, Optional.empty(), content, ALWAYS, 1000);
  }

  private Store boundedStore() {
    return new JdbcStore(
        bounded(),
        new SqliteDialect(folder.resolve("keys.db")),
        new Limits(0, 0, 0, Duration.ZERO),
        Clock.systemUTC());
  }

  private HikariDataSource bounded() {
    SQLiteConfig config = new SQLiteConfig();
    config.setMaxPageCount(PAGES);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(url);
    HikariConfig pool = new HikariConfig();
    pool.setDataSource(source);
    return new HikariDataSource(pool);
  }
}

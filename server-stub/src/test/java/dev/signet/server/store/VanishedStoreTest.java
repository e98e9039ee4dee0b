package dev.signet.server.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.server.settings.StoreSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A SQLite file that is moved away while it is in use. */
class VanishedStoreTest {
  private static final Store.Condition ALWAYS = sha256 -> true;
  private static final byte[] BYTES = {1, 2, 3};

  @TempDir Path parent;
  private Path folder;
  private Path elsewhere;
  private Store store;
  private long alice;

  @BeforeEach
  void open() throws Exception {
    folder = Files.createDirectory(parent.resolve("store"));
    elsewhere = parent.resolve("elsewhere");
    store = Store.open(StoreSettings.of("jdbc:sqlite:" + folder.resolve("keys.db")));
    alice = store.ensureAccount("alice").id();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void isNeverWrittenToWhereNobodyLooks_andComesBackByItself() throws Exception {
    UUID id = put();
    Files.move(folder, elsewhere);
    assertThrows(StoreException.class, this::put);
    assertThrows(StoreException.class, () -> store.keyFile(alice, id));
    assertFalse(store.isReady());
    assertFalse(Files.exists(folder), "no store is made in its place");
    Files.createDirectory(folder);
    assertThrows(StoreException.class, this::put);
    assertFalse(Files.exists(folder.resolve("keys.db")), "no store is made in its place");
    Files.delete(folder);
    Files.move(elsewhere, folder);
    assertTrue(store.isReady());
    assertArrayEquals(BYTES, store.keyFile(alice, id).orElseThrow().bytes());
    put();
    assertEquals(2, store.keyFiles(alice).size());
  }

  @Test
  void isReadFromTheFileThatTakesItsPlace() throws Exception {
    put();
    store.backup(parent.resolve("backup"));
    Files.move(folder, elsewhere);
    Files.createDirectory(folder);
    Path file = folder.resolve("keys.db");
    try (Store other = Store.open(StoreSettings.of("jdbc:sqlite:" + file))) {
      other.ensureAccount("bob");
    }
    assertEquals(List.of("bob"), store.accountNames());
  }

  @Test
  void isOneFileAfterItIsClosed() throws Exception {
    UUID id = put();
    store.close();
    Path copy = Files.copy(folder.resolve("keys.db"), parent.resolve("copy.db"));
    assertFalse(Files.exists(folder.resolve("keys.db-wal")));
    try (Store copied = Store.open(StoreSettings.of("jdbc:sqlite:" + copy))) {
      assertArrayEquals(BYTES, copied.keyFile(alice, id).orElseThrow().bytes());
    }
  }

  private UUID put() {
    UUID id = UUID.randomUUID();
    store.putKeyFile(alice, id, Optional.empty(), BYTES, ALWAYS, 100);
    return id;
  }
}

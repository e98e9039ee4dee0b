package dev.signet.server.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.server.fixture.Databases;
import dev.signet.server.settings.Settings.Limits;
import dev.signet.server.settings.StoreSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Backups of each database, restored in each. */
@ParameterizedClass
@EnumSource(Databases.class)
class BackupTest {
  private static final Limits LIMITS = new Limits(1000, 9, 5, Duration.ofDays(30));
  private static final Store.Condition ALWAYS = sha256 -> true;
  private static final byte[] TOKEN = {1, 2, 3};

  @Parameter Databases database;
  @TempDir Path folder;
  private final UUID id = UUID.randomUUID();
  private final UUID gone = UUID.randomUUID();
  private StoreSettings settings;
  private Path backup;

  @BeforeEach
  void fill() {
    settings = StoreSettings.of(database.fresh(folder));
    backup = folder.resolve("backup");
    try (Store store = Store.open(settings)) {
      store.ensureAccount("nobody");
      store.removeAccount("nobody");
      store.addAccount("alice", "hash");
      long alice = store.account("alice").orElseThrow().id();
      store.ensureAccount("bob");
      store.addSession(TOKEN, store.account("alice").orElseThrow(), Instant.now());
      store.putKeyFile(alice, id, Optional.of("key"), bytes(1), ALWAYS, 9);
      store.putKeyFile(alice, id, Optional.empty(), bytes(2), ALWAYS, 9);
      store.putKeyFile(alice, gone, Optional.empty(), bytes(3), ALWAYS, 9);
      store.removeKeyFile(alice, gone, ALWAYS);
      store.backup(backup);
    }
  }

  @Test
  void holdsEverythingButSessions_forEitherDatabase() {
    for (Databases other : Databases.values()) {
      StoreSettings target = StoreSettings.of(other.fresh(folder));
      Store.restore(backup, target, LIMITS);
      try (Store from = Store.open(settings);
          Store to = Store.open(target)) {
        assertEquals(List.of("alice", "bob"), to.accountNames());
        assertEquals(Optional.empty(), to.account("bob").orElseThrow().passwordHash());
        Store.Account alice = to.account("alice").orElseThrow();
        long before = from.account("alice").orElseThrow().id();
        assertEquals(Optional.of("hash"), alice.passwordHash());
        assertEquals(from.keyFiles(before), to.keyFiles(alice.id()));
        assertEquals(1, to.keyFiles(alice.id()).size());
        assertArrayEquals(bytes(2), to.keyFile(alice.id(), id).orElseThrow().bytes());
        assertEquals(from.keyVersions(before, id), to.keyVersions(alice.id(), id));
        to.restoreKeyFile(alice.id(), gone, 1, 9);
        assertArrayEquals(bytes(3), to.keyFile(alice.id(), gone).orElseThrow().bytes());
        assertEquals(Optional.empty(), to.session(TOKEN));
        assertTrue(to.addAccount("carol", "hash"));
      }
    }
  }

  @Test
  void isOneFileForItsOwnerAlone_andReplacesNone() throws Exception {
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)));
    byte[] whole = Files.readAllBytes(backup);
    try (Store store = Store.open(settings)) {
      assertThrows(StoreException.class, () -> store.backup(backup));
    }
    assertArrayEquals(whole, Files.readAllBytes(backup));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          List.of(),
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.startsWith("backup") && !name.equals("backup"))
              .toList());
    }
  }

  @Test
  void leavesAStoreAloneThatHoldsSomething() {
    StoreException refused =
        assertThrows(StoreException.class, () -> Store.restore(backup, settings, LIMITS));
    assertTrue(refused.getMessage().contains("holds something"), refused.getMessage());
    try (Store store = Store.open(settings)) {
      assertEquals(1, store.keyFiles(store.account("alice").orElseThrow().id()).size());
    }
  }

  @Test
  void isRefusedWhenItIsDamagedOrNone() throws Exception {
    byte[] whole = Files.readAllBytes(backup);
    byte[] flipped = whole.clone();
    flipped[indexOf(whole, bytes(2)) + 50] ^= 1;
    assertRefused("damaged", flipped);
    assertRefused("damaged", Arrays.copyOf(whole, whole.length - 4096));
    assertRefused("not a backup", new byte[0]);
    assertRefused(
        "not a backup", "no database at all".repeat(1000).getBytes(StandardCharsets.UTF_8));
    Path other = folder.resolve("other.db");
    try (Store store = Store.open(StoreSettings.of("jdbc:sqlite:" + other))) {
      store.ensureAccount("mallory");
    }
    assertRefused("not a backup", Files.readAllBytes(other));
  }

  private void assertRefused(String word, byte[] content) throws Exception {
    Path file = Files.write(folder.resolve("refused"), content);
    StoreSettings target = StoreSettings.of(database.fresh(folder));
    StoreException refused =
        assertThrows(StoreException.class, () -> Store.restore(file, target, LIMITS));
    assertTrue(refused.getMessage().contains(word), refused.getMessage());
    assertFalse(target.file().isPresent() && Files.exists(target.file().get()), "was made");
    try (Store store = Store.open(target)) {
      assertEquals(List.of(), store.accountNames());
    }
  }

  @Test
  void seesOneInstantWhileOthersWrite() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    Path during = folder.resolve("during");
    try (Store store = Store.open(settings)) {
      long bob = store.ensureAccount("bob").id();
      Together.run(
          2,
          i -> {
            if (i == 0) {
              // The first is always as new as the second or newer by one.
              for (int n = 0; n < 40 || !done.get(); n++) {
                store.putKeyFile(bob, first, Optional.of("" + n), bytes(n), ALWAYS, 9);
                store.putKeyFile(bob, second, Optional.of("" + n), bytes(n), ALWAYS, 9);
              }
            } else {
              try {
                store.backup(during);
              } finally {
                done.set(true);
              }
            }
            return null;
          });
    }
    StoreSettings target = StoreSettings.of(database.fresh(folder));
    Store.restore(during, target, LIMITS);
    try (Store store = Store.open(target)) {
      long bob = store.account("bob").orElseThrow().id();
      int[] rounds = {-1, -1};
      for (Store.KeyFile file : store.keyFiles(bob)) {
        rounds[file.id().equals(first) ? 0 : 1] = Integer.parseInt(file.name());
      }
      int ahead = rounds[0] - rounds[1];
      assertTrue(ahead == 0 || ahead == 1, Arrays.toString(rounds));
    }
  }

  private static byte[] bytes(int seed) {
    byte[] bytes = new byte[700];
    new java.util.Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static int indexOf(byte[] whole, byte[] part) {
    for (int i = 0; i + part.length <= whole.length; i++) {
      if (Arrays.equals(whole, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new AssertionError("not there");
  }
}

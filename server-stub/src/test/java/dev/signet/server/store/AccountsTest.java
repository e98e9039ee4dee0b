package dev.signet.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.server.accounts.LocalAccounts;
import dev.signet.server.fixture.Databases;
import dev.signet.server.settings.StoreSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Accounts and sessions in each database. */
@ParameterizedClass
@EnumSource(Databases.class)
class AccountsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");

  @Parameter Databases database;
  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(StoreSettings.of(database.fresh(folder)));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void areAddedOnceFoundListedAndRemoved() {
    assertTrue(store.addAccount("bob", "hash"));
    assertTrue(store.addAccount("Ägidius", "hash"));
    assertTrue(store.addAccount("alice", "hash"));
    assertFalse(store.addAccount("bob", "other"));
    assertEquals(Optional.of("hash"), store.account("bob").orElseThrow().passwordHash());
    assertEquals(Optional.empty(), store.account("BOB"));
    assertEquals(List.of("alice", "bob", "Ägidius"), store.accountNames());
    assertTrue(store.removeAccount("bob"));
    assertFalse(store.removeAccount("bob"));
    assertEquals(Optional.empty(), store.account("bob"));
  }

  @Test
  void areMadeWhenTheyAreFirstNeeded_onceByManyAtATime() throws Exception {
    Set<Long> ids = new HashSet<>();
    for (Store.Account account : Together.run(8, i -> store.ensureAccount("carol"))) {
      ids.add(account.id());
      assertEquals(Optional.empty(), account.passwordHash());
    }
    assertEquals(1, ids.size());
    assertEquals(List.of("carol"), store.accountNames());
  }

  @Test
  void withoutAPasswordAreNotEnteredByAny() {
    store.ensureAccount("carol");
    LocalAccounts accounts = new LocalAccounts(store);
    assertEquals(Optional.empty(), accounts.signIn("carol", ""));
    assertEquals(Optional.empty(), accounts.signIn("carol", "nobody's password"));
    accounts.setPassword("carol", "geheim");
    assertTrue(accounts.signIn("carol", "geheim").isPresent());
  }

  @Test
  void neverGetANumberThatAnotherHad() {
    long first = store.ensureAccount("alice").id();
    store.removeAccount("alice");
    assertTrue(store.ensureAccount("bob").id() > first);
  }

  @Test
  void haveSessionsUntilTheyEnd() {
    Store.Account alice = store.ensureAccount("alice");
    Store.Account bob = store.ensureAccount("bob");
    byte[] token = {1, 2, 3};
    store.addSession(token, alice, NOW);
    store.addSession(new byte[] {4}, alice, NOW);
    store.addSession(new byte[] {5}, bob, NOW.minusSeconds(100));
    assertEquals(
        Optional.of(new Store.SessionRecord(alice.id(), "alice", NOW, NOW)), store.session(token));
    store.touchSession(token, NOW.plusSeconds(60));
    assertEquals(NOW.plusSeconds(60), store.session(token).orElseThrow().used());
    store.removeSessionsBefore(NOW.minusSeconds(50), NOW.minusSeconds(200));
    assertEquals(Optional.empty(), store.session(new byte[] {5}));
    store.removeSessionsBefore(NOW.minusSeconds(50), NOW.plusSeconds(30));
    assertEquals(Optional.empty(), store.session(new byte[] {4}));
    assertTrue(store.session(token).isPresent());
    store.removeSession(token);
    assertEquals(Optional.empty(), store.session(token));
  }

  @Test
  void loseTheirSessionsByANewPasswordAndByRemoval() {
    store.addAccount("alice", "hash");
    Store.Account before = store.account("alice").orElseThrow();
    byte[] token = {1};
    assertTrue(store.addSession(token, before, NOW));
    assertTrue(store.setPassword("alice", "new"));
    assertEquals(Optional.empty(), store.session(token));
    assertFalse(store.addSession(token, before, NOW), "by the old password");
    assertEquals(Optional.empty(), store.session(token));
    Store.Account after = store.account("alice").orElseThrow();
    assertTrue(store.addSession(token, after, NOW));
    store.removeAccount("alice");
    assertEquals(Optional.empty(), store.session(token));
    assertFalse(store.addSession(token, after, NOW), "of a removed account");
    assertFalse(store.setPassword("alice", "new"));
  }

  @Test
  void haveNoSessionByAPasswordThatIsReplacedAtTheSameInstant() throws Exception {
    store.addAccount("alice", "0");
    for (int i = 0; i < 20; i++) {
      int round = i;
      Store.Account old = store.account("alice").orElseThrow();
      byte[] token = {(byte) i};
      Together.run(
          2,
          who ->
              who == 0
                  ? store.addSession(token, old, NOW)
                  : store.setPassword("alice", "new " + round));
      assertEquals(Optional.empty(), store.session(token));
    }
  }
}

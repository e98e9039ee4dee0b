package dev.signet.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.signet.server.fixture.Databases;
import dev.signet.server.settings.StoreSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What PostgreSQL alone has. */
class PostgresqlTest {
  @TempDir Path folder;

  @Test
  void isWaitedForAtEachCommit_thoughItsOwnSettingIsNotTo() throws Exception {
    String url = Databases.POSTGRESQL.fresh(folder);
    assertEquals("off", setting(DriverManager.getConnection(url), "synchronous_commit"));
    HikariConfig pool = new PostgresDialect(StoreSettings.of(url)).pool();
    try (HikariDataSource source = new HikariDataSource(pool)) {
      assertEquals("on", setting(source.getConnection(), "synchronous_commit"));
    }
    try (HikariDataSource source =
        new HikariDataSource(
            new PostgresDialect(
                    StoreSettings.of(url + "&options=-c%20synchronous_commit=remote_apply"))
                .pool())) {
      assertEquals("remote_apply", setting(source.getConnection(), "synchronous_commit"));
    }
  }

  @Test
  void thatIsDownIsNamedWithoutThePassword() throws Exception {
    String address = "127.0.0.1:" + closedPort() + "/keys";
    assertRefused(
        address,
        new StoreSettings(
            "jdbc:postgresql://" + address + "?user=u&password=geheim",
            Optional.empty(),
            Optional.empty(),
            2));
    assertRefused(
        address,
        new StoreSettings(
            "jdbc:postgresql://" + address, Optional.of("u"), Optional.of("geheim"), 2));
    String place = "127.0.0.1:" + Databases.postgresqlPort() + "/nowhere";
    assertRefused(
        place, StoreSettings.of("jdbc:postgresql://" + place + "?user=u&password=geheim"));
    assertRefused("store", StoreSettings.of("jdbc:postgresql://u:geheim@localhost:x/keys"));
  }

  private static void assertRefused(String word, StoreSettings settings) {
    StoreException refused = assertThrows(StoreException.class, () -> Store.open(settings));
    for (Throwable e = refused; e != null; e = e.getCause()) {
      assertFalse(String.valueOf(e.getMessage()).contains("geheim"), e.toString());
    }
    assertTrue(refused.getMessage().startsWith("setting store: "), refused.getMessage());
    assertTrue(refused.getMessage().contains(word), refused.getMessage());
    assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
  }

  @Test
  void endsConnectionsAndTheStoreMakesNewOnes() throws Exception {
    String url = Databases.POSTGRESQL.fresh(folder);
    String name = url.substring(url.lastIndexOf('/') + 1, url.indexOf('?'));
    try (Store store = Store.open(StoreSettings.of(url));
        Connection other =
            DriverManager.getConnection(url.replace("/" + name + "?", "/postgres?"));
        Statement statement = other.createStatement()) {
      store.ensureAccount("alice");
      statement.execute("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
      assertFalse(store.isReady());
      assertThrows(StoreException.class, () -> store.accountNames());
      statement.execute("ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
      Instant end = Instant.now().plus(Duration.ofSeconds(60));
      while (!store.isReady()) {
        assertTrue(Instant.now().isBefore(end), "did not come back");
      }
      assertEquals(List.of("alice"), store.accountNames());
    }
  }

  @Test
  void saysWhatItsErrorsMean() {
    Dialect dialect = Dialect.of(StoreSettings.of(Databases.POSTGRESQL.fresh(folder)));
    assertTrue(dialect.isFull(new SQLException("could not extend file", "53100")));
    assertFalse(dialect.isFull(new SQLException("too many connections", "53300")));
    assertTrue(dialect.isConflict(new SQLException("could not serialize access", "40001")));
    assertTrue(dialect.isConflict(new SQLException("deadlock detected", "40P01")));
    assertFalse(dialect.isConflict(new SQLException("none", (String) null)));
  }

  @Test
  void isAskedAgainAfterARealDeadlock() throws Exception {
    StoreSettings settings = StoreSettings.of(Databases.POSTGRESQL.fresh(folder));
    try (Store store = Store.open(settings);
        HikariDataSource source = new HikariDataSource(Dialect.of(settings).pool())) {
      store.addAccount("a", "0");
      store.addAccount("b", "0");
      Jdbc jdbc = new Jdbc(source, Dialect.of(settings));
      AtomicInteger attempts = new AtomicInteger();
      CyclicBarrier both = new CyclicBarrier(2);
      Together.run(
          2,
          i -> {
            AtomicInteger own = new AtomicInteger();
            return jdbc.together(
                connection -> {
                  attempts.incrementAndGet();
                  AccountTable.updatePassword(connection, i == 0 ? "a" : "b", "x");
                  if (own.getAndIncrement() == 0) {
                    await(both);
                  }
                  return AccountTable.updatePassword(connection, i == 0 ? "b" : "a", "x");
                });
          });
      assertTrue(attempts.get() > 2, "there was no deadlock");
    }
  }

  private static void await(CyclicBarrier both) {
    try {
      both.await(60, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (connection) {
      return Sql.query(connection, "SHOW " + name, row -> row.getString(1)).get(0);
    }
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}

package dev.signet.server.jar;

import static dev.signet.server.jar.Answers.assertStatus;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.server.fixture.Client;
import dev.signet.server.fixture.Pkcs12Files;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A database that goes away: 503 meanwhile, and back without anybody's doing. */
class StoreUnreachableTest {
  /** Far over what is meant, for a loaded machine; a server that hangs takes longer. */
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(18);

  private final UUID id = UUID.randomUUID();

  @Test
  void isAnswered503UntilTheDatabaseIsBack() throws Exception {
    try (JarSite site = JarSite.start(OwnPostgres::new)) {
      OwnPostgres database = (OwnPostgres) site.store();
      Client alice = site.newClient();
      assertStatus(201, alice.putKey(id, Pkcs12Files.modern()));
      database.stop();
      assertUnavailable(site, alice);
      database.start();
      StoreUnreachable.awaitReadiness(site, 200);
      assertWorks(alice);
    }
  }

  @Test
  void isAnswered503WhereNothingComesBackOverTheNetwork() throws Exception {
    try (TcpRelay relay = new TcpRelay(dev.signet.server.fixture.Databases.postgresqlPort());
        JarSite site = JarSite.start(folder -> TestedStore.postgresqlThrough(relay, folder))) {
      Client alice = site.newClient();
      assertStatus(201, alice.putKey(id, Pkcs12Files.modern()));
      relay.hang();
      assertUnavailable(site, alice);
      relay.resume();
      StoreUnreachable.awaitReadiness(site, 200);
      assertWorks(alice);
      relay.refuse();
      assertUnavailable(site, alice);
      relay.resume();
      StoreUnreachable.awaitReadiness(site, 200);
      assertWorks(alice);
    }
  }

  private void assertUnavailable(JarSite site, Client alice) {
    Instant start = Instant.now();
    assertStatus(503, alice.get("/api/keys/" + id));
    assertStatus(503, site.client().get("/readyz"));
    Duration took = Duration.between(start, Instant.now());
    assertTrue(took.compareTo(LONGEST_ANSWER.multipliedBy(2)) < 0, "two answers took " + took);
    assertStatus(503, alice.putKey(id, Pkcs12Files.another()));
    assertStatus(503, alice.delete("/api/keys/" + id));
    assertStatus(503, site.client().trySignIn("somebody", "x"));
    assertStatus(200, site.client().get("/healthz"));
    assertStatus(200, site.client().get("/api/config"));
  }

  private void assertWorks(Client alice) {
    assertArrayEquals(Pkcs12Files.modern(), assertStatus(200, alice.get("/api/keys/" + id)).body());
    assertStatus(204, alice.putKey(id, Pkcs12Files.modern()));
    assertEquals(1, Client.json(alice.get("/api/keys")).size());
  }
}

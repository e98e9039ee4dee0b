package dev.signet.server.jar;

import dev.signet.server.fixture.Client;
import dev.signet.server.fixture.Pkcs12Files;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What was answered survives SIGKILL of the server, and of the database's server. */
class DurabilityOnPostgresTest {
  @Test
  void whatWasAnsweredSurvivesTenKillsOfTheServer() throws Exception {
    DurabilityOnSqliteTest.survives(TestedStore::postgresql, 10);
  }

  @Test
  void whatWasAnsweredSurvivesKillsOfTheDatabaseAndTheServerComesBackByItself() throws Exception {
    KillDuringWrites writes = new KillDuringWrites(Pkcs12Files.modern(), Pkcs12Files.another());
    try (JarSite site = JarSite.start(OwnPostgres::new, "key.max-per-user=10000")) {
      OwnPostgres database = (OwnPostgres) site.store();
      Client alice = site.newClient();
      for (int kill = 0; kill < 5; kill++) {
        writes.start(alice);
        Thread.sleep(ThreadLocalRandom.current().nextInt(200));
        database.kill();
        writes.join();
        database.start();
        StoreUnreachable.awaitReadiness(site, 200);
        writes.verify(alice, true);
      }
    }
  }
}

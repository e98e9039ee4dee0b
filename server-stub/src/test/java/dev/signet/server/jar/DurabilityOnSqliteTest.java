package dev.signet.server.jar;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.server.fixture.Client;
import dev.signet.server.fixture.Pkcs12Files;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What was answered survives SIGKILL of the server at any instant. */
class DurabilityOnSqliteTest {
  private static final int KILLS = 100;

  @Test
  void whatWasAnsweredSurvivesAHundredKills() throws Exception {
    survives(TestedStore::sqlite, KILLS);
  }

  static void survives(TestedStore.Kind kind, int kills) throws Exception {
    KillDuringWrites writes = new KillDuringWrites(Pkcs12Files.modern(), Pkcs12Files.another());
    try (JarSite site = JarSite.start(kind, "key.max-per-user=10000")) {
      // The session survives as well.
      Client alice = site.newClient();
      for (int kill = 0; kill < kills; kill++) {
        writes.start(alice);
        Thread.sleep(ThreadLocalRandom.current().nextInt(100));
        site.process().kill();
        writes.join();
        site.start();
        alice = alice.at(site.client().origin());
        writes.verify(alice, kill % 20 == 19);
      }
      writes.verify(alice, true);
    }
    assertTrue(writes.puts() >= kills * 4, "only " + writes.puts() + " answered");
    assertTrue(writes.deletes() > 0, "no DELETE was answered");
  }
}

package dev.signet.server.jar;

import static dev.signet.server.jar.Answers.assertStatus;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.server.fixture.Databases;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an orchestrator and a proxy are told while the store is away, by GET and by HEAD. */
class HealthTest {
  @Test
  void followsTheFileOfSqlite() throws Exception {
    try (JarSite site = JarSite.start(TestedStore::sqlite)) {
      Path file = Path.of(site.store().settings().url().substring("jdbc:sqlite:".length()));
      Path elsewhere = site.folder().resolve("elsewhere");
      assertSays(site, 200);
      Files.move(file, elsewhere);
      assertSays(site, 503);
      Files.move(elsewhere, file);
      StoreUnreachable.awaitReadiness(site, 200);
      assertSays(site, 200);
    }
  }

  @Test
  void followsPostgresql() throws Exception {
    try (TcpRelay relay = new TcpRelay(Databases.postgresqlPort());
        JarSite site = JarSite.start(folder -> TestedStore.postgresqlThrough(relay, folder))) {
      assertSays(site, 200);
      relay.refuse();
      assertSays(site, 503);
      relay.resume();
      StoreUnreachable.awaitReadiness(site, 200);
      assertSays(site, 200);
    }
  }

  private static void assertSays(JarSite site, int ready) {
    Stream.of("GET", "HEAD")
        .parallel()
        .forEach(
            method -> {
              assertAnswer(method, 200, ask(site, method, "/healthz"));
              assertAnswer(method, ready, ask(site, method, "/readyz"));
            });
  }

  private static HttpResponse<byte[]> ask(JarSite site, String method, String path) {
    return site.client().send(method, path, BodyPublishers.noBody());
  }

  private static void assertAnswer(String method, int status, HttpResponse<byte[]> answer) {
    assertStatus(status, answer);
    assertEquals("no-store", Answers.field(answer, "Cache-Control"));
    assertEquals(method.equals("HEAD"), answer.body().length == 0);
  }
}

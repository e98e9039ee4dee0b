package dev.signet.server.jar;

import dev.signet.server.fixture.Client;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** Waits for what the server says of its store. */
final class StoreUnreachable {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);

  private StoreUnreachable() {}

  /** Waits until {@code /readyz} is answered with that status. */
  static void awaitReadiness(JarSite site, int status) throws InterruptedException {
    await(site.client(), "/readyz", status);
  }

  /** Waits until a path is answered with that status. */
  static void await(Client client, String path, int status) throws InterruptedException {
    Instant last = Instant.now().plus(LONGEST_WAIT);
    HttpResponse<byte[]> answer = client.get(path);
    while (answer.statusCode() != status) {
      if (Instant.now().isAfter(last)) {
        throw new AssertionError(path + " was answered " + answer.statusCode() + " to the end");
      }
      Thread.sleep(50);
      answer = client.get(path);
    }
  }
}

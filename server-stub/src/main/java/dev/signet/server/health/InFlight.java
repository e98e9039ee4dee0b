package dev.signet.server.health;

import dev.signet.server.http.Problem;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.GracefulShutdownHandler;

/**
 * Knows the requests in flight. Once it has been told to stop, those go on, and each new one is
 * answered 503 on a connection that closes after it, so that a proxy asks another server.
 */
public final class InFlight implements HttpHandler {
  private final GracefulShutdownHandler counted;
  private final HttpHandler stopped;
  private volatile boolean stopping;

  public InFlight(HttpHandler next) {
    counted = new GracefulShutdownHandler(next);
    stopped =
        exchange -> {
          exchange.setPersistent(false);
          throw new Problem(503, "stopping", "The server is stopping.").exception();
        };
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    (stopping ? stopped : counted).handleRequest(exchange);
  }

  /** Takes no more, and waits for those in flight; false where the time was not enough. */
  public boolean stop(long millis) {
    stopping = true;
    counted.shutdown();
    try {
      return counted.awaitShutdown(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

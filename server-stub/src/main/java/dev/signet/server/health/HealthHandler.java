package dev.signet.server.health;

import dev.signet.server.http.MethodsHandler;
import dev.signet.server.http.Problem;
import dev.signet.server.http.WorkerHandler;
import dev.signet.server.store.Store;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;

/**
 * {@code /healthz}: 200 while the process lives, whatever the store does, so that nobody restarts a
 * server for its database's sake. {@code /readyz}: 200 while it takes requests and the store
 * answers, else 503, from the first moment of stopping on.
 */
public final class HealthHandler {
  private final Store store;
  private volatile boolean stopping;

  public HealthHandler(Store store) {
    this.store = store;
  }

  /** {@code GET /healthz}. */
  public HttpHandler alive() {
    return new MethodsHandler().on(Methods.GET, exchange -> text(exchange, "alive\n"));
  }

  /** {@code GET /readyz}. */
  public HttpHandler ready() {
    return new MethodsHandler().on(Methods.GET, new WorkerHandler(this::ready));
  }

  /** It will stop: not ready from now on. */
  public void stop() {
    stopping = true;
  }

  private void ready(HttpServerExchange exchange) throws Exception {
    if (stopping) {
      throw new Problem(503, "stopping", "The server is stopping.").exception();
    }
    if (!store.isReady()) {
      throw new Problem(503, "store", "The store cannot be used now.").exception();
    }
    text(exchange, "ready\n");
  }

  private static void text(HttpServerExchange exchange, String text) {
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain; charset=utf-8");
    exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
    exchange.getResponseSender().send(text);
  }
}

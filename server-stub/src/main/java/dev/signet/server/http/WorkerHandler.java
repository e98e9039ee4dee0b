package dev.signet.server.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;

/** Runs the next handler on a thread that may block: whatever reads or writes the store. */
public final class WorkerHandler implements HttpHandler {
  private final HttpHandler next;

  public WorkerHandler(HttpHandler next) {
    this.next = new ProblemHandler(next);
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    exchange.dispatch(next);
  }
}

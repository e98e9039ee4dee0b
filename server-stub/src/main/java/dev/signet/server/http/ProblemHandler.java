package dev.signet.server.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns whatever the next handlers throw into {@code application/problem+json}: a {@link
 * ProblemException} into what it says, anything else into a bare 500 whose cause goes to the log
 * alone.
 *
 * <p>Undertow does not carry exceptions across {@code dispatch}, so one of these stands on each
 * side of it.
 */
public final class ProblemHandler implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

  private final HttpHandler next;

  public ProblemHandler(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    try {
      next.handleRequest(exchange);
    } catch (ProblemException e) {
      Problems.send(exchange, e.problem());
    } catch (Exception | StackOverflowError e) {
      LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
      Problems.send(exchange, new Problem(500, "The server failed; its log says why."));
    }
  }
}

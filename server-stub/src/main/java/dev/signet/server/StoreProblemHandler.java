package dev.signet.server;

import dev.signet.server.http.Problem;
import dev.signet.server.store.StoreException;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers 507 where the store is full and 503 where it cannot be used; the log says why. */
final class StoreProblemHandler implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(StoreProblemHandler.class);

  private final HttpHandler next;

  StoreProblemHandler(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    try {
      next.handleRequest(exchange);
    } catch (StoreException e) {
      if (e.isFull()) {
        LOG.error("{}: the store is full", exchange.getRequestPath());
        throw new Problem(507, "store", "The store is full.").exception();
      }
      // Without the driver's exception: its text may quote the values of a row.
      LOG.error("{} {}: {}", exchange.getRequestMethod(), exchange.getRequestPath(), cause(e));
      throw new Problem(503, "store", "The store cannot be used now.").exception();
    }
  }

  /** The exceptions' types and SQLSTATE, and the first line of what the outermost says. */
  private static String cause(StoreException e) {
    StringBuilder text =
        new StringBuilder(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      text.append(" (").append(cause.getClass().getName()).append(')');
    }
    return text.toString();
  }
}

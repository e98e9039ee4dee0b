package dev.signet.server.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;

/**
 * Refuses requests about whose end two servers could disagree (RFC 9112, 6.1 and 6.3), so that
 * nothing can be smuggled past a proxy in their bodies: a transfer coding other than {@code
 * chunked}, which Undertow takes for no body at all, and one beside {@code Content-Length}. The
 * connection is closed, since what follows on it may be anything.
 */
public final class FramingHandler implements HttpHandler {
  private final HttpHandler next;

  public FramingHandler(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    HeaderValues codings = exchange.getRequestHeaders().get(Headers.TRANSFER_ENCODING);
    HeaderValues lengths = exchange.getRequestHeaders().get(Headers.CONTENT_LENGTH);
    if (codings != null
        && (lengths != null
            || codings.size() != 1
            || !codings.getFirst().strip().equalsIgnoreCase("chunked"))) {
      throw refused(exchange, "The end of the body is not clear.");
    }
    if (lengths != null && lengths.size() != 1) {
      throw refused(exchange, "The length of the body is not clear.");
    }
    next.handleRequest(exchange);
  }

  private static ProblemException refused(HttpServerExchange exchange, String why) {
    exchange.setPersistent(false);
    return new Problem(400, why).exception();
  }
}

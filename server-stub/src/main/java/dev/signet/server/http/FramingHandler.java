package dev.signet.server.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Protocols;
import java.util.Set;

/**
 * Refuses requests about whose end two servers could disagree (RFC 9112, 6.1 and 6.3), so that
 * nothing can be smuggled past a proxy in their bodies: a transfer coding other than {@code
 * chunked}, which Undertow takes for no body at all, and one beside {@code Content-Length}. Also
 * versions of HTTP that nobody has defined. The connection is closed, since what follows on it may
 * be anything.
 */
public final class FramingHandler implements HttpHandler {
  private static final Set<HttpString> VERSIONS =
      Set.of(Protocols.HTTP_1_0, Protocols.HTTP_1_1, Protocols.HTTP_2_0);

  private final HttpHandler next;

  public FramingHandler(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (!VERSIONS.contains(exchange.getProtocol())) {
      throw refused(exchange, new Problem(505, "This server speaks HTTP/1.1 and HTTP/2."));
    }
    HeaderValues codings = exchange.getRequestHeaders().get(Headers.TRANSFER_ENCODING);
    HeaderValues lengths = exchange.getRequestHeaders().get(Headers.CONTENT_LENGTH);
    if (codings != null
        && (lengths != null
            || codings.size() != 1
            || !codings.getFirst().strip().equalsIgnoreCase("chunked"))) {
      throw refused(exchange, new Problem(400, "The end of the body is not clear."));
    }
    if (lengths != null && lengths.size() != 1) {
      throw refused(exchange, new Problem(400, "The length of the body is not clear."));
    }
    next.handleRequest(exchange);
  }

  private static ProblemException refused(HttpServerExchange exchange, Problem problem) {
    exchange.setPersistent(false);
    return problem.exception();
  }
}

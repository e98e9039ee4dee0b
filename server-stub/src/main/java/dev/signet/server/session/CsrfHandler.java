package dev.signet.server.session;

import dev.signet.server.http.OriginHandler;
import dev.signet.server.http.Problem;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.HttpString;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Requires the session's token in {@code X-CSRF-Token} of every request that may change something,
 * else 403.
 */
public final class CsrfHandler implements HttpHandler {
  private static final HttpString FIELD = new HttpString("X-CSRF-Token");

  private final HttpHandler next;

  public CsrfHandler(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (OriginHandler.isStateChanging(exchange) && !hasToken(exchange)) {
      throw new Problem(403, "csrf", "X-CSRF-Token is not the one of this session.").exception();
    }
    next.handleRequest(exchange);
  }

  private static boolean hasToken(HttpServerExchange exchange) {
    HeaderValues given = exchange.getRequestHeaders().get(FIELD);
    return given != null
        && given.size() == 1
        && MessageDigest.isEqual(
            given.getFirst().getBytes(StandardCharsets.UTF_8),
            Session.of(exchange).token().orElseThrow().csrf().getBytes(StandardCharsets.UTF_8));
  }
}

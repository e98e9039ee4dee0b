package dev.signet.server.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.util.Set;

/**
 * Requires of every request that may change something that it comes from a page of the site itself:
 * its {@code Origin} field (RFC 6454, 7) must be there and be the site's, else 403.
 */
public final class OriginHandler implements HttpHandler {
  private static final Set<HttpString> SAFE = Set.of(Methods.GET, Methods.HEAD);

  private final Site site;
  private final HttpHandler next;

  public OriginHandler(Site site, HttpHandler next) {
    this.site = site;
    this.next = next;
  }

  /** Whether the method may change something. */
  public static boolean isStateChanging(HttpServerExchange exchange) {
    return !SAFE.contains(exchange.getRequestMethod());
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (isStateChanging(exchange)) {
      HeaderValues origins = exchange.getRequestHeaders().get(Headers.ORIGIN);
      boolean ours =
          origins != null
              && origins.size() == 1
              && origins.getFirst().equals(site.origin().toString());
      if (!ours) {
        throw new Problem(403, "origin", "The request does not come from a page of this site.")
            .exception();
      }
    }
    next.handleRequest(exchange);
  }
}

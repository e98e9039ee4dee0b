package dev.signet.server.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.net.URI;
import java.util.Set;

/**
 * Lets only requests for the site's own host through; all others are answered 421 (RFC 9110,
 * 15.5.20). A page that makes its own name resolve to this server's address (DNS rebinding) ends
 * here.
 *
 * <p>The port is not compared: behind a proxy it is the proxy's business.
 */
public final class HostHandler implements HttpHandler {
  /**
   * Orchestrators ask these by the machine's address. They have no cookie and no secret, so that a
   * page that gets at them by DNS rebinding learns nothing of a user.
   */
  private static final Set<String> FOR_ANY_HOST = Set.of("/healthz", "/readyz", "/metrics");

  private final Site site;
  private final HttpHandler next;

  /** The last address that was ours, as it was sent: nearly all that come are the same. */
  private volatile String known;

  public HostHandler(Site site, HttpHandler next) {
    this.site = site;
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (FOR_ANY_HOST.contains(exchange.getRequestPath())) {
      next.handleRequest(exchange);
      return;
    }
    HeaderValues hosts = exchange.getRequestHeaders().get(Headers.HOST);
    if (hosts == null || hosts.size() != 1) {
      throw new Problem(400, "A request has exactly one Host field.").exception();
    }
    boolean right = isOurs("//" + hosts.getFirst());
    if (exchange.isHostIncludedInRequestURI()) {
      // The absolute form overrides the Host field (RFC 9112, 3.2.2); both have to be right.
      right &= isOurs(exchange.getRequestURI());
    }
    if (!right) {
      throw new Problem(421, "This server answers for " + site.origin() + " alone.").exception();
    }
    next.handleRequest(exchange);
  }

  private boolean isOurs(String address) {
    if (address.equals(known)) {
      return true;
    }
    try {
      URI uri = URI.create(address);
      boolean ours =
          site.origin().host().equalsIgnoreCase(uri.getHost()) && uri.getRawUserInfo() == null;
      if (ours) {
        known = address;
      }
      return ours;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}

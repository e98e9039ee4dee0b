package dev.signet.server.session;

import dev.signet.server.http.Problem;
import dev.signet.server.http.Site;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.Optional;

/**
 * Lets only requests of a session through, else 401; the session is found by {@link Session#of}.
 */
public final class SessionHandler implements HttpHandler {
  private final Sessions sessions;
  private final SessionCookie cookie;
  private final HttpHandler next;

  public SessionHandler(Sessions sessions, Site site, HttpHandler next) {
    this.sessions = sessions;
    this.cookie = new SessionCookie(site);
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    Optional<Session> session = cookie.read(exchange).flatMap(sessions::find);
    if (session.isEmpty()) {
      throw new Problem(401, "Sign in first.").exception();
    }
    session.get().attachTo(exchange);
    next.handleRequest(exchange);
  }
}

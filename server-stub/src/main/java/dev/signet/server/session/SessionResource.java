package dev.signet.server.session;

import dev.signet.server.http.Json;
import dev.signet.server.http.Site;
import io.undertow.server.HttpServerExchange;

/** {@code GET} and {@code DELETE /api/session}. */
public final class SessionResource {
  private final Sessions sessions;
  private final SessionCookie cookie;

  public SessionResource(Sessions sessions, Site site) {
    this.sessions = sessions;
    this.cookie = new SessionCookie(site);
  }

  /** Who is signed in, and the token that changes need. */
  record Description(String user, String csrf) {}

  /** 200 with user and CSRF token. */
  public void get(HttpServerExchange exchange) {
    Session session = Session.of(exchange);
    Json.send(exchange, new Description(session.user(), session.token().csrf()));
  }

  /** 204: the session is over, here and in the browser. */
  public void delete(HttpServerExchange exchange) {
    sessions.end(Session.of(exchange).token());
    cookie.clear(exchange);
    exchange.setStatusCode(204).endExchange();
  }
}

package dev.signet.server.session;

import dev.signet.server.http.Json;
import dev.signet.server.http.Problem;
import dev.signet.server.http.ProblemException;
import io.undertow.server.HttpServerExchange;

/** {@code GET} and {@code DELETE /api/session}. */
public final class SessionResource {
  private final BrowserSessions sessions;
  private final SignInAudit audit;

  public SessionResource(BrowserSessions sessions, SignInAudit audit) {
    this.sessions = sessions;
    this.audit = audit;
  }

  /** Who is signed in, and the token that changes need; null where they need none. */
  record Description(String user, String csrf) {}

  /** 200 with user and CSRF token. */
  public void get(HttpServerExchange exchange) {
    Session session = Session.of(exchange);
    String csrf = session.token().map(SessionToken::csrf).orElse(null);
    Json.send(exchange, new Description(session.user(), csrf));
  }

  /** 204: the session is over, here and in the browser; 403 where a bearer token was shown. */
  public void delete(HttpServerExchange exchange) throws ProblemException {
    Session session = Session.of(exchange);
    if (session.token().isEmpty()) {
      throw new Problem(403, "bearer", "A bearer token is not ended here.").exception();
    }
    sessions.end(exchange);
    audit.signedOut(exchange, session.user());
    exchange.setStatusCode(204).endExchange();
  }
}

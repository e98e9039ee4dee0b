package dev.signet.server.session;

import dev.signet.server.http.Site;
import dev.signet.server.store.Store;
import io.undertow.server.HttpServerExchange;
import java.util.Optional;

/** Sessions that a browser's cookie names. */
public final class BrowserSessions implements SessionSource {
  private final Sessions sessions;
  private final SessionCookie cookie;

  public BrowserSessions(Sessions sessions, Site site) {
    this.sessions = sessions;
    this.cookie = new SessionCookie(site);
  }

  @Override
  public Optional<Session> find(HttpServerExchange exchange) {
    return cookie.read(exchange).flatMap(sessions::find);
  }

  /** Whether the request has a session's cookie, good or not. */
  public boolean isNamed(HttpServerExchange exchange) {
    return cookie.read(exchange).isPresent();
  }

  /**
   * Begins a session; the answer carries its cookie. One that the browser still has ends: nobody
   * can have known the new one's token.
   *
   * @return false where the account is gone, or has another password by now: no session begins
   */
  public boolean begin(HttpServerExchange exchange, Store.Account account) {
    cookie.read(exchange).ifPresent(sessions::end);
    Optional<SessionToken> token = sessions.begin(account);
    token.ifPresent(text -> cookie.set(exchange, text));
    return token.isPresent();
  }

  /** Ends the request's session, if it has one, here and in the browser. */
  public void end(HttpServerExchange exchange) {
    cookie.read(exchange).ifPresent(sessions::end);
    cookie.clear(exchange);
  }
}

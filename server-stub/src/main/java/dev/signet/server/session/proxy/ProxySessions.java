package dev.signet.server.session.proxy;

import dev.signet.server.session.BrowserSessions;
import dev.signet.server.session.Session;
import dev.signet.server.session.SessionSource;
import io.undertow.server.HttpServerExchange;
import java.util.Optional;

/**
 * A browser's sessions, each good only as long as the proxy names its user; one that comes without,
 * or with another, ends.
 */
public final class ProxySessions implements SessionSource {
  private final BrowserSessions sessions;
  private final ProxyUser user;

  public ProxySessions(BrowserSessions sessions, ProxyUser user) {
    this.sessions = sessions;
    this.user = user;
  }

  @Override
  public Optional<Session> find(HttpServerExchange exchange) {
    Optional<Session> session = sessions.find(exchange);
    if (session.isPresent() && !user.of(exchange).equals(session.map(Session::user))) {
      sessions.end(exchange);
      return Optional.empty();
    }
    return session;
  }
}

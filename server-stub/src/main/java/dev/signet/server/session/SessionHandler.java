package dev.signet.server.session;

import dev.signet.server.http.Problem;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.Optional;

/**
 * Lets only requests of a session through, else 401; the session is found by {@link Session#of}.
 */
public final class SessionHandler implements HttpHandler {
  private final SessionSource source;
  private final HttpHandler browsers;
  private final HttpHandler bearers;

  /**
   * A handler before two others.
   *
   * @param browsers for requests whose browser adds the credential by itself, also when a page of
   *     another site makes it send them
   * @param bearers for requests that show a credential which no browser adds
   */
  public SessionHandler(SessionSource source, HttpHandler browsers, HttpHandler bearers) {
    this.source = source;
    this.browsers = browsers;
    this.bearers = bearers;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    Optional<Session> session = source.find(exchange);
    if (session.isEmpty()) {
      throw new Problem(401, "Sign in first.").exception();
    }
    session.get().attachTo(exchange);
    (session.get().token().isPresent() ? browsers : bearers).handleRequest(exchange);
  }
}

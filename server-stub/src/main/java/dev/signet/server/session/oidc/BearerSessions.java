package dev.signet.server.session.oidc;

import dev.signet.server.http.Problem;
import dev.signet.server.http.ProblemException;
import dev.signet.server.session.BrowserSessions;
import dev.signet.server.session.ExternalAccounts;
import dev.signet.server.session.Session;
import dev.signet.server.session.SessionSource;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.util.Optional;

/**
 * Access tokens of the provider as bearer tokens (RFC 6750), for programs; a request without one is
 * a browser's. One with both is refused, so that it is never in question which of them counted.
 */
public final class BearerSessions implements SessionSource {
  private static final String SCHEME = "Bearer ";

  private final BrowserSessions browsers;
  private final OpenId openId;
  private final ExternalAccounts accounts;

  public BearerSessions(BrowserSessions browsers, OpenId openId, ExternalAccounts accounts) {
    this.browsers = browsers;
    this.openId = openId;
    this.accounts = accounts;
  }

  @Override
  public Optional<Session> find(HttpServerExchange exchange) throws ProblemException {
    HeaderValues given = exchange.getRequestHeaders().get(Headers.AUTHORIZATION);
    if (given == null || !hasBearer(given)) {
      Optional<Session> session = browsers.find(exchange);
      if (session.isEmpty()) {
        exchange.getResponseHeaders().put(Headers.WWW_AUTHENTICATE, "Bearer");
      }
      return session;
    }
    if (given.size() > 1 || browsers.isNamed(exchange)) {
      exchange
          .getResponseHeaders()
          .put(Headers.WWW_AUTHENTICATE, "Bearer error=\"invalid_request\"");
      throw new Problem(400, "bearer", "A request shows one credential, not several.").exception();
    }
    return Optional.of(session(exchange, given.getFirst().substring(SCHEME.length()).strip()));
  }

  private static boolean hasBearer(HeaderValues fields) {
    return fields.stream()
        .anyMatch(field -> field.regionMatches(true, 0, SCHEME, 0, SCHEME.length()));
  }

  private Session session(HttpServerExchange exchange, String token) throws ProblemException {
    try {
      String user = openId.tokens().userOfAccessToken(token);
      return Session.ofBearer(accounts.account(user).id(), user);
    } catch (RefusedException e) {
      exchange.getResponseHeaders().put(Headers.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
      throw new Problem(401, "bearer", "The bearer token is not valid here.").exception();
    } catch (ProviderException e) {
      throw openId.unavailable(exchange, e);
    }
  }
}

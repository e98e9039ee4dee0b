package dev.signet.server.session.proxy;

import dev.signet.server.http.BodyHandler;
import dev.signet.server.http.Problem;
import dev.signet.server.session.BrowserSessions;
import dev.signet.server.session.ExternalAccounts;
import dev.signet.server.session.SignInAudit;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * {@code POST /api/session} without a body or with {@code {}}: 204 with the cookie of a new session
 * for whom the proxy names; 401 where it names nobody; 403 where credentials are posted.
 */
public final class ProxySignInHandler implements HttpHandler {
  private final ProxyUser user;
  private final ExternalAccounts accounts;
  private final BrowserSessions sessions;
  private final SignInAudit audit;

  public ProxySignInHandler(
      ProxyUser user, ExternalAccounts accounts, BrowserSessions sessions, SignInAudit audit) {
    this.user = user;
    this.accounts = accounts;
    this.sessions = sessions;
    this.audit = audit;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    byte[] body = BodyHandler.body(exchange);
    if (body != null && !new String(body, StandardCharsets.UTF_8).matches("\\s*(\\{\\s*})?\\s*")) {
      throw new Problem(403, "proxy", "The proxy before this server signs users in.").exception();
    }
    Optional<String> name = user.of(exchange);
    if (name.isEmpty() || !sessions.begin(exchange, accounts.account(name.get()))) {
      audit.refused(exchange, "-", "no-user");
      throw new Problem(401, "The proxy before this server names no user.").exception();
    }
    audit.signedIn(exchange, name.get());
    exchange.setStatusCode(204).endExchange();
  }
}

package dev.signet.server.keys;

import dev.signet.server.audit.Action;
import dev.signet.server.audit.Actor;
import dev.signet.server.audit.Audit;
import dev.signet.server.audit.AuditEvent;
import dev.signet.server.audit.Outcome;
import dev.signet.server.http.ClientAddress;
import dev.signet.server.http.Problems;
import dev.signet.server.session.Session;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.util.Map;

/**
 * Records each request for one key, just before its answer goes out: what was stored, fetched or
 * deleted, and what was refused on the way, for want of a session, a token or a condition.
 *
 * <p>An answer without the file's bytes, 304 or one to HEAD, is no fetch.
 */
public final class KeyAuditHandler implements HttpHandler {
  private static final Map<HttpString, Action> ACTIONS =
      Map.of(
          Methods.GET, Action.KEY_FETCH,
          Methods.PUT, Action.KEY_STORE,
          Methods.DELETE, Action.KEY_DELETE);

  private final Audit audit;
  private final HttpHandler next;

  public KeyAuditHandler(Audit audit, HttpHandler next) {
    this.audit = audit;
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    Action action = ACTIONS.get(exchange.getRequestMethod());
    if (action != null) {
      exchange.addResponseCommitListener(answered -> record(action, answered));
    }
    next.handleRequest(exchange);
  }

  private void record(Action action, HttpServerExchange exchange) {
    int status = exchange.getStatusCode();
    if (status == 304) {
      return;
    }
    AuditEvent event =
        new AuditEvent(action, outcome(status), actor(exchange)).with("key", key(exchange));
    String tag = exchange.getResponseHeaders().getFirst(Headers.ETAG);
    if (tag != null) {
      event = event.with("sha256", tag.replace("\"", ""));
    }
    if (action == Action.KEY_STORE && status < 300) {
      event = event.with("change", status == 201 ? "created" : "replaced");
    }
    if (status >= 300) {
      event = event.with("status", Integer.toString(status));
      String reason = Problems.sent(exchange).map(problem -> problem.reason()).orElse(null);
      if (reason != null) {
        event = event.with("reason", reason);
      }
    }
    audit.record(event);
  }

  private static Outcome outcome(int status) {
    if (status < 300) {
      return Outcome.DONE;
    }
    return status < 500 || status == 507 ? Outcome.REFUSED : Outcome.FAILED;
  }

  private static Actor actor(HttpServerExchange exchange) {
    String client = ClientAddress.of(exchange).text();
    Session session = Session.of(exchange);
    return session == null ? Actor.unknown(client) : new Actor(session.user(), client);
  }

  private static String key(HttpServerExchange exchange) {
    return exchange.getRequestPath().substring(KeyPath.FOLDER.length());
  }
}

package dev.signet.server.session;

import dev.signet.server.audit.Action;
import dev.signet.server.audit.Actor;
import dev.signet.server.audit.Audit;
import dev.signet.server.audit.AuditEvent;
import dev.signet.server.audit.Outcome;
import dev.signet.server.http.ClientAddress;
import io.undertow.server.HttpServerExchange;

/** Records who signs in and out, and who tries in vain. */
public final class SignInAudit {
  private final Audit audit;

  public SignInAudit(Audit audit) {
    this.audit = audit;
  }

  /** A session has begun. */
  public void signedIn(HttpServerExchange exchange, String user) {
    audit.record(new AuditEvent(Action.SIGN_IN, Outcome.DONE, actor(exchange, user)));
  }

  /** A session has ended at its user's wish. */
  public void signedOut(HttpServerExchange exchange, String user) {
    audit.record(new AuditEvent(Action.SIGN_OUT, Outcome.DONE, actor(exchange, user)));
  }

  /**
   * Signing in was refused.
   *
   * @param user the name that was claimed; {@code -} where there is none
   * @param reason a word
   */
  public void refused(HttpServerExchange exchange, String user, String reason) {
    audit.record(
        new AuditEvent(Action.SIGN_IN, Outcome.REFUSED, actor(exchange, user))
            .with("reason", reason));
  }

  private static Actor actor(HttpServerExchange exchange, String user) {
    return new Actor(user, ClientAddress.of(exchange).text());
  }
}

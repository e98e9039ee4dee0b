package dev.signet.server.session;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import java.util.Optional;

/**
 * Whose a request is.
 *
 * @param accountId whose it is
 * @param user that account's name
 * @param token what the browser's cookie carries; empty where no cookie did, but the request itself
 *     showed a bearer token
 */
public record Session(long accountId, String user, Optional<SessionToken> token) {
  private static final AttachmentKey<Session> KEY = AttachmentKey.create(Session.class);

  /** For one request alone, which showed a bearer token. */
  public static Session ofBearer(long accountId, String user) {
    return new Session(accountId, user, Optional.empty());
  }

  /** The session that {@link SessionHandler} found. */
  public static Session of(HttpServerExchange exchange) {
    return exchange.getAttachment(KEY);
  }

  void attachTo(HttpServerExchange exchange) {
    exchange.putAttachment(KEY, this);
  }
}

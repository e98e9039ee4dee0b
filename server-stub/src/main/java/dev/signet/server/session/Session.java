package dev.signet.server.session;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;

/**
 * The session of a request, found and still good.
 *
 * @param accountId whose it is
 * @param user that account's name
 */
public record Session(long accountId, String user, SessionToken token) {
  private static final AttachmentKey<Session> KEY = AttachmentKey.create(Session.class);

  /** The session that {@link SessionHandler} found. */
  public static Session of(HttpServerExchange exchange) {
    return exchange.getAttachment(KEY);
  }

  void attachTo(HttpServerExchange exchange) {
    exchange.putAttachment(KEY, this);
  }
}

package dev.signet.server.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import java.net.InetAddress;

/**
 * Whose request it is, by address.
 *
 * @param peer the other end of the connection
 * @param client the client: the peer, or whom trusted proxies name
 * @param isCertain false where the request says that it was passed on and nobody vouches for from
 *     whom: the peer is no trusted proxy, or what it says cannot be read. What only certain
 *     networks may do must not be done then
 */
public record ClientAddress(InetAddress peer, InetAddress client, boolean isCertain) {
  private static final AttachmentKey<ClientAddress> KEY = AttachmentKey.create(ClientAddress.class);

  /** What {@link ClientAddressHandler} found. */
  public static ClientAddress of(HttpServerExchange exchange) {
    return exchange.getAttachment(KEY);
  }

  /** The client's address as text, for logs. */
  public String text() {
    return client.getHostAddress();
  }

  void attachTo(HttpServerExchange exchange) {
    exchange.putAttachment(KEY, this);
  }
}

package dev.signet.server.http;

import dev.signet.server.settings.TransportSettings;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Finds the client's {@link ClientAddress}. Only a trusted proxy is believed: of the addresses in
 * {@code X-Forwarded-For}, or in {@code Forwarded} (RFC 7239) where that alone is there, the
 * right-most that is no trusted proxy is the client's, since whatever stands left of it is hearsay.
 */
public final class ClientAddressHandler implements HttpHandler {
  private static final HttpString FORWARDED = new HttpString("Forwarded");

  private final TransportSettings transport;
  private final HttpHandler next;

  public ClientAddressHandler(TransportSettings transport, HttpHandler next) {
    this.transport = transport;
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    InetAddress peer = exchange.getSourceAddress().getAddress();
    of(peer, exchange.getRequestHeaders().get(Headers.X_FORWARDED_FOR), forwarded(exchange))
        .attachTo(exchange);
    next.handleRequest(exchange);
  }

  private static HeaderValues forwarded(HttpServerExchange exchange) {
    return exchange.getRequestHeaders().get(FORWARDED);
  }

  private ClientAddress of(InetAddress peer, HeaderValues addresses, HeaderValues forwarded) {
    if (addresses == null && forwarded == null) {
      return new ClientAddress(peer, peer, true);
    }
    if (!transport.trusts(peer)) {
      return new ClientAddress(peer, peer, false);
    }
    List<Optional<InetAddress>> hops =
        addresses != null ? Hops.ofAddresses(addresses) : Hops.ofForwarded(forwarded);
    InetAddress client = peer;
    for (int i = hops.size() - 1; i >= 0; i--) {
      if (hops.get(i).isEmpty()) {
        return new ClientAddress(peer, client, false);
      }
      client = hops.get(i).get();
      if (!transport.trusts(client)) {
        break;
      }
    }
    return new ClientAddress(peer, client, !hops.isEmpty());
  }
}

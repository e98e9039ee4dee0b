package dev.signet.server.metrics;

import dev.signet.server.http.ClientAddress;
import dev.signet.server.http.Problems;
import dev.signet.server.settings.Network;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.net.InetAddress;
import java.util.List;

/**
 * {@code GET /metrics} in the text format of Prometheus 0.0.4, for the networks that are listed;
 * everybody else is told that there is nothing.
 *
 * <p>Both the peer of the connection and whom a proxy forwards for have to be of these networks;
 * what an unknown proxy passes on is for nobody.
 */
public final class MetricsResource implements HttpHandler {
  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry meters;
  private final List<Network> allowed;

  public MetricsResource(PrometheusMeterRegistry meters, List<Network> allowed) {
    this.meters = meters;
    this.allowed = allowed;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    ClientAddress address = ClientAddress.of(exchange);
    if (!address.isCertain() || !mayRead(address.peer()) || !mayRead(address.client())) {
      throw Problems.notFound();
    }
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, TYPE);
    exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
    exchange.getResponseSender().send(meters.scrape(TYPE));
  }

  private boolean mayRead(InetAddress address) {
    return allowed.stream().anyMatch(network -> network.contains(address));
  }
}

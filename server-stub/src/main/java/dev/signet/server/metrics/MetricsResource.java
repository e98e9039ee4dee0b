package dev.signet.server.metrics;

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
 * <p>The peer of the connection is asked about, not the address that a proxy forwards for: behind a
 * proxy on the same machine, the proxy has to keep the path from strangers.
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
    InetAddress peer = exchange.getSourceAddress().getAddress();
    if (allowed.stream().noneMatch(network -> network.contains(peer))) {
      throw Problems.notFound();
    }
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, TYPE);
    exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
    exchange.getResponseSender().send(meters.scrape(TYPE));
  }
}

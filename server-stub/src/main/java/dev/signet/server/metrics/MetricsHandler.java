package dev.signet.server.metrics;

import dev.signet.server.http.RouteHandler;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Times every request, from its header section to the end of its answer, by route, method and class
 * of status, and counts those in flight. A route is the template that was registered, never the
 * path that was asked for, and a method that nobody registered for is {@code other}: what clients
 * send cannot make new labels.
 */
public final class MetricsHandler implements HttpHandler {
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "PUT", "POST", "DELETE");
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(20),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(2),
    Duration.ofSeconds(10)
  };

  private final MeterRegistry meters;
  private final HttpHandler next;
  private final AtomicInteger inFlight = new AtomicInteger();

  public MetricsHandler(MeterRegistry meters, HttpHandler next) {
    this.meters = meters;
    this.next = next;
    meters.gauge("signet.http.requests.in.flight", inFlight);
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    long start = System.nanoTime();
    inFlight.incrementAndGet();
    exchange.addExchangeCompleteListener(
        (ended, following) -> {
          inFlight.decrementAndGet();
          timer(ended).record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
          following.proceed();
        });
    next.handleRequest(exchange);
  }

  private Timer timer(HttpServerExchange exchange) {
    String method = exchange.getRequestMethod().toString();
    return Timer.builder("signet.http.requests")
        .description("Requests by route, method and class of status")
        .serviceLevelObjectives(BUCKETS)
        .tag("route", RouteHandler.route(exchange))
        .tag("method", METHODS.contains(method) ? method : "other")
        .tag("status", exchange.getStatusCode() / 100 + "xx")
        .register(meters);
  }
}

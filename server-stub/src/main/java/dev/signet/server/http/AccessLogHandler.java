package dev.signet.server.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each request: client, method, path, status, bytes sent, milliseconds. No query, no
 * header, no cookie, no body: nothing that could hold a secret. The path is logged as it was sent,
 * percent-encoded, so that it cannot break the line.
 */
public final class AccessLogHandler implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger("dev.signet.server.access");

  private final HttpHandler next;

  public AccessLogHandler(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    long start = System.nanoTime();
    exchange.addExchangeCompleteListener(
        (ended, following) -> {
          LOG.info(
              "{} {} {} {} {} {}ms",
              ClientAddress.of(ended).text(),
              ended.getRequestMethod(),
              ended.getRequestURI(),
              ended.getStatusCode(),
              ended.getResponseBytesSent(),
              TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
          following.proceed();
        });
    next.handleRequest(exchange);
  }
}

package dev.signet.server.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line of the logger {@code signet.access} for each request: method, path, status, client, user
 * (or {@code -}), version of HTTP, bytes sent, milliseconds. No query, no header, no cookie, no
 * body: nothing that could hold a secret.
 */
public final class AccessLogHandler implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger("signet.access");
  private static final int MOST_CHARS = 500;

  private final Function<HttpServerExchange, String> user;
  private final HttpHandler next;

  /**
   * A handler before another.
   *
   * @param user the name of who is signed in, or null, asked when the request is over
   */
  public AccessLogHandler(Function<HttpServerExchange, String> user, HttpHandler next) {
    this.user = user;
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    long start = System.nanoTime();
    exchange.addExchangeCompleteListener(
        (ended, following) -> {
          log(ended, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
          following.proceed();
        });
    next.handleRequest(exchange);
  }

  private void log(HttpServerExchange exchange, long millis) {
    if (!LOG.isInfoEnabled()) {
      return;
    }
    String method = bounded(exchange.getRequestMethod().toString());
    String path = bounded(path(exchange));
    String status = Integer.toString(exchange.getStatusCode());
    String name = user.apply(exchange);
    LOG.atInfo()
        .addKeyValue("method", method)
        .addKeyValue("path", path)
        .addKeyValue("status", status)
        .addKeyValue("client", ClientAddress.of(exchange).text())
        .addKeyValue("user", name == null ? "-" : name)
        .addKeyValue("protocol", exchange.getProtocol().toString())
        .addKeyValue("bytes", exchange.getResponseBytesSent())
        .addKeyValue("ms", millis)
        .log("{} {} {}", method, path, status);
  }

  /** As it was sent, percent-encoded; of an absolute form, which may hold a password, decoded. */
  private static String path(HttpServerExchange exchange) {
    return exchange.isHostIncludedInRequestURI()
        ? exchange.getRequestPath()
        : exchange.getRequestURI();
  }

  private static String bounded(String text) {
    return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS) + "…";
  }
}

package dev.signet.server.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import java.util.HashMap;
import java.util.Map;

/**
 * Chooses a handler by the decoded path. Paths are compared whole, or by one prefix that ends in a
 * slash; nothing is normalised, so {@code //}, {@code /./} and {@code /../} lead nowhere.
 */
public final class RouteHandler implements HttpHandler {
  private static final AttachmentKey<String> ROUTE = AttachmentKey.create(String.class);

  private final Map<String, HttpHandler> exact = new HashMap<>();
  private final Map<String, HttpHandler> folders = new HashMap<>();
  private final HttpHandler otherwise;

  public RouteHandler(HttpHandler otherwise) {
    this.otherwise = named("/*", otherwise);
  }

  /** Adds one path; returns this. */
  public RouteHandler exact(String path, HttpHandler handler) {
    exact.put(path, named(path, handler));
    return this;
  }

  /**
   * Adds every path below {@code folder}, which ends in a slash; the longest folder wins. Returns
   * this.
   */
  public RouteHandler below(String folder, HttpHandler handler) {
    folders.put(folder, named(folder + "*", handler));
    return this;
  }

  /**
   * The path or folder that was registered for where the request went, such as {@code /api/keys/*};
   * {@code none} where it went nowhere.
   */
  public static String route(HttpServerExchange exchange) {
    String route = exchange.getAttachment(ROUTE);
    return route == null ? "none" : route;
  }

  private static HttpHandler named(String route, HttpHandler handler) {
    return exchange -> {
      exchange.putAttachment(ROUTE, route);
      handler.handleRequest(exchange);
    };
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    // Undertow drops what stands behind a semicolon; a proxy that compares paths does not.
    if (exchange.getRequestURI().indexOf(';') >= 0) {
      throw Problems.notFound();
    }
    handlerOf(exchange.getRequestPath()).handleRequest(exchange);
  }

  private HttpHandler handlerOf(String path) {
    HttpHandler found = exact.get(path);
    for (int end = path.lastIndexOf('/'); found == null && end >= 0; ) {
      found = folders.get(path.substring(0, end + 1));
      end = path.lastIndexOf('/', end - 1);
    }
    return found == null ? otherwise : found;
  }
}

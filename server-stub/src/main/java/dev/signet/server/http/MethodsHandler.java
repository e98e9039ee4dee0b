package dev.signet.server.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * One resource's methods, each with its handler. Any other method is answered 405 with {@code
 * Allow} (RFC 9110, 15.5.6); HEAD goes where GET goes, and Undertow keeps the content back.
 */
public final class MethodsHandler implements HttpHandler {
  private final Map<HttpString, HttpHandler> handlers = new LinkedHashMap<>();

  /** Adds a method; returns this. */
  public MethodsHandler on(HttpString method, HttpHandler handler) {
    handlers.put(method, handler);
    if (method.equals(Methods.GET)) {
      handlers.put(Methods.HEAD, handler);
    }
    return this;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    HttpHandler handler = handlers.get(exchange.getRequestMethod());
    if (handler == null) {
      TreeSet<String> allowed = new TreeSet<>();
      handlers.keySet().forEach(method -> allowed.add(method.toString()));
      exchange.getResponseHeaders().put(Headers.ALLOW, String.join(", ", allowed));
      throw new Problem(405, "This address does not know that method.").exception();
    }
    handler.handleRequest(exchange);
  }
}

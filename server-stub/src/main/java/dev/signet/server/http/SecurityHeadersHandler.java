package dev.signet.server.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;

/** Puts the security headers on every answer, whatever becomes of the request. */
public final class SecurityHeadersHandler implements HttpHandler {
  private final SecurityHeaders headers;
  private final HttpHandler next;

  public SecurityHeadersHandler(SecurityHeaders headers, HttpHandler next) {
    this.headers = headers;
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    headers.put(exchange.getResponseHeaders(), exchange.getRequestPath());
    next.handleRequest(exchange);
  }
}

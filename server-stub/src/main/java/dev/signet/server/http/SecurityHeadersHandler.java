package dev.signet.server.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;

/**
 * Puts the security headers on every answer, whatever becomes of the request: {@code
 * docs/security.md} says what each is for.
 */
public final class SecurityHeadersHandler implements HttpHandler {
  private static final HttpString CONTENT_SECURITY_POLICY =
      new HttpString("Content-Security-Policy");
  private static final HttpString RESOURCE_POLICY = new HttpString("Cross-Origin-Resource-Policy");
  private static final HttpString ALLOW_ORIGIN = new HttpString("Access-Control-Allow-Origin");
  private static final HttpString OPENER_POLICY = new HttpString("Cross-Origin-Opener-Policy");
  private static final HttpString EMBEDDER_POLICY = new HttpString("Cross-Origin-Embedder-Policy");
  private static final HttpString REFERRER_POLICY = new HttpString("Referrer-Policy");
  private static final HttpString PERMISSIONS_POLICY = new HttpString("Permissions-Policy");
  private static final HttpString CONTENT_TYPE_OPTIONS = new HttpString("X-Content-Type-Options");
  private static final HttpString TRANSPORT_SECURITY = new HttpString("Strict-Transport-Security");

  /** What the pages never use, denied to them and to whatever they frame. */
  private static final String NO_PERMISSIONS =
      "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), "
          + "magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()";

  private final Site site;
  private final HttpHandler next;

  public SecurityHeadersHandler(Site site, HttpHandler next) {
    this.site = site;
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    ResponsePolicies.Policy policy = ResponsePolicies.of(exchange.getRequestPath());
    HeaderMap fields = exchange.getResponseHeaders();
    fields.put(CONTENT_SECURITY_POLICY, policy.contentSecurity());
    fields.put(RESOURCE_POLICY, policy.readers());
    if (policy.isForEveryone()) {
      // A module script is fetched with CORS (HTML, 8.1.4.2).
      fields.put(ALLOW_ORIGIN, "*");
    }
    fields.put(OPENER_POLICY, "same-origin");
    fields.put(EMBEDDER_POLICY, "require-corp");
    fields.put(REFERRER_POLICY, "no-referrer");
    fields.put(PERMISSIONS_POLICY, NO_PERMISSIONS);
    fields.put(CONTENT_TYPE_OPTIONS, "nosniff");
    if (site.origin().isSecure()) {
      fields.put(TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
    }
    next.handleRequest(exchange);
  }
}

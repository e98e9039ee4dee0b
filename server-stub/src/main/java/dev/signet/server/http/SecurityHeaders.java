package dev.signet.server.http;

import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.nio.charset.StandardCharsets;

/**
 * The security headers: {@code docs/security.md} says what each is for. Also the whole answer to
 * what the HTTP parser refuses, since it never becomes a request that a handler could answer.
 */
public final class SecurityHeaders {
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

  private static final String UNREADABLE =
      "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,\"detail\":\"The request"
          + " cannot be read, or its head is longer than this server takes.\"}";

  private final Site site;
  private final ResponsePolicies policies;

  /** The headers of a site's answers. */
  public SecurityHeaders(Site site) {
    this.site = site;
    this.policies = new ResponsePolicies(site.frameAncestors(), site.mailOrigins());
  }

  /** Puts those of a decoded path. */
  void put(HeaderMap fields, String path) {
    ResponsePolicies.Policy policy = policies.of(path);
    fields.put(CONTENT_SECURITY_POLICY, policy.contentSecurity());
    fields.put(RESOURCE_POLICY, policy.readers());
    if (policy.isForEveryone()) {
      // A module script is fetched with CORS (HTML, 8.1.4.2).
      fields.put(ALLOW_ORIGIN, "*");
    }
    fields.put(OPENER_POLICY, "same-origin");
    fields.put(EMBEDDER_POLICY, policy.embedder());
    fields.put(REFERRER_POLICY, "no-referrer");
    fields.put(PERMISSIONS_POLICY, NO_PERMISSIONS);
    fields.put(CONTENT_TYPE_OPTIONS, "nosniff");
    if (site.origin().isSecure()) {
      fields.put(TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
    }
  }

  /** An answer 400 of HTTP/1.1, octet by octet, after which the connection is closed. */
  public byte[] refusal() {
    HeaderMap fields = new HeaderMap();
    put(fields, "/");
    fields.put(Headers.CONTENT_TYPE, "application/problem+json");
    fields.put(Headers.CACHE_CONTROL, "no-store");
    fields.put(Headers.CONTENT_LENGTH, UNREADABLE.length());
    fields.put(Headers.CONNECTION, "close");
    StringBuilder answer = new StringBuilder("HTTP/1.1 400 Bad Request\r\n");
    for (HeaderValues field : fields) {
      answer.append(field.getHeaderName()).append(": ").append(field.getFirst()).append("\r\n");
    }
    return answer.append("\r\n").append(UNREADABLE).toString().getBytes(StandardCharsets.US_ASCII);
  }
}

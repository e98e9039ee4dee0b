package dev.signet.server.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A cookie of the whole site (RFC 6265) that no script reads: HttpOnly; on https also Secure, with
 * the {@code __Host-} prefix, so that no other host can plant one.
 */
public final class SiteCookie {
  private final Site site;
  private final String name;
  private final String sameSite;
  private final Pattern form;

  /**
   * A cookie.
   *
   * @param name without the prefix
   * @param sameSite {@code Strict} or {@code Lax}
   * @param form of its values; others are not seen
   */
  public SiteCookie(Site site, String name, String sameSite, Pattern form) {
    this.site = site;
    this.name = name;
    this.sameSite = sameSite;
    this.form = form;
  }

  /**
   * The value that the browser sent. Not by Undertow's parser, which fails for all cookies where
   * one is malformed or where there are many: those of other services on the same host.
   */
  public Optional<String> read(HttpServerExchange exchange) {
    HeaderValues fields = exchange.getRequestHeaders().get(Headers.COOKIE);
    if (fields == null) {
      return Optional.empty();
    }
    String start = name() + "=";
    return fields.stream()
        .flatMap(field -> Arrays.stream(field.split(";", -1)))
        .map(String::strip)
        .filter(pair -> pair.startsWith(start))
        .map(pair -> pair.substring(start.length()))
        .filter(value -> form.matcher(value).matches())
        .findFirst();
  }

  /** Has the browser keep a value until it ends. */
  public void set(HttpServerExchange exchange, String value) {
    send(exchange, value, "");
  }

  /** Has the browser keep a value for a time. */
  public void set(HttpServerExchange exchange, String value, Duration lifetime) {
    send(exchange, value, "; Max-Age=" + lifetime.toSeconds());
  }

  /** Has the browser forget it. */
  public void clear(HttpServerExchange exchange) {
    set(exchange, "", Duration.ZERO);
  }

  private void send(HttpServerExchange exchange, String value, String lifetime) {
    exchange
        .getResponseHeaders()
        .add(
            Headers.SET_COOKIE,
            name()
                + "="
                + value
                + "; Path=/; HttpOnly; SameSite="
                + sameSite
                + (site.origin().isSecure() ? "; Secure" : "")
                + lifetime);
  }

  private String name() {
    return site.origin().isSecure() ? "__Host-" + name : name;
  }
}

package dev.signet.server.session;

import dev.signet.server.http.Site;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The cookie that carries the token (RFC 6265): HttpOnly, SameSite=Strict, for the whole site, gone
 * with the browser; on https also Secure, with the {@code __Host-} prefix, so that no other host
 * can plant one.
 */
final class SessionCookie {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final Site site;

  SessionCookie(Site site) {
    this.site = site;
  }

  /**
   * The token that the browser sent. Not by Undertow's parser, which fails for all cookies where
   * one is malformed or where there are many: those of other services on the same host.
   */
  Optional<SessionToken> read(HttpServerExchange exchange) {
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
        .filter(value -> TOKEN.matcher(value).matches())
        .findFirst()
        .map(SessionToken::new);
  }

  void set(HttpServerExchange exchange, SessionToken token) {
    send(exchange, token.text(), "");
  }

  void clear(HttpServerExchange exchange) {
    send(exchange, "", "; Max-Age=0");
  }

  private void send(HttpServerExchange exchange, String value, String lifetime) {
    String secure = site.origin().isSecure() ? "; Secure" : "";
    exchange
        .getResponseHeaders()
        .add(
            Headers.SET_COOKIE,
            name() + "=" + value + "; Path=/; HttpOnly; SameSite=Strict" + secure + lifetime);
  }

  private String name() {
    return site.origin().isSecure() ? "__Host-signet-session" : "signet-session";
  }
}

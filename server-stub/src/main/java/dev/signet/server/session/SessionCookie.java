package dev.signet.server.session;

import dev.signet.server.http.Site;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.Cookie;
import io.undertow.util.Headers;
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

  Optional<SessionToken> read(HttpServerExchange exchange) {
    Cookie cookie = exchange.getRequestCookie(name());
    return Optional.ofNullable(cookie)
        .map(Cookie::getValue)
        .filter(value -> TOKEN.matcher(value).matches())
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

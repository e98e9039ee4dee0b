package dev.signet.server.session;

import dev.signet.server.http.Site;
import dev.signet.server.http.SiteCookie;
import io.undertow.server.HttpServerExchange;
import java.util.Optional;
import java.util.regex.Pattern;

/** The cookie that carries the token: SameSite=Strict, gone with the browser. */
final class SessionCookie {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final SiteCookie cookie;

  SessionCookie(Site site) {
    this.cookie = new SiteCookie(site, "signet-session", "Strict", TOKEN);
  }

  Optional<SessionToken> read(HttpServerExchange exchange) {
    return cookie.read(exchange).map(SessionToken::new);
  }

  void set(HttpServerExchange exchange, SessionToken token) {
    cookie.set(exchange, token.text());
  }

  void clear(HttpServerExchange exchange) {
    cookie.clear(exchange);
  }
}

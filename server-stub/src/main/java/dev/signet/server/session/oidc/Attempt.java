package dev.signet.server.session.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import dev.signet.server.digest.Derived;
import dev.signet.server.digest.RandomText;
import dev.signet.server.http.Site;
import dev.signet.server.http.SiteCookie;
import io.undertow.server.HttpServerExchange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One browser's attempt to sign in: 256 random bits and the second at which it began, in a cookie
 * of that browser. State, nonce and PKCE verifier are HMACs of both, so no server has to remember
 * anything, any server of a store can end what another began, and nobody but this browser can.
 *
 * @param text seconds since 1970, a dot, 43 characters of base64url
 */
record Attempt(String text) {
  static final Duration LIFETIME = Duration.ofMinutes(10);
  private static final Pattern FORM = Pattern.compile("\\d{1,12}\\.[A-Za-z0-9_-]{43}");
  private static final int BYTES = 32;

  static Attempt begin(Instant now) {
    return new Attempt(now.getEpochSecond() + "." + RandomText.of(BYTES));
  }

  /** What the browser's cookie says; empty where it is not there, or too old. */
  static Optional<Attempt> read(HttpServerExchange exchange, Site site, Instant now) {
    return cookie(site).read(exchange).filter(text -> isOfNow(text, now)).map(Attempt::new);
  }

  private static boolean isOfNow(String text, Instant now) {
    Instant begun = Instant.ofEpochSecond(Long.parseLong(text.substring(0, text.indexOf('.'))));
    return !begun.isAfter(now) && !begun.plus(LIFETIME).isBefore(now);
  }

  void set(HttpServerExchange exchange, Site site) {
    cookie(site).set(exchange, text, LIFETIME);
  }

  static void clear(HttpServerExchange exchange, Site site) {
    cookie(site).clear(exchange);
  }

  State state() {
    return new State(derive("state"));
  }

  Nonce nonce() {
    return new Nonce(derive("nonce"));
  }

  CodeVerifier verifier() {
    return new CodeVerifier(derive("verifier"));
  }

  private String derive(String use) {
    return Derived.from(text, "signet oidc " + use);
  }

  /** Lax: the browser has to send it when the provider sends it back. */
  private static SiteCookie cookie(Site site) {
    return new SiteCookie(site, "signet-oidc", "Lax", FORM);
  }

  @Override
  public String toString() {
    return "Attempt[secret]";
  }
}

package dev.signet.server.session.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import dev.signet.server.http.Site;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.Cookie;
import io.undertow.util.Headers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One browser's attempt to sign in: 256 random bits and the second at which it began, in a cookie
 * of that browser. State, nonce and PKCE verifier are HMACs of both, so no server has to remember
 * anything, any server of a store can end what another began, and nobody but this browser can.
 *
 * @param text seconds since 1970, a dot, 43 characters of base64url
 */
record Attempt(String text) {
  static final Duration LIFETIME = Duration.ofMinutes(10);
  private static final Pattern FORM = Pattern.compile("(\\d{1,12})\\.[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  static Attempt begin(Instant now) {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Attempt(now.getEpochSecond() + "." + base64(bytes));
  }

  /** What the browser's cookie says; empty where it is not there, or too old. */
  static Optional<Attempt> read(HttpServerExchange exchange, Site site, Instant now) {
    Cookie cookie = exchange.getRequestCookie(name(site));
    if (cookie == null) {
      return Optional.empty();
    }
    Matcher form = FORM.matcher(cookie.getValue());
    if (!form.matches()) {
      return Optional.empty();
    }
    Instant begun = Instant.ofEpochSecond(Long.parseLong(form.group(1)));
    return begun.isAfter(now) || begun.plus(LIFETIME).isBefore(now)
        ? Optional.empty()
        : Optional.of(new Attempt(cookie.getValue()));
  }

  /** Lax: the browser has to send it when the provider sends it back. */
  void set(HttpServerExchange exchange, Site site) {
    send(exchange, site, text, LIFETIME.toSeconds());
  }

  static void clear(HttpServerExchange exchange, Site site) {
    send(exchange, site, "", 0);
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
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(text.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
      return base64(mac.doFinal(("signet oidc " + use).getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }

  private static void send(HttpServerExchange exchange, Site site, String value, long seconds) {
    exchange
        .getResponseHeaders()
        .add(
            Headers.SET_COOKIE,
            name(site)
                + "="
                + value
                + "; Path=/; HttpOnly; SameSite=Lax; Max-Age="
                + seconds
                + (site.origin().isSecure() ? "; Secure" : ""));
  }

  private static String name(Site site) {
    return site.origin().isSecure() ? "__Host-signet-oidc" : "signet-oidc";
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "Attempt[secret]";
  }
}

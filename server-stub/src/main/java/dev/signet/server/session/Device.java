package dev.signet.server.session;

import dev.signet.server.http.Site;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.Cookie;
import io.undertow.util.Headers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A cookie that says that this browser has signed in to an account before. It proves nothing else
 * and signs nobody in; the limit on guessing counts such a browser for itself.
 *
 * <p>128 random bits, and their HMAC with the account's name under the account's password hash,
 * whose salt nobody outside knows: nothing has to be stored, and a new password ends it.
 */
final class Device {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 16;
  private static final int ID_CHARS = 22;
  private static final int LIFETIME_SECONDS = 180 * 24 * 3600;

  private final Site site;

  Device(Site site) {
    this.site = site;
  }

  /** The random part of the cookie, where the cookie is one for this account. */
  Optional<String> of(HttpServerExchange exchange, String account, Optional<String> passwordHash) {
    Cookie cookie = exchange.getRequestCookie(name());
    if (cookie == null || passwordHash.isEmpty() || !FORM.matcher(cookie.getValue()).matches()) {
      return Optional.empty();
    }
    String id = cookie.getValue().substring(0, ID_CHARS);
    boolean right =
        MessageDigest.isEqual(
            cookie.getValue().getBytes(StandardCharsets.US_ASCII),
            value(id, account, passwordHash.get()).getBytes(StandardCharsets.US_ASCII));
    return right ? Optional.of(id) : Optional.empty();
  }

  /** Marks the browser as one that has signed in to the account. */
  void set(HttpServerExchange exchange, String account, String passwordHash) {
    byte[] id = new byte[BYTES];
    RANDOM.nextBytes(id);
    exchange
        .getResponseHeaders()
        .add(
            Headers.SET_COOKIE,
            name()
                + "="
                + value(base64(id), account, passwordHash)
                + "; Path=/; HttpOnly; SameSite=Strict; Max-Age="
                + LIFETIME_SECONDS
                + (site.origin().isSecure() ? "; Secure" : ""));
  }

  private static String value(String id, String account, String passwordHash) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(passwordHash.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
      String text = "signet device " + id + " " + account;
      return id + "." + base64(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private String name() {
    return site.origin().isSecure() ? "__Host-signet-device" : "signet-device";
  }
}

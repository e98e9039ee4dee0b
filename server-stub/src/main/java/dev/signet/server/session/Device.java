package dev.signet.server.session;

import dev.signet.server.digest.Derived;
import dev.signet.server.digest.RandomText;
import dev.signet.server.http.Site;
import dev.signet.server.http.SiteCookie;
import io.undertow.server.HttpServerExchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A cookie that says that this browser has signed in to an account before. It proves nothing else
 * and signs nobody in; the limit on guessing counts such a browser for itself.
 *
 * <p>128 random bits, and their HMAC with the account's name under the account's password hash,
 * whose salt nobody outside knows: nothing has to be stored, and a new password ends it.
 */
final class Device {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}");
  private static final int BYTES = 16;
  private static final int ID_CHARS = 22;
  private static final Duration LIFETIME = Duration.ofDays(180);

  private final SiteCookie cookie;

  Device(Site site) {
    this.cookie = new SiteCookie(site, "signet-device", "Strict", FORM);
  }

  /** The random part of the cookie, where the cookie is one for this account. */
  Optional<String> of(HttpServerExchange exchange, String account, Optional<String> passwordHash) {
    return passwordHash.isEmpty()
        ? Optional.empty()
        : cookie
            .read(exchange)
            .filter(value -> isRight(value, account, passwordHash.get()))
            .map(Device::id);
  }

  /** Marks the browser as one that has signed in to the account. */
  void set(HttpServerExchange exchange, String account, String passwordHash) {
    cookie.set(exchange, value(RandomText.of(BYTES), account, passwordHash), LIFETIME);
  }

  private static boolean isRight(String value, String account, String passwordHash) {
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.US_ASCII),
        value(id(value), account, passwordHash).getBytes(StandardCharsets.US_ASCII));
  }

  private static String id(String value) {
    return value.substring(0, ID_CHARS);
  }

  private static String value(String id, String account, String passwordHash) {
    return id + "." + Derived.from(passwordHash, "signet device " + id + " " + account);
  }
}

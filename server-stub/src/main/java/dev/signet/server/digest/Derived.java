package dev.signet.server.digest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Texts that follow from a secret and do not lead back to it. */
public final class Derived {
  private Derived() {}

  /**
   * HMAC-SHA-256 (RFC 2104) of a text.
   *
   * @param secret its key, in ASCII
   * @return 43 characters of base64url
   */
  public static String from(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
      return base64Url(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }

  /** Base64url without padding (RFC 4648, 5). */
  static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

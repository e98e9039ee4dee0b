package dev.signet.server.session;

import dev.signet.server.digest.Derived;
import dev.signet.server.digest.RandomText;
import dev.signet.server.digest.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * The secret that a session's cookie carries: 256 random bits. The store knows its SHA-256 alone.
 *
 * @param text base64url, 43 characters
 */
record SessionToken(String text) {
  private static final int BYTES = 32;

  static SessionToken create() {
    return new SessionToken(RandomText.of(BYTES));
  }

  /** What the store knows. */
  byte[] hash() {
    return Sha256.of(text.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * The session's CSRF token. It follows from the session's token, so it need not be stored, and
   * does not lead back to it; a page of another site can learn neither.
   */
  String csrf() {
    return Derived.from(text, "signet csrf");
  }

  @Override
  public String toString() {
    return "SessionToken[secret]";
  }
}

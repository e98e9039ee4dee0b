package dev.signet.server.digest;

import java.security.SecureRandom;

/** Secrets that nobody can guess. */
public final class RandomText {
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomText() {}

  /** That many random octets, in base64url without padding. */
  public static String of(int octets) {
    byte[] random = new byte[octets];
    RANDOM.nextBytes(random);
    return Derived.base64Url(random);
  }
}

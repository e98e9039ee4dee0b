package dev.signet.server.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id hashes (RFC 9106) as PHC strings, which carry their parameters: old hashes stay good
 * when the parameters for new ones are raised.
 *
 * <p>Passwords are compared in Unicode normalisation form C (RFC 8265, 4.2), as UTF-8.
 */
final class PasswordHash {
  // The parameters that OWASP names: 19 MiB, two passes. The permits below bound how many are
  // computed at once, and
  // with them the memory that sign-ins can take.
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int TAG_BYTES = 32;

  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int MOST_AT_ONCE =
      Math.min(4, Math.max(2, Runtime.getRuntime().availableProcessors()));
  private static final Semaphore PERMITS = new Semaphore(MOST_AT_ONCE, true);

  /** Who waits for a permit holds a thread; there must be threads left for other requests. */
  private static final int MOST_WAITING = 4;

  private static final Semaphore PLACES = new Semaphore(MOST_AT_ONCE + MOST_WAITING);

  private PasswordHash() {}

  /** A new hash with a salt of its own. */
  static String of(String password) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    byte[] tag = argon2id(password, salt, MEMORY_KIB, PASSES, LANES, TAG_BYTES);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            MEMORY_KIB, PASSES, LANES, base64.encodeToString(salt), base64.encodeToString(tag));
  }

  /**
   * Whether the password is the one that was hashed; compares in constant time.
   *
   * @throws TooBusyException where too many are being checked
   */
  static boolean verify(String password, String hash) {
    Matcher parts = PHC.matcher(hash);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not an Argon2id hash");
    }
    byte[] expected = Base64.getDecoder().decode(parts.group(5));
    byte[] tag =
        argon2id(
            password,
            Base64.getDecoder().decode(parts.group(4)),
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)),
            expected.length);
    return MessageDigest.isEqual(tag, expected);
  }

  private static byte[] argon2id(
      String password, byte[] salt, int memoryKib, int passes, int lanes, int tagBytes) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    byte[] tag = new byte[tagBytes];
    if (!PLACES.tryAcquire()) {
      throw new TooBusyException();
    }
    PERMITS.acquireUninterruptibly();
    try {
      generator.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(memoryKib)
              .withIterations(passes)
              .withParallelism(lanes)
              .withSalt(salt)
              .build());
      generator.generateBytes(
          Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8),
          tag);
    } finally {
      PERMITS.release();
      PLACES.release();
    }
    return tag;
  }
}

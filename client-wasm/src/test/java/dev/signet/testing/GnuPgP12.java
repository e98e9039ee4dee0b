package dev.signet.testing;

import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A .p12 that {@code gpgsm} 2.2 takes. It refuses one in a hundred of those that OpenSSL makes (8
 * of 800 measured, key and passphrase the same in all): its own PKCS#12 key derivation loses a
 * leading zero octet of an intermediate value (all 8 had one, RFC 7292 appendix B.2 step 6C), so
 * that the key comes out wrong. That hangs on the salt: the same key under another one is taken,
 * and the same file is refused each time.
 */
public final class GnuPgP12 {
  private static final int TRIES = 5;

  private GnuPgP12() {}

  /**
   * Makes files with fresh salts until one is taken, at most five.
   *
   * @param taken imports the file and tells whether that went well
   * @return whether one was taken
   */
  public static boolean imported(Supplier<byte[]> made, Predicate<byte[]> taken) {
    for (int i = 0; i < TRIES; i++) {
      if (taken.test(made.get())) {
        return true;
      }
    }
    return false;
  }
}

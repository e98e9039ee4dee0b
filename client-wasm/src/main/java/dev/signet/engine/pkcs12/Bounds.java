package dev.signet.engine.pkcs12;

import java.math.BigInteger;

/** Bounds on the sizes that a file names. */
final class Bounds {
  /** Octets of salt above which a file is refused; those in use have 8 to 64. */
  static final int LONGEST_SALT = 1024;

  /** Octets of key; no cipher or MAC that is known takes more. */
  static final int LONGEST_KEY = 64;

  private Bounds() {}

  /** The salt, unless it is beyond measure. */
  static byte[] salt(byte[] salt) {
    if (salt.length > LONGEST_SALT) {
      throw Faults.refused("salt", Integer.toString(salt.length), Integer.toString(LONGEST_SALT));
    }
    return salt;
  }

  /** The length of a key, or null where the file does not say, unless it is beyond measure. */
  static BigInteger keyLength(BigInteger length) {
    if (length == null) {
      return null;
    }
    if (length.signum() <= 0) {
      throw Faults.damaged();
    }
    if (length.bitLength() > 31 || length.intValue() > LONGEST_KEY) {
      throw Faults.refused("key length", figure(length), Integer.toString(LONGEST_KEY));
    }
    return length;
  }

  /** A number for an error. */
  static String figure(BigInteger number) {
    // A number of a million digits is nobody's to read, and takes its time to be written.
    return number.bitLength() > 64 ? "over 2^64" : number.toString();
  }
}

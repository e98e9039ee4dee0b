package dev.signet.engine.pkcs12;

import java.math.BigInteger;

/** Bounds the rounds of key derivation that one file may ask for, one by one and together. */
final class Rounds {
  /** Ten times what anybody recommends; in a browser about ten seconds. */
  static final int MOST = 10_000_000;

  private static final int MOST_TOGETHER = 2 * MOST;

  private long left = MOST_TOGETHER;

  /**
   * @throws dev.signet.engine.SmimeException {@code REFUSED_PARAMETERS} with the figure
   */
  void spend(BigInteger iterations) {
    if (iterations.signum() <= 0) {
      throw Faults.damaged();
    }
    if (iterations.bitLength() > 31 || iterations.intValue() > MOST) {
      throw Faults.refused("iterations", figure(iterations), Integer.toString(MOST));
    }
    left -= iterations.intValue();
    if (left < 0) {
      throw Faults.refused(
          "iterations", "more than " + MOST_TOGETHER, Integer.toString(MOST_TOGETHER));
    }
  }

  /** For reports: beyond what fits, the largest that does. */
  static int clamped(BigInteger iterations) {
    if (iterations.signum() < 0) {
      return 0;
    }
    return iterations.bitLength() > 31 ? Integer.MAX_VALUE : iterations.intValue();
  }

  private static String figure(BigInteger iterations) {
    // A number of a million digits is nobody's to read, and takes its time to be written.
    return iterations.bitLength() > 64 ? "over 2^64" : iterations.toString();
  }
}

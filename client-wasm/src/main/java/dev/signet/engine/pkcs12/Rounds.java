package dev.signet.engine.pkcs12;

import dev.signet.engine.algorithm.DigestAlgorithm;
import java.math.BigInteger;

/** Bounds the work of key derivation that one file may ask for, one by one and together. */
final class Rounds {
  /** Ten times what anybody recommends; in a browser about ten seconds. */
  static final int MOST = 10_000_000;

  private static final int MOST_TOGETHER = 2 * MOST;

  /** What the slowest of the rare hashes take, where one of today takes one. */
  private static final int RARE_WEIGHT = 10;

  /** Octets that scrypt may need: four times what OpenSSL's own choice does. */
  private static final int MOST_MEMORY = 64 << 20;

  /** Blocks of 128 octets that one scrypt may go through; about as long as {@link #MOST}. */
  private static final int MOST_BLOCKS = 1 << 20;

  /** Rounds that one such block counts for. */
  private static final int BLOCK_WEIGHT = 2;

  private long left = MOST_TOGETHER;

  /**
   * Takes rounds of a hash.
   *
   * @throws dev.signet.engine.SmimeException {@code REFUSED_PARAMETERS} with the figure
   */
  void spend(BigInteger iterations, DigestAlgorithm digest) {
    int weight = digest.rare() ? RARE_WEIGHT : 1;
    int most = MOST / weight;
    if (iterations.signum() <= 0) {
      throw Faults.damaged();
    }
    if (iterations.bitLength() > 31 || iterations.intValue() > most) {
      throw Faults.refused("iterations", Bounds.figure(iterations), Integer.toString(most));
    }
    take((long) weight * iterations.intValue());
  }

  /**
   * Takes an scrypt (RFC 7914 section 2): {@code N} a power of two above one, {@code 128 N r}
   * octets of memory.
   *
   * @throws dev.signet.engine.SmimeException {@code REFUSED_PARAMETERS} with the figure
   */
  void spend(Kdf.Scrypt scrypt) {
    BigInteger cost = scrypt.cost();
    if (cost.compareTo(BigInteger.ONE) <= 0
        || cost.bitCount() != 1
        || scrypt.blockSize().signum() <= 0
        || scrypt.parallelization().signum() <= 0) {
      throw Faults.damaged();
    }
    BigInteger memory = cost.multiply(scrypt.blockSize()).shiftLeft(7);
    if (memory.compareTo(BigInteger.valueOf(MOST_MEMORY)) > 0) {
      throw Faults.refused("scrypt memory", Bounds.figure(memory), Integer.toString(MOST_MEMORY));
    }
    BigInteger blocks = cost.multiply(scrypt.blockSize()).multiply(scrypt.parallelization());
    if (blocks.compareTo(BigInteger.valueOf(MOST_BLOCKS)) > 0) {
      throw Faults.refused("scrypt blocks", Bounds.figure(blocks), Integer.toString(MOST_BLOCKS));
    }
    take((long) BLOCK_WEIGHT * blocks.intValue());
  }

  private void take(long work) {
    left -= work;
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
}

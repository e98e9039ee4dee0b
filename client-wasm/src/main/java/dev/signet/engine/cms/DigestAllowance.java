package dev.signet.engine.cms;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import java.util.Map;

/**
 * Octets that the signatures of one message may have hashed, in all its layers and by all its
 * signers together. A small message can expand to a large content, and ask for that content to be
 * hashed at every layer by a dozen algorithms.
 */
public final class DigestAllowance {
  /** What every message may ask for: in a browser less than a second. */
  private static final long LEAST = 128L * 1024 * 1024;

  /** Triple wrapping with two forms of the content at each signature takes about six. */
  private static final int TIMES = 8;

  private long left = LEAST;

  /**
   * For a message of so many octets as it arrived.
   *
   * @param octets at least 0
   */
  public void grant(long octets) {
    left = Math.max(LEAST, octets * TIMES);
  }

  /**
   * Takes octets before they are worked on.
   *
   * @throws SmimeException {@code TOO_LARGE}
   */
  public void spend(long octets) {
    if (octets > left) {
      left = 0;
      throw new SmimeException(
          ErrorCode.TOO_LARGE,
          "the signatures ask for too much content to be hashed",
          Map.of("what", "octets to be hashed"));
    }
    left -= octets;
  }
}

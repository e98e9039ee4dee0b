package dev.signet.engine.port;

import java.util.List;

/**
 * What the engine's surroundings do at once: hold bulk content, recode it at memory speed, give
 * randomness. What may take time is asked for through {@link Ask} instead.
 */
public interface Host {
  /** Hands bytes of Java's heap to the host. The array must not be changed afterwards. */
  Bulk hold(byte[] bytes);

  /** The parts one after the other, in one range. */
  Bulk concat(List<Bulk> parts);

  /**
   * Decodes base64 (RFC 2045 section 6.8): white space is skipped, what follows the padding is
   * ignored.
   *
   * @throws dev.signet.engine.SmimeException {@code MALFORMED_MESSAGE} for any other character or a
   *     truncated quantum
   */
  Bulk decodeBase64(Bulk text);

  /**
   * Gives back the memory that a range lies in, where the host can: neither the range nor any other
   * that shares memory with it is read again. For what may be large and has served; all else is
   * left to garbage collection.
   */
  default void release(Bulk range) {}

  /** Encodes as base64 in lines of 76 characters, each ended by CRLF. */
  Bulk encodeBase64(Bulk bytes);

  /**
   * Text with every line ended by CRLF (RFC 8551 section 3.1.1): each LF without CR before it gets
   * one. The same range where nothing had to be changed.
   */
  Bulk canonicalLineEnds(Bulk text);

  /**
   * Fills the array with random octets of cryptographic quality.
   *
   * @throws dev.signet.engine.SmimeException {@code NO_RANDOMNESS} where the host has no such
   *     source; there is no fallback
   */
  void random(byte[] target);
}

package dev.signet.wasm;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import org.teavm.jso.JSObject;

/**
 * Randomness: the host's, or none. The compile-time plugin makes every {@code SecureRandom} of the
 * module take its octets here, so that Bouncy Castle has no other source either.
 */
public final class HostRandom {
  /** What {@code crypto.getRandomValues} gives at once. */
  private static final int CHUNK = 65536;

  private HostRandom() {}

  /**
   * Fills the array.
   *
   * @throws SmimeException {@code NO_RANDOMNESS}; the array is then not to be used
   */
  public static void fill(byte[] target) {
    for (int done = 0; done < target.length; ) {
      int size = Math.min(CHUNK, target.length - done);
      JSObject random = HostFunctions.allocate(size);
      if (!HostFunctions.random(random)) {
        throw new SmimeException(ErrorCode.NO_RANDOMNESS, "the browser gives no randomness");
      }
      System.arraycopy(Window.bytes(random, 0, size), 0, target, done, size);
      done += size;
    }
  }

  /** A number from 0 (inclusive) to 1 (exclusive), of 53 random bits. */
  public static double fraction() {
    byte[] octets = new byte[8];
    fill(octets);
    long bits = 0;
    for (byte each : octets) {
      bits = bits << 8 | each & 0xff;
    }
    return (bits >>> 11) * 0x1p-53;
  }
}

package dev.signet.engine.bc;

import dev.signet.engine.port.Host;
import java.security.SecureRandom;

/**
 * The host's randomness in the shape that Bouncy Castle takes. The only use of {@code
 * java.security} here: the type is Bouncy Castle's parameter type.
 */
public final class HostSecureRandom extends SecureRandom {
  private static final long serialVersionUID = 1L;

  private final transient Host host;

  public HostSecureRandom(Host host) {
    this.host = host;
  }

  @Override
  public void nextBytes(byte[] target) {
    host.random(target);
  }

  @Override
  public int nextInt() {
    byte[] bytes = new byte[4];
    host.random(bytes);
    return (bytes[0] & 0xff) << 24
        | (bytes[1] & 0xff) << 16
        | (bytes[2] & 0xff) << 8
        | bytes[3] & 0xff;
  }

  @Override
  public void setSeed(long seed) {
    // Called by the superclass's constructor; the host cannot be seeded and need not be.
  }
}

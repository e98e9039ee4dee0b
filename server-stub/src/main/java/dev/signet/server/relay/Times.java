package dev.signet.server.relay;

import java.time.Duration;

/**
 * How long the relay waits.
 *
 * @param name for the addresses of a name
 * @param connect for a connection, and again for its TLS handshake
 * @param whole for everything together
 */
record Times(Duration name, Duration connect, Duration whole) {
  static final Times USUAL =
      new Times(Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofSeconds(10));
}

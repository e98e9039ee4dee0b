package dev.signet.server.settings;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * What the OCSP relay may do.
 *
 * @param on whether it relays at all
 * @param allowed places beyond public addresses at ports 80 and 443
 * @param proxy the HTTP proxy through which responders are reached
 * @param perMinute requests of one user in a minute
 * @param cacheBytes bytes of answers that are remembered
 */
public record RelaySettings(
    boolean on, List<Place> allowed, Optional<Proxy> proxy, int perMinute, long cacheBytes) {

  /** Addresses at one port. */
  public record Place(Network network, int port) {
    /** Whether the address and port are of it. */
    public boolean contains(InetAddress address, int otherPort) {
      return port == otherPort && network.contains(address);
    }
  }

  /**
   * An HTTP proxy.
   *
   * @param user for Basic authentication (RFC 7617); empty: none
   * @param password goes with {@code user}
   */
  public record Proxy(String host, int port, Optional<String> user, String password) {
    /** Without the password. */
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }
}

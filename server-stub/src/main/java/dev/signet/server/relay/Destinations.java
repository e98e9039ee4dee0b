package dev.signet.server.relay;

import dev.signet.server.settings.RelaySettings.Place;
import java.net.InetAddress;
import java.util.List;

/**
 * Where the relay may connect to: public addresses at ports 80 and 443, and what the administrator
 * adds.
 */
final class Destinations {
  private final List<Place> allowed;

  Destinations(List<Place> allowed) {
    this.allowed = List.copyOf(allowed);
  }

  /** Whether some address may be connected to at that port. */
  boolean mayAllow(int port) {
    return isWebPort(port) || allowed.stream().anyMatch(place -> place.port() == port);
  }

  /** Whether that address may be connected to at that port. */
  boolean allow(InetAddress address, int port) {
    return (isWebPort(port) && PublicAddresses.contain(address))
        || allowed.stream().anyMatch(place -> place.contains(address, port));
  }

  /** Whether every public address may be connected to at that port. */
  boolean isWebPort(int port) {
    return port == 80 || port == 443;
  }
}

package dev.signet.server.settings;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How connections are made and kept.
 *
 * @param tls the certificate of https; empty: plain HTTP, behind a proxy or on the machine itself
 * @param trustedProxies whose word is taken for the client's address and, where so set, for the
 *     user
 * @param frameAncestors origins whose pages may frame the WebApp; empty: none
 * @param connections most connections at once
 * @param header time for a request's header section
 * @param body time for a request's body
 * @param idle time without a request after which a connection is closed
 */
public record TransportSettings(
    Optional<Tls> tls,
    List<Network> trustedProxies,
    List<Origin> frameAncestors,
    int connections,
    Duration header,
    Duration body,
    Duration idle) {

  /**
   * Files in PEM.
   *
   * @param certificate the server's certificate, then its intermediates
   * @param key its private key, PKCS#8 or the older forms, not encrypted
   */
  public record Tls(Path certificate, Path key) {}

  /** Whether that address is a proxy whose word is taken. */
  public boolean trusts(InetAddress address) {
    return trustedProxies.stream().anyMatch(network -> network.contains(address));
  }
}

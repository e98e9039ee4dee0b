package dev.signet.server.relay;

import dev.signet.server.settings.Network;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses are global unicast ones of the internet: those that the IANA registries of
 * special-purpose addresses (RFC 6890, RFC 8190), of IPv4 and of IPv6 address space do not set
 * aside. IPv6 addresses that carry an IPv4 address to a translator or tunnel are not, since where
 * they lead is decided elsewhere.
 */
final class PublicAddresses {
  private static final List<Network> SPECIAL =
      networks(
          "0.0.0.0/8", // this network (RFC 791)
          "10.0.0.0/8", // private use (RFC 1918)
          "100.64.0.0/10", // shared by carriers (RFC 6598)
          "127.0.0.0/8", // loopback (RFC 1122)
          "169.254.0.0/16", // link local (RFC 3927), with clouds' metadata services
          "172.16.0.0/12", // private use (RFC 1918)
          "192.0.0.0/24", // IETF protocol assignments (RFC 6890)
          "192.0.2.0/24", // documentation (RFC 5737)
          "192.88.99.0/24", // 6to4 relays, deprecated (RFC 7526)
          "192.168.0.0/16", // private use (RFC 1918)
          "198.18.0.0/15", // benchmarking (RFC 2544)
          "198.51.100.0/24", // documentation (RFC 5737)
          "203.0.113.0/24", // documentation (RFC 5737)
          "224.0.0.0/4", // multicast (RFC 5771)
          "240.0.0.0/4", // reserved and broadcast (RFC 1112, RFC 919)
          "2001::/23", // IETF protocol assignments, with Teredo and ORCHID (RFC 2928)
          "2001:db8::/32", // documentation (RFC 3849)
          "2002::/16", // 6to4 (RFC 3056)
          "3fff::/20"); // documentation (RFC 9637)

  /**
   * All of IPv6 that is assigned to global unicast (RFC 4291). Outside lie ::, ::1, IPv4-compatible
   * addresses, NAT64 (64:ff9b::/96, 64:ff9b:1::/48), 100::/64, fc00::/7, fe80::/10, fec0::/10 and
   * ff00::/8.
   */
  private static final Network GLOBAL_UNICAST = networks("2000::/3").get(0);

  private PublicAddresses() {}

  /** Whether it is one. An IPv4-mapped IPv6 address is judged by the IPv4 address in it. */
  static boolean contain(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (SPECIAL.stream().anyMatch(network -> network.contains(address))) {
      return false;
    }
    return bytes.length == 4
        || (GLOBAL_UNICAST.contains(address) && (!isIsatap(bytes) || contain(inner(bytes))));
  }

  /** Whether its interface is named by an IPv4 address to be tunnelled to (RFC 5214, 6.1). */
  private static boolean isIsatap(byte[] address) {
    return (address[8] & 0xfd) == 0
        && address[9] == 0
        && address[10] == 0x5e
        && address[11] == (byte) 0xfe;
  }

  private static InetAddress inner(byte[] address) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(address, 12, 16));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Network> networks(String... texts) {
    return Arrays.stream(texts).map(text -> Network.parse(text).orElseThrow()).toList();
  }
}

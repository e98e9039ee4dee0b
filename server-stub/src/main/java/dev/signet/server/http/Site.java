package dev.signet.server.http;

import dev.signet.server.settings.Origin;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * The origin under which browsers see the server. Where the settings do not name it, it follows
 * from the address that the server got, which is known only once it listens.
 */
public final class Site {
  private volatile Origin origin;

  public Site(Optional<Origin> origin) {
    this.origin = origin.orElse(null);
  }

  /** To be called once, before any request is let in. */
  public void listensAt(InetSocketAddress address) {
    if (origin == null) {
      origin = Origin.parse("http://" + hostAndPort(address)).orElseThrow();
    }
  }

  /** The origin. */
  public Origin origin() {
    return origin;
  }

  /** Address and port as a URL writes them, IPv6 in brackets. */
  public static String hostAndPort(InetSocketAddress address) {
    String host = address.getAddress().getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
  }
}

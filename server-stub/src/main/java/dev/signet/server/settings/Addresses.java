package dev.signet.server.settings;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Settings that name an address. */
final class Addresses {
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(\\[[^]]+]|[^:\\[\\]]+):(\\d{1,5})");

  private Addresses() {}

  static InetSocketAddress listen(String text) throws SettingsException {
    Matcher parts = HOST_AND_PORT.matcher(text);
    if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65535) {
      throw new SettingsException(
          Name.LISTEN.text, "\"" + text + "\" is not ADDRESS:PORT, such as 127.0.0.1:8080");
    }
    try {
      return new InetSocketAddress(
          InetAddress.getByName(parts.group(1)), Integer.parseInt(parts.group(2)));
    } catch (UnknownHostException e) {
      throw new SettingsException(Name.LISTEN.text, "no address for \"" + parts.group(1) + "\"");
    }
  }

  static Optional<Origin> origin(Optional<String> text, InetSocketAddress listen, boolean tls)
      throws SettingsException {
    if (text.isEmpty()) {
      InetAddress address = listen.getAddress();
      if (address.isAnyLocalAddress()
          || (address instanceof Inet6Address && !address.isLoopbackAddress())
          || tls) {
        throw new SettingsException(
            Name.ORIGIN.text,
            "must be set for this listen address or with tls.certificate, to the address that browsers see,"
                + " such as https://mail.example");
      }
      return Optional.empty();
    }
    Optional<Origin> origin = Origin.parse(text.get());
    if (origin.isEmpty()) {
      throw new SettingsException(
          Name.ORIGIN.text,
          "\"" + text.get() + "\" is not a scheme, host and port, such as https://mail.example");
    }
    return origin;
  }
}

package dev.signet.server.settings;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the OCSP relay may do. */
final class RelayReader {
  private static final Pattern NETWORK_AND_PORT = Pattern.compile("(.+):(\\d{1,5})");

  private RelayReader() {}

  static RelaySettings read(Values values) throws SettingsException {
    List<RelaySettings.Place> allowed = new ArrayList<>();
    for (String item : values.items(Name.OCSP_ALLOW)) {
      allowed.add(place(item));
    }
    return new RelaySettings(
        values.flag(Name.OCSP),
        List.copyOf(allowed),
        proxy(values.optional(Name.OCSP_PROXY)),
        values.number(Name.OCSP_PER_MINUTE, 1, 100_000),
        values.number(Name.OCSP_CACHE_BYTES, 0, 1 << 30));
  }

  private static RelaySettings.Place place(String text) throws SettingsException {
    Matcher parts = NETWORK_AND_PORT.matcher(text);
    if (parts.matches()) {
      String network = parts.group(1);
      int port = Integer.parseInt(parts.group(2));
      // An IPv6 network without brackets would swallow the port.
      boolean clear = !network.contains(":") || network.startsWith("[");
      Optional<Network> parsed = clear ? Network.parse(network) : Optional.empty();
      if (parsed.isPresent() && port >= 1 && port <= 65535) {
        return new RelaySettings.Place(parsed.get(), port);
      }
    }
    throw new SettingsException(
        Name.OCSP_ALLOW.text, "\"" + text + "\" is not NETWORK:PORT, such as 127.0.0.0/8:8888");
  }

  private static Optional<RelaySettings.Proxy> proxy(Optional<String> text)
      throws SettingsException {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI uri = URI.create(text.get());
      String path = uri.getRawPath();
      if ("http".equals(uri.getScheme())
          && uri.getHost() != null
          && (path == null || path.isEmpty() || path.equals("/"))
          && uri.getRawQuery() == null) {
        String[] info = Optional.ofNullable(uri.getUserInfo()).orElse("").split(":", 2);
        return Optional.of(
            new RelaySettings.Proxy(
                uri.getHost(),
                uri.getPort() == -1 ? 80 : uri.getPort(),
                Optional.of(info[0]).filter(user -> !user.isEmpty()),
                info.length == 2 ? info[1] : ""));
      }
    } catch (IllegalArgumentException e) {
      // Falls through to the one message; the value is not repeated, since it may hold a password.
    }
    throw new SettingsException(
        Name.OCSP_PROXY.text, "is not an address, such as http://user:password@proxy:3128");
  }
}

package dev.signet.server.relay;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The host of a URL in its one form: an IPv4 or IPv6 literal, or a DNS name in lower case, as
 * A-labels, without the dot of the root.
 *
 * @param text as it stands in a URL
 * @param literal the address that it is, where it is one
 */
record HostForm(String text, Optional<InetAddress> literal) {
  private static final int MOST_NAME_CHARS = 253;
  private static final Pattern OCTETS =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
  private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]*:[0-9a-f:.]*]");
  private static final String LABEL = "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?";
  private static final Pattern NAME = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");

  /**
   * A last label that readers of URLs take for a number, and the whole then for an IPv4 address
   * (WHATWG URL, 3.5): {@code 127.1}, {@code 2130706433}, {@code 0x7f.1}, {@code 017700000001}.
   */
  private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)");

  /** Reads a host; empty where it is none, or is written so that readers differ about it. */
  static Optional<HostForm> parse(String host) {
    String lower = host.toLowerCase(java.util.Locale.ROOT);
    if (lower.startsWith("[")) {
      return IPV6.matcher(lower).matches() ? literal(lower) : Optional.empty();
    }
    String name = ascii(lower);
    if (OCTETS.matcher(name).matches()) {
      return literal(name);
    }
    boolean proper =
        name.length() <= MOST_NAME_CHARS
            && NAME.matcher(name).matches()
            && !ENDS_IN_NUMBER.matcher(name).matches();
    return proper ? Optional.of(new HostForm(name, Optional.empty())) : Optional.empty();
  }

  /** The name as A-labels (RFC 5890); what is not a name becomes something that does not match. */
  private static String ascii(String name) {
    try {
      String ascii = IDN.toASCII(name).toLowerCase(java.util.Locale.ROOT);
      return ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static Optional<HostForm> literal(String text) {
    try {
      // The form has been checked: this reads a literal and asks no name server.
      InetAddress address = InetAddress.getByName(text);
      return Optional.of(new HostForm(text, Optional.of(address)));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}

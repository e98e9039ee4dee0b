package dev.signet.server.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses that proxies noted, in the order in which the request passed them; empty for one
 * that is no address, such as {@code unknown} (RFC 7239, 6). No name is ever looked up.
 */
final class Hops {
  private static final String V4 = "\\d{1,3}(?:\\.\\d{1,3}){3}";
  private static final String V6 = "[0-9a-fA-F:.]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*";

  /** An address, with a port or without; in an IPv6 address without brackets there is none. */
  private static final Pattern NODE =
      Pattern.compile("(?:(" + V4 + ")|\\[(" + V6 + ")])(?::\\d{1,5})?|(" + V6 + ")");

  /** One {@code for} of an element, as a token or quoted (RFC 7239, 4). */
  private static final Pattern FOR =
      Pattern.compile("(?i)(?:^|;)\\s*for=(?:\"([^\"\\\\]*)\"|([^\",;\\s]*))\\s*(?=;|$)");

  private Hops() {}

  /** Of {@code X-Forwarded-For}. */
  static List<Optional<InetAddress>> ofAddresses(List<String> fields) {
    List<Optional<InetAddress>> hops = new ArrayList<>();
    for (String field : fields) {
      for (String item : field.split(",", -1)) {
        hops.add(address(item.strip()));
      }
    }
    return hops;
  }

  /** Of {@code Forwarded}; an element that does not name exactly one address counts as unknown. */
  static List<Optional<InetAddress>> ofForwarded(List<String> fields) {
    List<Optional<InetAddress>> hops = new ArrayList<>();
    for (String field : fields) {
      for (String element : field.split(",", -1)) {
        Matcher found = FOR.matcher(element.strip());
        Optional<InetAddress> hop = Optional.empty();
        if (found.find()) {
          hop = address(found.group(1) == null ? found.group(2) : found.group(1));
          if (found.find()) {
            hop = Optional.empty();
          }
        }
        hops.add(hop);
      }
    }
    return hops;
  }

  private static Optional<InetAddress> address(String text) {
    Matcher parts = NODE.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String literal = parts.group(1);
    for (int group = 2; literal == null; group++) {
      literal = parts.group(group);
    }
    try {
      // Digits, colons and dots: this reads a literal and asks no name server.
      return isOctets(parts.group(1))
          ? Optional.of(InetAddress.getByName(literal))
          : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** Java would ask a name server for {@code 999.1.1.1}. */
  private static boolean isOctets(String v4) {
    if (v4 != null) {
      for (String octet : v4.split("\\.", -1)) {
        if (Integer.parseInt(octet) > 255) {
          return false;
        }
      }
    }
    return true;
  }
}

package dev.signet.server.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A network of IPv4 or IPv6 addresses (RFC 4632, RFC 4291 2.3).
 *
 * @param base an address of it
 * @param prefix how many leading bits its addresses share
 */
public record Network(InetAddress base, int prefix) {
  // Octets without leading zeros: some readers take those for octal.
  private static final String OCTET = "(?:0|[1-9]\\d{0,2})";
  private static final Pattern FORM =
      Pattern.compile(
          "("
              + OCTET
              + "(?:\\."
              + OCTET
              + "){3}|\\[?[0-9a-fA-F:.]*:[0-9a-fA-F:.]*]?)"
              + "(?:/(\\d{1,3}))?");

  /** Reads {@code 10.0.0.0/8}, {@code 127.0.0.1}, {@code fd00::/8} or {@code [fd00::]/8}. */
  public static Optional<Network> parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      // The form has been checked: this reads a literal and asks no name server.
      InetAddress base = InetAddress.getByName(parts.group(1));
      int bits = base.getAddress().length * 8;
      int prefix = parts.group(2) == null ? bits : Integer.parseInt(parts.group(2));
      return prefix > bits ? Optional.empty() : Optional.of(new Network(base, prefix));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** Whether the address is one of it. Java hands IPv4-mapped IPv6 addresses out as IPv4. */
  public boolean contains(InetAddress address) {
    byte[] mine = base.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit++) {
      int mask = 0x80 >> (bit % 8);
      if (((mine[bit / 8] ^ other[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return base.getHostAddress() + "/" + prefix;
  }
}

package dev.signet.server.relay;

import dev.signet.server.http.Problem;
import dev.signet.server.http.ProblemException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a responder (RFC 6960, A.1) in its one form.
 *
 * @param scheme {@code http} or {@code https}
 * @param host where it is
 * @param port never the absence of one
 * @param target path and query
 */
record ResponderAddress(String scheme, HostForm host, int port, String target) {
  private static final int MOST_CHARS = 2048;
  private static final Pattern PARTS =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(?://([^/?#\\\\]*))?(.*)", Pattern.DOTALL);
  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[^\\[\\]]*]|[^:\\[\\]]+)(?::(\\d{1,5}))?");
  private static final Pattern TARGET =
      Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*");

  /**
   * Reads a URL.
   *
   * @throws ProblemException 400, with {@code responder-length}, {@code responder-scheme}, {@code
   *     responder-userinfo}, {@code responder-fragment}, {@code responder-host}, {@code
   *     responder-port} or {@code responder-syntax} for its reason
   */
  static ResponderAddress parse(String url, Destinations destinations) throws ProblemException {
    if (url.length() > MOST_CHARS) {
      throw refusal("length", "is longer than " + MOST_CHARS + " characters");
    }
    Matcher parts = PARTS.matcher(url);
    if (!parts.matches()) {
      throw refusal("syntax", "is no URL");
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw refusal("scheme", "is neither http nor https");
    }
    String authority = parts.group(2);
    if (authority == null || authority.isEmpty()) {
      throw refusal("host", "names no host");
    }
    if (authority.contains("@")) {
      throw refusal("userinfo", "names a user");
    }
    if (parts.group(3).contains("#")) {
      throw refusal("fragment", "has a fragment");
    }
    Matcher place = AUTHORITY.matcher(authority);
    if (!place.matches()) {
      throw refusal("host", "names no proper host and port");
    }
    HostForm host =
        HostForm.parse(place.group(1))
            .orElseThrow(() -> refusal("host", "names a host in a form that is not taken"));
    int port = port(scheme, place.group(2), destinations);
    return new ResponderAddress(scheme, host, port, target(parts.group(3)));
  }

  /** The address as a URL, without the port where the scheme says it. */
  URI uri() {
    return URI.create(scheme + "://" + authority() + target);
  }

  /** Host and, unless the scheme says it, port. */
  String authority() {
    return host.text() + (port == defaultPort(scheme) ? "" : ":" + port);
  }

  @Override
  public String toString() {
    return scheme + "://" + authority() + target;
  }

  private static int port(String scheme, String text, Destinations destinations)
      throws ProblemException {
    int port = text == null ? defaultPort(scheme) : Integer.parseInt(text);
    if (port < 1 || port > 65535 || !destinations.mayAllow(port)) {
      throw refusal("port", "has a port that is not allowed");
    }
    return port;
  }

  private static String target(String text) throws ProblemException {
    String target = text.startsWith("/") ? text : "/" + text;
    try {
      if (TARGET.matcher(target).matches()) {
        return new URI("http://x" + target).getRawPath() == null ? "/" : target;
      }
    } catch (URISyntaxException e) {
      // Falls through.
    }
    throw refusal("syntax", "has characters that a URL must not have");
  }

  private static int defaultPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  static ProblemException refusal(String word, String fault) {
    return new Problem(400, "responder-" + word, "The responder's address " + fault + ".")
        .exception();
  }
}

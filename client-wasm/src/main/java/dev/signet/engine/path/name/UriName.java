package dev.signet.engine.path.name;

/**
 * A URI, of which constraints look at the host.
 *
 * @param host folded
 */
record UriName(String text, String host) implements CertifiedName {
  @Override
  public NameForm form() {
    return NameForm.URI;
  }

  /** A URI without a host, or with an address in its place, cannot be compared (RFC 5280). */
  static CertifiedName read(String text) {
    int colon = text.indexOf(':');
    if (colon > 0 && scheme(text.substring(0, colon)) && text.startsWith("//", colon + 1)) {
      String host = host(text.substring(colon + 3));
      if (Hosts.valid(host) && !numeric(host.substring(host.lastIndexOf('.') + 1))) {
        return new UriName(text, Hosts.fold(host));
      }
    }
    return new Incomparable(NameForm.URI, text);
  }

  private static boolean scheme(String text) {
    return text.chars()
        .allMatch(
            c ->
                c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || "+-.".indexOf(c) >= 0);
  }

  private static String host(String afterSlashes) {
    int end = 0;
    while (end < afterSlashes.length() && "/?#".indexOf(afterSlashes.charAt(end)) < 0) {
      end++;
    }
    String authority = afterSlashes.substring(0, end);
    if (authority.indexOf('\\') >= 0) {
      // Browsers take it for a slash, so that the host stands before it.
      return "";
    }
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    int colon = host.indexOf(':');
    return colon >= 0 && numeric(host.substring(colon + 1)) ? host.substring(0, colon) : host;
  }

  private static boolean numeric(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /**
   * The constraint: a host, all hosts of a domain ({@code .example.com}), or with no text at all
   * every host.
   *
   * @return null where the text is none of these
   */
  static Subtree subtree(String text) {
    boolean below = text.startsWith(".");
    String host = below ? text.substring(1) : text;
    return text.isEmpty() || Hosts.valid(host) ? new Within(Hosts.fold(host), below) : null;
  }

  private record Within(String host, boolean below) implements Subtree {
    @Override
    public NameForm form() {
      return NameForm.URI;
    }

    @Override
    public boolean permits(CertifiedName name) {
      return name instanceof UriName uri
          && (host.isEmpty() || (below ? Hosts.below(uri.host, host) : uri.host.equals(host)));
    }
  }
}

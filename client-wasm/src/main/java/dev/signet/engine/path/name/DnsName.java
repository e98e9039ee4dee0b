package dev.signet.engine.path.name;

/**
 * A dNSName.
 *
 * @param host folded; without the asterisk
 * @param wildcard whether it stands for every host right below
 */
record DnsName(String text, String host, boolean wildcard) implements CertifiedName {
  @Override
  public NameForm form() {
    return NameForm.DNS;
  }

  static CertifiedName read(String text) {
    boolean wildcard = text.startsWith("*.");
    String host = wildcard ? text.substring(2) : text;
    return Hosts.valid(host)
        ? new DnsName(text, Hosts.fold(host), wildcard)
        : new Incomparable(NameForm.DNS, text);
  }

  /**
   * The constraint: a host with all below it, only what is below where it begins with a dot (not of
   * RFC 5280, but customary), or with no text at all every host.
   *
   * @return null where the text is none of these
   */
  static Subtree subtree(String text) {
    if (text.isEmpty()) {
      return new Tree("", true);
    }
    boolean below = text.charAt(0) == '.';
    String host = below ? text.substring(1) : text;
    return Hosts.valid(host) ? new Tree(Hosts.fold(host), !below) : null;
  }

  /**
   * @param self whether the host itself is within
   */
  private record Tree(String host, boolean self) implements Subtree {
    @Override
    public NameForm form() {
      return NameForm.DNS;
    }

    @Override
    public boolean permits(CertifiedName name) {
      return name instanceof DnsName dns
          && (host.isEmpty()
              || Hosts.below(dns.host, host)
              || dns.host.equals(host) && (self || dns.wildcard));
    }

    @Override
    public boolean excludes(CertifiedName name) {
      return permits(name)
          // The asterisk stands for one label: that of this host, or of one above it.
          || name instanceof DnsName dns && dns.wildcard && Hosts.below(host, dns.host);
    }
  }
}

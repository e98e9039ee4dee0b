package dev.signet.engine.path.name;

/**
 * A mail address. Hosts compare without case. Local parts compare exactly where they are permitted
 * and without case where they are excluded, since an address of a mail is compared with those of a
 * certificate without case.
 *
 * @param local not empty
 * @param host folded
 */
record Mailbox(String text, String local, String host) implements CertifiedName {
  private static final String ATOM = "!#$%&'*+-/=?^_`{|}~.";

  @Override
  public NameForm form() {
    return NameForm.MAIL;
  }

  /**
   * Reads an rfc822Name, an SmtpUTF8Mailbox or an emailAddress attribute.
   *
   * <p>Quoted local parts, address literals and hosts that are not written in ASCII can be spelt in
   * more than one way, so that they are not compared.
   */
  static CertifiedName read(String text) {
    int at = text.indexOf('@');
    if (at > 0 && atom(text.substring(0, at)) && Hosts.valid(text.substring(at + 1))) {
      return new Mailbox(text, text.substring(0, at), Hosts.fold(text.substring(at + 1)));
    }
    return new Incomparable(NameForm.MAIL, text);
  }

  private static boolean atom(String local) {
    return local
        .chars()
        .allMatch(
            c ->
                c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || c >= 0xa0
                    || ATOM.indexOf(c) >= 0);
  }

  /**
   * The constraint: a mailbox, all of a host, all of the hosts of a domain ({@code .example.com}),
   * or with no text at all every mailbox.
   *
   * @return null where the text is none of these
   */
  static Subtree subtree(String text) {
    if (text.isEmpty()) {
      return new Everywhere();
    }
    if (text.charAt(0) == '.') {
      String domain = text.substring(1);
      return Hosts.valid(domain) ? new Below(Hosts.fold(domain)) : null;
    }
    if (text.indexOf('@') < 0) {
      return Hosts.valid(text) ? new At(Hosts.fold(text)) : null;
    }
    // An asterisk may stand in a mailbox's name, but whoever writes one here means all of them.
    return read(text) instanceof Mailbox mailbox && mailbox.local.indexOf('*') < 0
        ? new One(mailbox)
        : null;
  }

  private interface MailSubtree extends Subtree {
    @Override
    default NameForm form() {
      return NameForm.MAIL;
    }
  }

  private record Everywhere() implements MailSubtree {
    @Override
    public boolean permits(CertifiedName name) {
      return true;
    }
  }

  private record At(String host) implements MailSubtree {
    @Override
    public boolean permits(CertifiedName name) {
      return name instanceof Mailbox mailbox && mailbox.host.equals(host);
    }
  }

  private record Below(String domain) implements MailSubtree {
    @Override
    public boolean permits(CertifiedName name) {
      return name instanceof Mailbox mailbox && Hosts.below(mailbox.host, domain);
    }
  }

  private record One(Mailbox base) implements MailSubtree {
    @Override
    public boolean permits(CertifiedName name) {
      return name instanceof Mailbox mailbox
          && mailbox.host.equals(base.host)
          && mailbox.local.equals(base.local);
    }

    @Override
    public boolean excludes(CertifiedName name) {
      return name instanceof Mailbox mailbox
          && mailbox.host.equals(base.host)
          && Hosts.fold(mailbox.local).equals(Hosts.fold(base.local));
    }
  }
}

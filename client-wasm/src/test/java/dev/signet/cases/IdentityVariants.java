package dev.signet.cases;

import java.util.stream.Stream;

/** Headers and certificates, and whether the one is the other's. */
final class IdentityVariants {
  private static final String ALICE = "email:alice@example.org";
  private static final String SHOWN = "alice@example.org";

  private IdentityVariants() {}

  /**
   * One of them.
   *
   * @param header fields in UTF-8, without the last line end
   * @param certificate names as {@link NamedSigners} writes them
   * @param shown the address of the certificate that matches, or empty
   */
  record Variant(String name, String header, String certificate, String shown) {
    Variant below(String line) {
      return new Variant(name, line + "\r\n" + header, certificate, shown);
    }

    /** Whether the header's characters are octets. */
    boolean octets() {
      return name.startsWith("octets");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Variant> matching() {
    return Stream.of(
        yes("bare", "alice@example.org"),
        yes("in angle brackets", "<alice@example.org>"),
        yes("with a display name", "Alice <alice@example.org>"),
        yes("with a quoted display name", "\"Alice, A. (B)\" <alice@example.org>"),
        yes("with an encoded display name", "=?utf-8?B?QWxpY2U=?= <alice@example.org>"),
        yes("with a comment after it", "alice@example.org (Alice)"),
        yes("with a comment before it", "(Alice) alice@example.org"),
        yes("with comments within brackets", "A <(x)alice@example.org (y)>"),
        yes("with another's name", "Mallory <alice@example.org>"),
        yes("with another's address as its name", "\"mallory@evil.example\" <alice@example.org>"),
        yes("in capitals", "ALICE@EXAMPLE.ORG"),
        yes("quoted without need", "\"alice\"@example.org"),
        yes("quoted with a quoted pair", "\"al\\ice\"@example.org"),
        yes("folded before it", "Alice\r\n <alice@example.org>"),
        yes("folded after it", "alice@example.org\r\n (Alice)"),
        yes("with a name beyond ASCII", "\u00c1lice \u2603 <alice@example.org>"),
        with("below an mbox's line", "alice@example.org\r\nX: y", ALICE, SHOWN)
            .below("From x@evil.example Mon Jan  1 00:00:00 2024"),
        with("beside ISO 2022", "alice@example.org\r\nX: \033$B!!\033(B", ALICE, SHOWN),
        yes("octets: with a name in Latin-1", "Al\u00efce <alice@example.org>"),
        yes("octets: with a name cut within a character", "Al\u00c3<alice@example.org>"),
        with("certificate in capitals", "alice@example.org", "email:Alice@EXAMPLE.org", null),
        with("second of the certificate", "alice@example.org", "email:b@x.org|" + ALICE, SHOWN),
        with("the subject's", "alice@example.org", "dn:alice@example.org", SHOWN),
        with("the subject's in UTF-8", "alice@example.org", "dn-utf8:alice@example.org", SHOWN),
        with(
            "the subject's beside another",
            "alice@example.org",
            "email:b@x.org|dn:" + SHOWN,
            SHOWN),
        with("atoms' characters", "o'a+b_c-d=e@x.org", "email:o'a+b_c-d=e@x.org", null),
        with("A-label, both", "a@xn--bcher-kva.example", "email:a@xn--bcher-kva.example", null),
        with(
            "A-label in capitals",
            "a@XN--BCHER-KVA.Example",
            "email:a@xn--bcher-kva.example",
            null),
        with("U-label for A-label", "a@b\u00fccher.example", "email:a@xn--bcher-kva.example", null),
        with("U-label, capital B", "a@B\u00fccher.example", "email:a@xn--bcher-kva.example", null),
        with("sharp s", "a@fa\u00df.de", "email:a@xn--fa-hia.de", null),
        with("Japanese", "a@\u65e5\u672c\u8a9e.jp", "email:a@xn--wgv71a119e.jp", null),
        with("beyond ASCII", "m\u00fcller@x.org", "utf8:m\u00fcller@x.org", null),
        with(
            "both parts",
            "\u8001\u5e08@\u65e5\u672c\u8a9e.jp",
            "utf8:\u8001\u5e08@xn--wgv71a119e.jp",
            null),
        with(
            "U-label in both",
            "\u00fc@b\u00fccher.example",
            "utf8:\u00fc@b\u00fccher.example",
            null),
        with(
            "A-label for U-label",
            "\u00fc@xn--bcher-kva.example",
            "utf8:\u00fc@b\u00fccher.example",
            null));
  }

  static Stream<Variant> differing() {
    return Stream.of(headers(), damaged(), certificates()).flatMap(each -> each);
  }

  /** Against a certificate for alice@example.org. */
  private static Stream<Variant> headers() {
    return Stream.of(
        no("another local part", "bob@example.org"),
        no("another domain", "alice@example.net"),
        no("a subdomain", "alice@mail.example.org"),
        no("a superdomain", "alice@org"),
        no("a longer domain", "alice@example.org.evil.example"),
        no("a tag", "alice+x@example.org"),
        no("a dot more", "al.ice@example.org"),
        no("a display name that is the address", "\"alice@example.org\" <mallory@evil.example>"),
        no(
            "an encoded name that is the address",
            "=?utf-8?Q?alice=40example=2Eorg?= <m@evil.example>"),
        no("a bare name that is the address", "alice@example.org <mallory@evil.example>"),
        no("a comment that is the address", "mallory@evil.example (alice@example.org)"),
        no("an encoded local part", "=?utf-8?q?alice?=@example.org"),
        no("an encoded address", "=?utf-8?q?alice=40example.org?="),
        no("an encoded address in brackets", "<=?utf-8?q?alice=40example.org?=>"),
        no("two addresses", "alice@example.org, mallory@evil.example"),
        no("the address twice", "alice@example.org, alice@example.org"),
        no("a comma at the end", "alice@example.org,"),
        no("two in brackets", "<alice@example.org> <mallory@evil.example>"),
        no("a group", "Team: alice@example.org;"),
        no("a group of two", "Team: alice@example.org, mallory@evil.example;"),
        no("an empty group and the address", "Team:;, alice@example.org"),
        no("a group without an end", "Team: alice@example.org"),
        no("a route", "<@evil.example:alice@example.org>"),
        no("a route by percent", "alice%example.org@evil.example"),
        no("something behind it", "<alice@example.org> mallory"),
        no("no closing bracket", "<alice@example.org"),
        no("no address", "Alice"),
        no("nothing", ""),
        no("a dot at the end", "alice@example.org."),
        no("two at signs", "alice@example.org@evil.example"),
        no("a quoted at sign", "\"alice@example.org\"@evil.example"),
        no("a quoted space", "\"al ice\"@example.org"),
        no("a space before the at sign", "alice @example.org"),
        no("a comment before the at sign", "alice(x)@example.org"),
        no("a space after it", "alice@ example.org"),
        no("a folding within the domain", "alice@exam\r\n ple.org"),
        no("a folding within the local part", "al\r\n ice@example.org"),
        no("a NUL behind it", "alice@example.org\0"),
        no("a NUL before it", "\0alice@example.org"),
        no("a NUL within", "alice@example.org\0.evil.example"),
        no("a CR within", "alice@example.org\r.evil.example"),
        no("a CR before it", "mallory@evil.example\ralice@example.org"),
        no("a form feed behind it", "alice@example.org\f"),
        no("a DEL within", "ali\u007fce@example.org"),
        no("an address in brackets", "alice@[192.0.2.1]"),
        no("a Cyrillic letter in the local part", "\u0430lice@example.org"),
        no("a Cyrillic letter in the domain", "alice@ex\u0430mple.org"),
        no("full-width letters", "alice@\uff45xample.org"),
        no("an ideographic dot", "alice@example\u3002org"),
        no("a full-width at sign", "alice\uff20example.org"),
        no("a dotless i", "al\u0131ce@example.org"),
        no("a soft hyphen", "alice@exam\u00adple.org"),
        no("a zero-width space", "alice\u200b@example.org"),
        no("a direction override", "\u202ealice@example.org"),
        no("a no-break space", "alice\u00a0@example.org"),
        no("octets: an overlong at sign", "alice\u00c1\u0080example.org"),
        no("octets: a cut character within", "ali\u00c3ce@example.org"),
        field("two From fields", "From: alice@example.org\r\nFrom: alice@example.org", ALICE),
        field("two that differ", "From: alice@example.org\r\nfrom: m@evil.example", ALICE),
        field("no From field", "Subject: alice@example.org", ALICE),
        field("Reply-To alone", "From: m@evil.example\r\nReply-To: alice@example.org", ALICE),
        field("Sender without From", "Sender: alice@example.org", ALICE),
        field("Sender and two From", "From: a@x.org, b@x.org\r\nSender: alice@example.org", ALICE),
        field(
            "two Senders",
            "From: m@evil.example\r\n" + "Sender: alice@example.org\r\n".repeat(2) + "X: y",
            ALICE),
        field("a group as Sender", "From: m@evil.example\r\nSender: T: alice@example.org;", ALICE),
        field("a From within a header line", "Subject: x\r\n From: alice@example.org", ALICE));
  }

  /** In which readers differ on where a line, or the header, ends. */
  private static Stream<Variant> damaged() {
    return Stream.of(
        above("a CR in another field", "X: y\rFrom: ceo@bank.example\rX: z"),
        above("a CR in the field before", "X: y\rFrom: ceo@bank.example"),
        above("two CR in another field", "Subject: x\rDate: y\r\rFrom: alice@example.org"),
        above("a CR more at a line's end", "Subject: x\r"),
        above("a NUL in another field", "X: y\0"),
        above("a vertical tab in another field", "X: y\013From: ceo@bank.example"),
        above("a separator in another field", "X: y\036From: ceo@bank.example"),
        above("a line of white space before it", "X: y\r\n\t"),
        above("a line of white space and another From", "X: y\r\n\t\r\nFrom: ceo@bank.example"),
        above("an mbox's line within", "X: y\r\nFrom ceo@bank.example"),
        above("an mbox's line that is folded", "From ceo@bank.example\r\n x"),
        above("a line without a colon", "X: y\r\nFrom ceo"),
        above("a line without a name", "X: y\r\n: z"),
        below("a no-break space in a name", "From\u00a0: ceo@bank.example"),
        below("a letter beyond ASCII in a name", "Fr\u043em: ceo@bank.example"),
        below("a space in a name", "X From: ceo@bank.example"),
        below("a CR in a field below", "X: y\rFrom: ceo@bank.example"),
        below("a NUL in a field below", "X: y\0"));
  }

  private static Variant above(String name, String lines) {
    return field(name, lines + "\r\nFrom: alice@example.org", ALICE);
  }

  private static Variant below(String name, String lines) {
    return field(name, "From: alice@example.org\r\n" + lines, ALICE);
  }

  private static Stream<Variant> certificates() {
    return Stream.of(
        against("no address", "cn:Alice"),
        against("the address as a common name", "cn:alice@example.org"),
        against("the address as a URI", "uri:mailto:alice@example.org"),
        against("the domain alone", "dns:example.org"),
        against("the domain alone as an address", "email:example.org"),
        against("a domain and its dot", "email:.example.org"),
        against("a wildcard", "email:*@example.org"),
        against("a NUL behind it", "email:alice@example.org\0"),
        against("a NUL within", "email:alice@example.org\0.evil.example"),
        against("a NUL in the subject", "dn:alice@example.org\0.evil.example"),
        against("two in one", "email:alice@example.org,mallory@evil.example"),
        against("two by a space", "email:alice@example.org mallory@evil.example"),
        against("a space", "email: alice@example.org"),
        against("a line end", "email:alice@example.org\n"),
        against("a display name", "email:Alice <alice@example.org>"),
        against("a dot at the end", "email:alice@example.org."),
        against("a scheme", "email:mailto:alice@example.org"),
        against("ASCII in SmtpUTF8Mailbox", "utf8:alice@example.org"),
        against("SmtpUTF8Mailbox of another type", "ia5:alice@example.org"),
        other("an SmtpUTF8Mailbox with a BOM", "\u00fc@x.org", "utf8:\ufeff\u00fc@x.org"),
        other("another case beyond ASCII", "\u00fcBER@x.org", "utf8:\u00fcber@x.org"),
        other("another capital", "\u00dcber@x.org", "utf8:\u00fcber@x.org"),
        other("another composition", "u\u0308ber@x.org", "utf8:\u00fcber@x.org"),
        other("beyond ASCII in the subject", "\u00fc@x.org", "dn-utf8:\u00fc@x.org"),
        other("capital U-label", "a@B\u00dcCHER.example", "email:a@xn--bcher-kva.example"),
        other("decomposed U-label", "a@bu\u0308cher.example", "email:a@xn--bcher-kva.example"),
        other("without its umlaut", "a@bucher.example", "email:a@xn--bcher-kva.example"),
        other("sharp s and ss", "a@fass.de", "email:a@xn--fa-hia.de"),
        other("no Punycode, both", "a@xn--bcher-kv.example", "email:a@xn--bcher-kv.example"),
        other("Punycode of ASCII", "a@xn--example-.org", "email:a@example.org"),
        other("Punycode of ASCII, both", "a@xn--example-.org", "email:a@xn--example-.org"),
        other("an encoded word, both", "=?utf-8?q?a?=@x.org", "email:=?utf-8?q?a?=@x.org"),
        other("a dot at the end, both", "a@x.org.", "email:a@x.org."),
        other("a quoted space, both", "\"a b\"@x.org", "email:\"a b\"@x.org"),
        other("brackets, both", "a@[192.0.2.1]", "email:a@[192.0.2.1]"));
  }

  /** Against certificates whose names break RFC 5280 section 4.2.1.6. */
  static Stream<Variant> malformed() {
    return Stream.of(
        other("Latin-1 in rfc822Name", "\u00fc@x.org", "email:\u00fc@x.org"),
        other("U-label in rfc822Name", "a@b\u00fccher.example", "email:a@b\u00fccher.example"));
  }

  static Stream<Variant> senders() {
    return Stream.of(
        field("Sender", "From: boss@example.org\r\nSender: alice@example.org", ALICE),
        field("with a name", "From: b@x.org\r\nSender: \"b@x.org\" <alice@example.org>", ALICE),
        field(
            "U-label",
            "From: b@x.org\r\nSender: a@b\u00fccher.example",
            "email:a@xn--bcher-kva.example"));
  }

  private static Variant yes(String name, String from) {
    return new Variant(name, "From: " + from, ALICE, SHOWN);
  }

  /** Shown as the certificate's only name, unless said. */
  private static Variant with(String name, String from, String certificate, String shown) {
    String address = certificate.substring(certificate.indexOf(':') + 1);
    return new Variant(name, "From: " + from, certificate, shown == null ? address : shown);
  }

  private static Variant no(String name, String from) {
    return field(name, "From: " + from, ALICE);
  }

  private static Variant against(String name, String certificate) {
    return field("against " + name, "From: alice@example.org", certificate);
  }

  private static Variant other(String name, String from, String certificate) {
    return field(name, "From: " + from, certificate);
  }

  private static Variant field(String name, String header, String certificate) {
    return new Variant(name, header, certificate, "");
  }
}

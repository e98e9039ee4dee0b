package dev.signet.engine.path.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each constraint says to names of its form: permitted and excluded, row by row. */
@DisplayName("A constraint on")
class NameConstraintsTableTest {
  private static final String EMPTY = "\"\"";

  private static String text(String cell) {
    return cell.equals(EMPTY) ? "" : cell;
  }

  private static Subtree subtree(int tag, String base) {
    return CertifiedNames.subtree(new GeneralName(tag, new DERIA5String(text(base))));
  }

  /** What follows for a name, as NameConstraints does it. */
  private static void check(Subtree subtree, CertifiedName name, String expected) {
    String found;
    if (name instanceof CertifiedName.Incomparable) {
      found = "neither";
    } else if (subtree.permits(name)) {
      found = subtree.excludes(name) ? "within" : "permitted AND not excluded";
    } else {
      found = subtree.excludes(name) ? "touched" : "outside";
    }
    assertEquals(expected, found);
    assertEquals(subtree.form(), name.form());
  }

  // within: permitted and excluded; outside: neither; touched: excluded though not permitted;
  // neither: cannot be compared, so that it is not permitted and is excluded.

  @ParameterizedTest(name = "mail {0}: {1} is {2}")
  @CsvSource({
    "root@example.com, root@example.com, within",
    "root@example.com, root@EXAMPLE.com, within",
    "root@Example.COM, root@example.com, within",
    "root@example.com, Root@example.com, touched",
    "root@example.com, toor@example.com, outside",
    "root@example.com, root@mail.example.com, outside",
    "example.com, root@example.com, within",
    "example.com, Any.Body+tag@Example.Com, within",
    "example.com, root@mail.example.com, outside",
    "example.com, root@notexample.com, outside",
    "example.com, root@example.com.evil.test, outside",
    ".example.com, root@mail.example.com, within",
    ".example.com, root@a.b.example.com, within",
    ".example.com, root@example.com, outside",
    ".example.com, root@notexample.com, outside",
    "\"\", root@example.com, within",
    // IDN: constraints and names are in ASCII; what is not cannot be compared (RFC 9598).
    "xn--mller-kva.example, info@xn--mller-kva.example, within",
    "xn--mller-kva.example, info@XN--MLLER-KVA.example, within",
    "xn--mller-kva.example, info@müller.example, neither",
    "xn--mller-kva.example, jürgen@xn--mller-kva.example, within",
    ".example, jürgen@xn--mller-kva.example, within",
    "other.example, jürgen@xn--mller-kva.example, outside",
    // Ways to write one address in two.
    "example.com, '\"root\"@example.com', neither",
    "example.com, '\"a@evil.test\"@example.com', neither",
    "example.com, root@evil.test@example.com, neither",
    "example.com, root@example.com., neither",
    "example.com, root@[192.0.2.1], neither",
    "example.com, root(comment)@example.com, neither",
    "example.com, 'ro ot@example.com', neither",
    "example.com, @example.com, neither",
    "example.com, example.com, neither",
    "example.com, root@, neither",
    "example.com, root@example..com, neither",
    "example.com, \"\", neither"
  })
  void mail(String base, String name, String expected) {
    check(subtree(GeneralName.rfc822Name, base), Mailbox.read(text(name)), expected);
  }

  @ParameterizedTest(name = "DNS {0}: {1} is {2}")
  @CsvSource({
    "example.com, example.com, within",
    "example.com, EXAMPLE.COM, within",
    "example.com, a.b.example.com, within",
    "example.com, badexample.com, outside",
    "example.com, com, outside",
    ".example.com, a.example.com, within",
    ".example.com, example.com, outside",
    "\"\", example.com, within",
    "example.com, *.example.com, within",
    ".example.com, *.example.com, within",
    "host.example.com, *.example.com, touched",
    "a.host.example.com, *.example.com, touched",
    "example.com, *.com, touched",
    "other.com, *.example.com, outside",
    "example.com, example.com., neither",
    "example.com, .example.com, neither",
    "example.com, f*.example.com, neither",
    "example.com, a.*.example.com, neither",
    "example.com, *, neither",
    "example.com, münchen.example.com, neither",
    "example.com, \"\", neither"
  })
  void dns(String base, String name, String expected) {
    check(subtree(GeneralName.dNSName, base), DnsName.read(text(name)), expected);
  }

  @ParameterizedTest(name = "URI {0}: {1} is {2}")
  @CsvSource({
    "example.com, http://example.com/path, within",
    "example.com, HTTPS://EXAMPLE.COM, within",
    "example.com, http://example.com:8080/x, within",
    "example.com, ftp://user:pass@example.com/x, within",
    "example.com, http://www.example.com/, outside",
    "example.com, http://example.com@evil.test/, outside",
    "example.com, http://evil.test/example.com, outside",
    "example.com, http://evil.test?example.com, outside",
    "example.com, http://evil.test#@example.com, outside",
    ".example.com, http://www.example.com/, within",
    ".example.com, http://example.com/, outside",
    "\"\", http://example.com/, within",
    "example.com, http://192.0.2.1/, neither",
    "example.com, http://[2001:db8::1]/, neither",
    "example.com, mailto:root@example.com, neither",
    "example.com, urn:example.com, neither",
    "example.com, /example.com, neither",
    "example.com, http:///example.com, neither",
    "example.com, http://evil.test\\@example.com/, neither",
    "example.com, http://example%2ecom/, neither",
    "example.com, \"\", neither"
  })
  void uri(String base, String name, String expected) {
    check(subtree(GeneralName.uniformResourceIdentifier, base), UriName.read(text(name)), expected);
  }

  @ParameterizedTest(name = "IP {0}: {1} is {2}")
  @CsvSource({
    "c0000200ffffff00, c0000201, within",
    "c0000200ffffff00, c00002ff, within",
    "c0000200ffffff00, c0000301, outside",
    "c0000280ffffff80, c0000281, within",
    "c0000280ffffff80, c000027f, outside",
    "c0000201ffffffff, c0000201, within",
    "c0000201ffffffff, c0000202, outside",
    "c0000201ffffff00, c0000299, within",
    "0000000000000000, c0000201, within",
    "0000000000000000, 20010db8000000000000000000000001, outside",
    "20010db8000000000000000000000000ffffffff000000000000000000000000,"
        + " 20010db8000000000000000000000001, within",
    "20010db8000000000000000000000000ffffffff000000000000000000000000,"
        + " 20010db9000000000000000000000001, outside",
    "20010db8000000000000000000000000fffffffe000000000000000000000000,"
        + " 20010db9000000000000000000000001, within",
    "20010db8000000000000000000000000ffffffff000000000000000000000000, 20010db8, outside",
    "c0000200ffffff00, c0000200ffffff00, neither",
    "c0000200ffffff00, c00002, neither"
  })
  void ip(String base, String name, String expected) {
    check(IpAddress.subtree(Hex.decode(base)), IpAddress.read(Hex.decode(name)), expected);
  }

  @ParameterizedTest(name = "directory names {0}: {1} is {2}")
  @CsvSource(
      delimiter = ';',
      value = {
        "C=DE,O=Acme; C=DE,O=Acme; within",
        "C=DE,O=Acme; C=DE,O=Acme,CN=a; within",
        "C=DE,O=Acme; c=de,o=ACME  ,CN=a; within",
        "C=DE,O=Acme Ltd; C=DE,O=Acme   Ltd; within",
        "C=DE,O=Acme; C=DE,O=Acmee; outside",
        "C=DE,O=Acme; C=DE; outside",
        "C=DE,O=Acme; O=Acme,C=DE; outside",
        "C=DE,O=Acme; C=DE,OU=Acme; outside",
        "C=DE,O=Acme; CN=x,C=DE,O=Acme; outside",
        "C=DE,O=A+OU=B; C=DE,OU=b+O=a,CN=x; within",
        "C=DE,O=A+OU=B; C=DE,O=A,OU=B; outside",
        "O=Müller; O=MÜLLER,CN=x; within",
        "O=Acme; O=\\#0c0441636d65; outside"
      })
  void directory(String base, String name, String expected) {
    check(Directory.subtree(new X500Name(base)), Directory.read(new X500Name(name)), expected);
  }

  @ParameterizedTest(name = "mail must not be {0}")
  @ValueSource(
      strings = {
        "*@example.com",
        "a b",
        ".",
        "..example.com",
        "@example.com",
        "a@",
        "-.-@x..y",
        "ü.de"
      })
  void malformedMail(String base) {
    assertNull(Mailbox.subtree(base));
  }

  @ParameterizedTest(name = "DNS must not be {0}")
  @ValueSource(strings = {"*.example.com", ".", "a..b", "example.com.", "a b", "ü.de"})
  void malformedDns(String base) {
    assertNull(DnsName.subtree(base));
  }

  @ParameterizedTest(name = "URI must not be {0}")
  @ValueSource(
      strings = {"http://example.com", "*.example.com", ".", "example.com/", "example.com:80"})
  void malformedUri(String base) {
    assertNull(UriName.subtree(base));
  }

  @ParameterizedTest(name = "IP must not be {0}")
  @ValueSource(
      strings = {"c0000201", "c0000200ff00ff00", "c000020000ffffff", "c000020000000001", "00"})
  void malformedIp(String base) {
    assertNull(
        CertifiedNames.subtree(
            new GeneralName(GeneralName.iPAddress, new DEROctetString(Hex.decode(base)))));
  }
}

package dev.signet.engine.path.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.report.Problem;
import dev.signet.engine.report.ProblemCode;
import dev.signet.testing.UnsignedCertificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.OtherName;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Name constraints along a path")
class NameConstraintsTest {
  private static final ASN1ObjectIdentifier SMTP_UTF8_MAILBOX =
      new ASN1ObjectIdentifier("1.3.6.1.5.5.7.8.9");
  private static final ASN1ObjectIdentifier PRINCIPAL =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.311.20.2.3");

  private static GeneralName mail(String text) {
    return new GeneralName(GeneralName.rfc822Name, text);
  }

  private static GeneralName dns(String text) {
    return new GeneralName(GeneralName.dNSName, text);
  }

  private static GeneralName other(ASN1ObjectIdentifier type, String text) {
    return new GeneralName(GeneralName.otherName, new OtherName(type, new DERUTF8String(text)));
  }

  private static GeneralSubtree[] subtrees(GeneralName... bases) {
    return List.of(bases).stream().map(GeneralSubtree::new).toArray(GeneralSubtree[]::new);
  }

  private static NameConstraints permitted(GeneralName... bases) {
    return new NameConstraints(subtrees(bases), null);
  }

  private static NameConstraints excluded(GeneralName... bases) {
    return new NameConstraints(null, subtrees(bases));
  }

  private static MailCertificate authority(
      String issuer, String subject, ASN1Encodable constraints, GeneralName... names) {
    UnsignedCertificate authority = UnsignedCertificate.authority(issuer, subject);
    if (constraints != null) {
      authority.with(Extension.nameConstraints, true, constraints);
    }
    return (names.length > 0 ? authority.names(names) : authority).build();
  }

  private static MailCertificate leaf(String issuer, GeneralName... names) {
    return UnsignedCertificate.of(issuer, "CN=Leaf").names(names).build();
  }

  private static String found(MailCertificate... path) {
    return String.join(
        " ",
        problems(path).stream()
            .map(problem -> problem.code() + "@" + problem.at() + ":" + problem.detail())
            .toList());
  }

  private static List<Problem> problems(MailCertificate... path) {
    return dev.signet.engine.path.name.NameConstraints.problems(List.of(path));
  }

  private static MailCertificate root(ASN1Encodable constraints) {
    return authority("CN=Root", "CN=Root", constraints);
  }

  @Test
  @DisplayName("name what is not permitted, once for a certificate")
  void named() {
    MailCertificate root = root(permitted(mail("example.com")));
    assertEquals("", found(leaf("CN=Root", mail("a@example.com")), root));
    assertEquals(
        "NAME_NOT_PERMITTED@0:b@evil.test",
        found(
            leaf("CN=Root", mail("a@example.com"), mail("b@evil.test"), mail("c@evil.test")),
            root));
  }

  @Test
  @DisplayName("count whether they are critical or not")
  void notCritical() {
    MailCertificate root =
        UnsignedCertificate.authority("CN=Root", "CN=Root")
            .with(Extension.nameConstraints, false, permitted(mail("example.com")))
            .build();
    assertEquals("NAME_NOT_PERMITTED@0:a@b.test", found(leaf("CN=Root", mail("a@b.test")), root));
  }

  @Test
  @DisplayName("exclude what is permitted too")
  void excludedWins() {
    MailCertificate root =
        root(new NameConstraints(subtrees(mail("")), subtrees(mail("root@example.com"))));
    assertEquals("", found(leaf("CN=Root", mail("a@example.com")), root));
    assertEquals(
        "NAME_NOT_PERMITTED@0:ROOT@example.com",
        found(leaf("CN=Root", mail("ROOT@example.com")), root));
  }

  @Test
  @DisplayName("say nothing of other forms")
  void otherForms() {
    MailCertificate root = root(permitted(dns("example.com")));
    assertEquals("", found(leaf("CN=Root", mail("a@evil.test"), other(PRINCIPAL, "x")), root));
  }

  @Test
  @DisplayName("intersect and add up down the path, and hold authorities as well")
  void downThePath() {
    MailCertificate root = root(permitted(mail("a.test"), mail("b.test")));
    MailCertificate middle =
        authority("CN=Root", "CN=Middle", permitted(mail("b.test"), mail("c.test")));
    assertEquals("", found(leaf("CN=Middle", mail("x@b.test")), middle, root));
    assertEquals(
        "NAME_NOT_PERMITTED@0:x@a.test", found(leaf("CN=Middle", mail("x@a.test")), middle, root));
    assertEquals(
        "NAME_NOT_PERMITTED@0:x@c.test", found(leaf("CN=Middle", mail("x@c.test")), middle, root));
    MailCertificate named = authority("CN=Root", "CN=Middle", null, mail("ca@c.test"));
    assertEquals("NAME_NOT_PERMITTED@1:ca@c.test", found(leaf("CN=Middle"), named, root));
    MailCertificate excludes = authority("CN=Root", "CN=Middle", excluded(mail("b.test")));
    assertEquals(
        "NAME_NOT_PERMITTED@0:x@b.test",
        found(leaf("CN=Middle", mail("x@b.test")), excludes, root));
  }

  @Test
  @DisplayName("do not hold self-issued authorities, but a self-issued leaf")
  void selfIssued() {
    MailCertificate root = root(permitted(mail("a.test")));
    MailCertificate rollover = authority("CN=Root", "CN=Root", null, mail("ca@b.test"));
    assertEquals("", found(leaf("CN=Root", mail("x@a.test")), rollover, root));
    assertEquals("NAME_NOT_PERMITTED@0:ca@b.test", found(rollover, root));
  }

  @Test
  @DisplayName("hold every address in the subject, beside alternative names too")
  void subjectAddress() {
    MailCertificate root = root(permitted(mail("example.com")));
    MailCertificate inside = UnsignedCertificate.of("CN=Root", "CN=Leaf,E=a@example.com").build();
    assertEquals("", found(inside, root));
    MailCertificate outside = UnsignedCertificate.of("CN=Root", "CN=Leaf,E=a@evil.test").build();
    assertEquals("NAME_NOT_PERMITTED@0:a@evil.test", found(outside, root));
    MailCertificate hidden =
        UnsignedCertificate.of("CN=Root", "CN=Leaf+E=a@evil.test")
            .names(mail("a@example.com"))
            .build();
    assertEquals("NAME_NOT_PERMITTED@0:a@evil.test", found(hidden, root));
  }

  @Test
  @DisplayName("on mail hold SmtpUTF8Mailbox as well")
  void utf8Mailbox() {
    MailCertificate root = root(permitted(mail("xn--mller-kva.example")));
    GeneralName inside = other(SMTP_UTF8_MAILBOX, "jürgen@xn--mller-kva.example");
    assertEquals("", found(leaf("CN=Root", inside), root));
    GeneralName outside = other(SMTP_UTF8_MAILBOX, "jürgen@evil.test");
    assertEquals("NAME_NOT_PERMITTED@0:jürgen@evil.test", found(leaf("CN=Root", outside), root));
    GeneralName unicode = other(SMTP_UTF8_MAILBOX, "jürgen@müller.example");
    assertEquals(
        "NAME_NOT_PERMITTED@0:jürgen@müller.example", found(leaf("CN=Root", unicode), root));
  }

  @Test
  @DisplayName("of forms that are not known permit no name of that form")
  void unknownForms() {
    for (ASN1Encodable constraints :
        List.of(permitted(other(PRINCIPAL, "x")), excluded(other(PRINCIPAL, "x")))) {
      assertEquals("", found(leaf("CN=Root", mail("a@b.test")), root(constraints)));
      assertEquals(
          "NAME_NOT_PERMITTED@0:" + PRINCIPAL.getId(),
          found(leaf("CN=Root", other(PRINCIPAL, "x")), root(constraints)));
    }
    GeneralName registered = new GeneralName(GeneralName.registeredID, "1.2.3");
    assertEquals(
        "NAME_NOT_PERMITTED@0:", found(leaf("CN=Root", registered), root(permitted(registered))));
  }

  @Test
  @DisplayName("that bound a depth, hold nothing, or are no constraints are malformed")
  void malformed() {
    ASN1Encodable base = mail("example.com");
    for (ASN1Encodable subtree :
        List.of(
            new DERSequence(
                new ASN1Encodable[] {base, new DERTaggedObject(false, 0, new ASN1Integer(1))}),
            new DERSequence(
                new ASN1Encodable[] {base, new DERTaggedObject(false, 1, new ASN1Integer(0))}),
            new DERSequence(dns("*.example.com")),
            new DERSequence())) {
      ASN1Encodable constraints =
          new DERSequence(new DERTaggedObject(false, 0, new DERSequence(subtree)));
      assertEquals("MALFORMED_CERTIFICATE@1:2.5.29.30", found(leaf("CN=Root"), root(constraints)));
    }
    ASN1Encodable nothing = new DERSequence(new DERTaggedObject(false, 0, new DERSequence()));
    assertEquals("MALFORMED_CERTIFICATE@1:2.5.29.30", found(leaf("CN=Root"), root(nothing)));
    assertEquals(
        "MALFORMED_CERTIFICATE@1:2.5.29.30", found(leaf("CN=Root"), root(new DERSequence())));
    ASN1Encodable zero =
        new DERSequence(
            new DERTaggedObject(
                false,
                0,
                new DERSequence(
                    new DERSequence(
                        new ASN1Encodable[] {
                          base, new DERTaggedObject(false, 0, new ASN1Integer(0))
                        }))));
    assertEquals("", found(leaf("CN=Root", mail("a@example.com")), root(zero)));
  }

  @Test
  @DisplayName("show a name without control characters, cut where it is long")
  void printable() {
    MailCertificate root = root(excluded(mail("")));
    assertEquals(
        "NAME_NOT_PERMITTED@0:a\ufffd@b.test", found(leaf("CN=Root", mail("a\n@b.test")), root));
    String longName = "a".repeat(500) + "@b.test";
    assertEquals(
        CertifiedName.LONGEST_TEXT,
        problems(leaf("CN=Root", mail(longName)), root).get(0).detail().length());
  }

  @Test
  @DisplayName("end, where ten thousand names meet as many constraints")
  void bounded() {
    GeneralName[] names =
        IntStream.range(0, 10_000)
            .mapToObj(i -> mail("user" + i + "@host.test"))
            .toArray(GeneralName[]::new);
    GeneralName[] bases =
        IntStream.range(0, 10_000)
            .mapToObj(i -> mail("host" + i + ".test"))
            .toArray(GeneralName[]::new);
    MailCertificate leaf = leaf("CN=Root", names);
    MailCertificate root = root(excluded(bases));
    List<Problem> problems = assertTimeout(Duration.ofSeconds(20), () -> problems(leaf, root));
    assertEquals(ProblemCode.NAME_NOT_PERMITTED, problems.get(0).code());
    // A hundred names below a thousand constraints are not too many.
    MailCertificate wide = root(excluded(Arrays.copyOf(bases, 1000)));
    MailCertificate many = leaf("CN=Root", Arrays.copyOf(names, 100));
    assertEquals("", found(many, wide));
  }
}

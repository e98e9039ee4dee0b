package dev.signet.cases;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.signet.cases.EngineUnderTest.Judged;
import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import dev.signet.testing.OcspResponder;
import dev.signet.testing.TestCa;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** One mail for each row of the table of verdicts, and more. */
final class VerdictTable {
  /** How long answers hold, so that they outlive the certificates. */
  private static final String[] LONG = {"-ndays", "2000"};

  private static final int LATER_DAYS = 500;

  /**
   * A mail and what it is to come to.
   *
   * @param reason why
   * @param unlocked whose key is unlocked, or null
   * @param answers on revocation; null: revocation is switched off
   * @param days from now to when it is opened
   */
  record Row(
      String colour,
      String code,
      String reason,
      Supplier<byte[]> mail,
      Identity unlocked,
      Supplier<List<byte[]>> answers,
      int days) {

    Row by(Identity key) {
      return new Row(colour, code, reason, mail, key, answers, days);
    }

    Row told(Supplier<List<byte[]>> all) {
      return new Row(colour, code, reason, mail, unlocked, all, days);
    }

    Row in(int when) {
      return new Row(colour, code, reason, mail, unlocked, answers, when);
    }

    Judged judged() {
      long at = System.currentTimeMillis() + Duration.ofDays(days).toMillis();
      List<byte[]> brought = answers == null ? List.of() : answers.get();
      return new Judged(at, List.of(), null, List.of(), brought);
    }
  }

  private final World world = World.get();
  private final TestCa ca = world.ca();
  private final List<Row> rows = new ArrayList<>();

  static List<Row> rows() {
    VerdictTable table = new VerdictTable();
    table.none();
    table.green();
    table.orange();
    table.red();
    table.redCertificates();
    table.several();
    return table.rows;
  }

  private void row(Row row) {
    rows.add(row);
  }

  private Row of(String colour, String code, String reason, Supplier<byte[]> mail) {
    return new Row(colour, code, reason, mail, null, null, 0);
  }

  private Supplier<byte[]> signed(Identity signer, String... options) {
    return () -> Mail.fromAlice().signedBy(signer, options);
  }

  private Supplier<byte[]> signedIn(Mail mail) {
    return () -> mail.signedBy(world.alice());
  }

  private Supplier<List<byte[]>> answers(TestCa by, Path... certificates) {
    OcspResponder responder = OcspResponder.of(by).with(LONG);
    return () -> Arrays.stream(certificates).map(responder::answerOn).toList();
  }

  /** Answers on a person's certificate and on that of the authority between it and the anchor. */
  private Supplier<List<byte[]>> answers(TestCa between, Identity person) {
    return () -> {
      List<byte[]> all = new ArrayList<>(answers(between, person.certificate()).get());
      all.addAll(answers(ca, between.certificate()).get());
      return all;
    };
  }

  private Identity alice(String name) {
    return ca.issue("table-" + name, Leaf.rsa("alice@example.org"));
  }

  private Supplier<byte[]> signedAlso(Identity first, Identity second) {
    return signed(
        first, "-signer", second.certificate().toString(), "-inkey", second.key().toString());
  }

  private void none() {
    row(of("none", "unsigned", "nothing is signed", () -> Mail.fromAlice().of(Mail.ENTITY)));
    row(of("none", "unsigned", "a signed part stands within an unsigned body", this::part));
    Supplier<byte[]> encrypted = () -> Mail.fromAlice().encryptedTo(world.bob());
    row(of("none", "locked", "no key is unlocked", encrypted));
    row(of("none", "no-key", "another's key is unlocked", encrypted).by(world.carol()));
    row(of("none", "decrypted", "it is not signed", encrypted).by(world.bob()));
    row(
        of("none", "decrypted", "a signature around ciphertext says nothing", this::around)
            .by(world.bob()));
  }

  private byte[] part() {
    String part = new String(Mail.fromAlice().signed(Mail.ENTITY, world.alice()), ISO_8859_1);
    String body =
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" + part + "\r\n--b--\r\n";
    return Mail.fromAlice().of(body.getBytes(ISO_8859_1));
  }

  private byte[] around() {
    byte[] encrypted = Mail.fromAlice().encrypted(Mail.ENTITY, world.bob());
    return Mail.fromAlice().of(Mail.fromAlice().signed(encrypted, world.alice(), "-binary"));
  }

  private void green() {
    Identity alice = world.alice();
    row(
        of("green", "verified", "the issuer says good", signed(alice))
            .told(answers(ca, alice.certificate())));
    TestCa between = ca.authority("table-between");
    Identity below = between.issue("table-below", Leaf.rsa("alice@example.org"));
    String chain = between.chain().toString();
    row(
        of("green", "verified", "good all along the chain", signed(below, "-certfile", chain))
            .told(answers(between, below)));
    row(
        of(
                "orange",
                "revocation-unknown",
                "nobody tells of the intermediate",
                signed(below, "-certfile", chain))
            .told(answers(between, below.certificate())));
    row(of("green", "verified-revocation-off", "revocation is switched off", signed(alice)));
    Identity other = alice("other");
    row(of("green", "verified-revocation-off", "both signers hold", signedAlso(alice, other)));
  }

  private void orange() {
    Identity alice = world.alice();
    row(of("orange", "revocation-unknown", "nobody answers", signed(alice)).told(List::of));
    Supplier<List<byte[]>> brief =
        () -> List.of(OcspResponder.of(ca).answerOn(alice.certificate()));
    row(of("orange", "revocation-unknown", "the answer is stale", signed(alice)).told(brief).in(1));
    row(
        of("orange", "revocation-unknown", "the answer's signature is wrong", signed(alice))
            .told(
                () ->
                    List.of(
                        OcspResponder.of(ca)
                            .with("-nmin", "60", "-badsig")
                            .answerOn(alice.certificate()))));
    row(
        of("orange", "expired-since-signing", "revocation is switched off", signed(alice))
            .in(LATER_DAYS));
    Instant now = Instant.now();
    Leaf brieflyValid =
        Leaf.rsa("alice@example.org")
            .withValidity(now.minus(2, ChronoUnit.DAYS), now.plus(9, ChronoUnit.DAYS));
    Identity expiring = ca.issue("table-expiring", brieflyValid);
    row(
        of("orange", "expired-since-signing", "the issuer says good still", signed(expiring))
            .told(answers(ca, expiring.certificate()))
            .in(20));
    TestCa shortLived =
        ca.authority("table-brief", now.minus(2, ChronoUnit.DAYS), now.plus(9, ChronoUnit.DAYS));
    Identity below = shortLived.issue("table-below-brief", Leaf.rsa("alice@example.org"));
    row(
        of(
                "orange",
                "expired-since-signing",
                "the intermediate has expired since",
                signed(below, "-certfile", shortLived.chain().toString()))
            .in(20));
    row(
        of(
            "orange",
            "sender-only-match",
            "Sender alone matches",
            signedIn(Mail.from("boss@example.org").with("Sender: alice@example.org\r\n"))));
    String old = "Fri, 21 Nov 1997 09:55:06 -0600";
    row(of("orange", "date-mismatch", "Date is old", signedIn(Mail.fromAlice().dated(old))));
    row(of("orange", "date-mismatch", "no Date", signedIn(Mail.fromAlice().dated("sometime"))));
  }

  private void red() {
    Identity alice = world.alice();
    Supplier<byte[]> changed =
        () -> Mail.changed(Mail.fromAlice().signedBy(alice, "-binary"), "K\u00f6ln", "B\u00f6hn");
    row(of("red", "tampered", "a word was changed", changed));
    row(of("red", "address-mismatch", "From is another", signedIn(Mail.from("eve@example.org"))));
    row(
        of(
            "red",
            "address-mismatch",
            "From is two",
            signedIn(Mail.from("alice@example.org, bob@example.org"))));
    row(of("red", "weak-algorithm", "SHA-1", signed(alice, "-md", "sha1")));
    row(of("red", "weak-algorithm", "an RSA key of 1024 bits", signed(world.shortKey())));
    row(of("red", "no-signer", "the certificate is missing", signed(alice, "-nocerts")));
    row(of("red", "malformed", "no signed attributes", signed(alice, "-noattr")));
    row(of("red", "unsupported", "RIPEMD", signed(alice, "-nodetach", "-md", "ripemd")));
    row(of("red", "decryption-failed", "the tag is wrong", this::wrongTag).by(world.bob()));
  }

  private byte[] wrongTag() {
    String mail = new String(Mail.fromAlice().encryptedTo(world.bob(), "-aes-256-gcm"), ISO_8859_1);
    int at = mail.stripTrailing().length() - 8;
    char other = mail.charAt(at) == 'A' ? 'B' : 'A';
    return (mail.substring(0, at) + other + mail.substring(at + 1)).getBytes(ISO_8859_1);
  }

  private void redCertificates() {
    row(of("red", "untrusted", "an authority that nobody knows", signed(world.stranger())));
    row(of("red", "untrusted", "the intermediate is missing", signed(world.indirect())));
    row(of("red", "expired", "before it was signed", signed(world.expired())));
    Instant now = Instant.now();
    TestCa past =
        ca.authority("table-past", now.minus(9, ChronoUnit.DAYS), now.minus(3, ChronoUnit.DAYS));
    Identity below = past.issue("table-below-past", Leaf.rsa("alice@example.org"));
    String chain = past.chain().toString();
    row(of("red", "expired", "the intermediate had expired", signed(below, "-certfile", chain)));
    row(of("red", "not-yet-valid", "valid only later", signed(world.future())));
    row(of("red", "wrong-purpose", "for web servers", signed(world.server())));
    row(of("red", "wrong-purpose", "for encryption alone", signed(world.encryptsOnly())));
    Identity mallory = alice("mallory");
    byte[] before = Mail.fromAlice().signedBy(mallory);
    ca.revoke(mallory.certificate(), "keyCompromise");
    Supplier<List<byte[]>> revoked = answers(ca, mallory.certificate());
    row(of("red", "revoked", "after it was signed", () -> before).told(revoked));
    row(of("red", "revoked", "and expired", () -> before).told(revoked).in(LATER_DAYS));
    TestCa fallen = ca.authority("table-fallen");
    Identity victim = fallen.issue("table-victim", Leaf.rsa("alice@example.org"));
    ca.revoke(fallen.certificate(), "CACompromise");
    row(
        of(
                "red",
                "revoked",
                "the intermediate was",
                signed(victim, "-certfile", fallen.chain().toString()))
            .told(answers(fallen, victim)));
  }

  /** Each signer is judged; the worst is shown. */
  private void several() {
    Identity alice = world.alice();
    row(of("red", "untrusted", "one of two signers", signedAlso(alice, world.stranger())));
    row(of("red", "untrusted", "of two, the other way", signedAlso(world.stranger(), alice)));
    Identity bob = world.bob();
    row(of("red", "address-mismatch", "one of two signers", signedAlso(alice, bob)));
    row(
        of("orange", "revocation-unknown", "of one of two signers", signedAlso(alice, alice("two")))
            .told(answers(ca, alice.certificate())));
    row(
        of(
            "red",
            "expired",
            "worse than an old Date",
            () -> {
              Mail mail = Mail.fromAlice().dated("Fri, 21 Nov 1997 09:55:06 -0600");
              return mail.signedBy(world.expired());
            }));
  }
}

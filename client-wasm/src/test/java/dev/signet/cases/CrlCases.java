package dev.signet.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cases.EngineUnderTest.Judged;
import dev.signet.cases.EngineUnderTest.Opened;
import dev.signet.testing.BcMail;
import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import dev.signet.testing.OcspResponder;
import dev.signet.testing.OpenSsl;
import dev.signet.testing.RevocationList;
import dev.signet.testing.Stapled;
import dev.signet.testing.TestCa;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signed message, and lists that the caller hands in or the message carries. */
@DisplayName("Opening a signed message with revocation lists")
public abstract class CrlCases extends MessageCases {
  private TestCa ca;
  private Identity alice;
  private Identity gone;
  private byte[] mail;
  private byte[] goneMail;
  private byte[] list;

  @BeforeAll
  void issue() {
    ca = TestCa.root(world.folder(), "Listing");
    alice = ca.issue("listed-not", Leaf.rsa("alice@example.org"));
    gone = ca.issue("listed", Leaf.rsa("alice@example.org"));
    ca.revoke(gone.certificate(), "keyCompromise");
    mail = Mail.fromAlice().signedBy(alice, "-binary");
    goneMail = Mail.fromAlice().signedBy(gone, "-binary");
    list = RevocationList.of(ca).der();
  }

  private Opened open(byte[] message, boolean revocationOff, byte[]... lists) {
    try (EngineUnderTest checking = engines().create(List.of(ca.certificateDer()), revocationOff)) {
      return checking.open(message, brought(lists), List.of());
    }
  }

  private static Judged brought(byte[]... lists) {
    return new Judged(System.currentTimeMillis(), List.of(), null, List.of(lists), List.of());
  }

  private void good(byte[] message, byte[]... lists) {
    verdict("verified", "green", open(message, false, lists));
  }

  private void revoked(byte[] message, byte[]... lists) {
    verdict("revoked", "red", open(message, false, lists));
  }

  private void unknown(byte[] message, byte[]... lists) {
    verdict("revocation-unknown", "orange", open(message, false, lists));
  }

  @Test
  @DisplayName("is green when the signer is on none, and red, with the day, when he is")
  void handedIn() {
    good(mail, list);
    revoked(goneMail, list);
    long at =
        open(goneMail, false, list)
            .report()
            .at("/signature/signers/0/certificate/revokedAt")
            .asLong();
    assertTrue(Math.abs(at - System.currentTimeMillis()) < 600_000, "revoked at " + at);
    unknown(mail);
  }

  @Test
  @DisplayName("is red for a certificate on hold, too")
  void hold() {
    TestCa other = TestCa.root(world.folder(), "Holding");
    Identity held = other.issue("held", Leaf.rsa("alice@example.org"));
    other.revoke(held.certificate(), "certificateHold");
    try (EngineUnderTest checking = engines().create(List.of(other.certificateDer()), false)) {
      Opened opened =
          checking.open(
              Mail.fromAlice().signedBy(held), brought(RevocationList.of(other).der()), List.of());
      verdict("revoked", "red", opened);
    }
  }

  @Test
  @DisplayName("says unknown to a list that is out of date or of tomorrow")
  void stale() {
    Instant now = Instant.now();
    RevocationList any = RevocationList.of(ca);
    byte[] old = any.inForce(now.minus(9, ChronoUnit.DAYS), now.minus(1, ChronoUnit.DAYS)).der();
    byte[] next = any.inForce(now.plus(1, ChronoUnit.DAYS), now.plus(9, ChronoUnit.DAYS)).der();
    unknown(mail, old, next);
    unknown(goneMail, old, next);
    byte[] skewed =
        any.inForce(now.plus(2, ChronoUnit.MINUTES), now.plus(9, ChronoUnit.DAYS)).der();
    good(mail, skewed);
  }

  @Test
  @DisplayName("takes the newest list of several that are in force")
  void newest() {
    TestCa other = TestCa.root(world.folder(), "Renewing");
    Identity leaving = other.issue("leaving", Leaf.rsa("alice@example.org"));
    Instant now = Instant.now();
    byte[] before =
        RevocationList.of(other)
            .inForce(now.minus(3, ChronoUnit.DAYS), now.plus(3, ChronoUnit.DAYS))
            .der();
    other.revoke(leaving.certificate(), "superseded");
    byte[] after = RevocationList.of(other).der();
    byte[] message = Mail.fromAlice().signedBy(leaving);
    try (EngineUnderTest checking = engines().create(List.of(other.certificateDer()), false)) {
      verdict("verified", "green", checking.open(message, brought(before), List.of()));
      verdict("revoked", "red", checking.open(message, brought(before, after), List.of()));
      verdict("revoked", "red", checking.open(message, brought(after, before), List.of()));
    }
  }

  @Test
  @DisplayName("says unknown to a list by somebody else, whatever his name")
  void others() {
    TestCa stranger = TestCa.root(world.folder(), "Strange");
    unknown(mail, RevocationList.of(ca).signedBy(stranger).der());
    // The same name, another key.
    TestCa namesake = TestCa.root(elsewhere(), "Listing");
    unknown(mail, RevocationList.of(namesake).der());
    unknown(goneMail, RevocationList.of(ca).signedBy(namesake).der());
  }

  private static Path elsewhere() {
    try {
      return Files.createTempDirectory("signet-namesake");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @DisplayName("says unknown to a list that is signed over SHA-1")
  void weak() {
    unknown(mail, RevocationList.of(ca).with("-md", "sha1").der());
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA:3072", "P-256", "P-384", "ED25519"})
  @DisplayName("reads lists of each kind of key")
  void keys(String key) {
    TestCa other = TestCa.root(world.folder(), "Lists-" + key.replace(":", ""), key);
    Identity kept = other.issue("kept-" + key.replace(":", ""), Leaf.rsa("alice@example.org"));
    Identity lost = other.issue("lost-" + key.replace(":", ""), Leaf.rsa("alice@example.org"));
    other.revoke(lost.certificate(), "cessationOfOperation");
    byte[] theirs = RevocationList.of(other).der();
    try (EngineUnderTest checking = engines().create(List.of(other.certificateDer()), false)) {
      Mail from = Mail.fromAlice();
      verdict("verified", "green", checking.open(from.signedBy(kept), brought(theirs), List.of()));
      verdict("revoked", "red", checking.open(from.signedBy(lost), brought(theirs), List.of()));
    }
  }

  @Test
  @DisplayName("reads lists that are signed with RSA-PSS")
  void pss() {
    byte[] pss =
        RevocationList.of(ca)
            .with("-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:32")
            .der();
    good(mail, pss);
    revoked(goneMail, pss);
  }

  @Test
  @DisplayName("keeps to what a list says that it is for")
  void scope() {
    RevocationList any = RevocationList.of(ca);
    String point = "issuingDistributionPoint=critical,@point\n[point]\n";
    good(mail, any.saying(point + "onlyuser=TRUE\n").der());
    unknown(mail, any.saying(point + "onlyCA=TRUE\n").der());
    unknown(mail, any.saying(point + "onlyAA=TRUE\n").der());
    unknown(mail, any.saying(point + "fullname=URI:http://example.org/\n").der());
    byte[] some = any.saying(point + "onlysomereasons=keyCompromise,CACompromise\n").der();
    unknown(mail, some);
    revoked(goneMail, some);
    byte[] strange = any.saying("1.3.6.1.4.1.99999.1=critical,ASN1:NULL\n").der();
    unknown(mail, strange);
    revoked(goneMail, strange);
  }

  @Test
  @DisplayName("reads PEM and DER with several lists, and passes over what is none")
  void forms() {
    byte[] other = RevocationList.of(TestCa.root(world.folder(), "Another")).pem();
    ByteArrayOutputStream pem = new ByteArrayOutputStream();
    pem.writeBytes("Lists of today\n".getBytes(UTF_8));
    pem.writeBytes(other);
    pem.writeBytes("-----BEGIN X509 CRL-----\n????\n-----END X509 CRL-----\n".getBytes(UTF_8));
    pem.writeBytes(RevocationList.of(ca).pem());
    revoked(goneMail, pem.toByteArray());
    ByteArrayOutputStream der = new ByteArrayOutputStream();
    der.writeBytes(RevocationList.of(TestCa.root(world.folder(), "Further")).der());
    der.writeBytes(list);
    revoked(goneMail, der.toByteArray());
    byte[] cut = Arrays.copyOf(list, list.length - 1);
    for (byte[] garbage :
        List.of(new byte[0], new byte[] {0x30}, "no list".getBytes(UTF_8), cut, mail)) {
      unknown(mail, garbage);
      good(mail, garbage, list);
    }
  }

  @Test
  @DisplayName("looks at lists that the message carries")
  void carried() {
    good(stapled(alice, List.of(list), List.of()));
    revoked(stapled(gone, List.of(list), List.of()));
    byte[] off = stapled(gone, List.of(list), List.of());
    verdict("verified-revocation-off", "green", open(off, true));
    verdict("revoked", "red", open(off, true, list));
  }

  @Test
  @DisplayName("looks at a responder's answers that the message carries")
  void answers() {
    good(stapled(alice, List.of(), List.of(answer(alice))));
    revoked(stapled(gone, List.of(), List.of(answer(gone))));
    unknown(stapled(gone, List.of(), List.of(answer(alice))));
  }

  private byte[] answer(Identity about) {
    byte[] request =
        OpenSsl.run(
            world.folder(),
            "ocsp",
            "-issuer",
            ca.certificate().toString(),
            "-cert",
            about.certificate().toString(),
            "-no_nonce",
            "-reqout",
            "-");
    return OcspResponder.of(ca).answer(request);
  }

  private static byte[] stapled(Identity signer, List<byte[]> lists, List<byte[]> answers) {
    byte[] cms =
        Mail.fromAlice().signed(Mail.ENTITY, signer, "-binary", "-nodetach", "-outform", "DER");
    return Mail.fromAlice().of(BcMail.entity(Stapled.to(cms, lists, answers)));
  }

  @Test
  @DisplayName("is red when an authority above the signer is on its issuer's list")
  void authority() {
    TestCa lower = ca.authority("Lower");
    Identity signer = lower.issue("below", Leaf.rsa("alice@example.org"));
    byte[] message = Mail.fromAlice().signedBy(signer, "-certfile", lower.certificate().toString());
    byte[] theirs = RevocationList.of(lower).der();
    good(message, RevocationList.of(ca).der(), theirs);
    unknown(message, theirs);
    ca.revoke(lower.certificate(), "CACompromise");
    Opened opened = open(message, false, RevocationList.of(ca).der(), theirs);
    verdict("revoked", "red", opened);
    assertEquals(1, opened.report().at("/signature/signers/0/certificate/problems/0/at").asInt(-1));
  }
}

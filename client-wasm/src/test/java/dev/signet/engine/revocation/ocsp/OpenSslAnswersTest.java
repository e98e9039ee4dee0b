package dev.signet.engine.revocation.ocsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import dev.signet.testing.OcspResponder;
import dev.signet.testing.TestCa;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("OpenSSL's answer")
class OpenSslAnswersTest {
  private static final String NO_CHECK = "noCheck=ignored\n";

  @TempDir private static Path folder;
  private TestCa ca;
  private MailCertificate issuer;
  private Identity alice;
  private OcspResponder responder;

  @BeforeAll
  void issue() {
    ca = TestCa.root(folder, "Answers").answeredBy("http://ocsp.example.org");
    issuer = MailCertificate.of(ca.certificateDer());
    alice = ca.issue("alice", Leaf.ec("alice@example.org"));
    responder = OcspResponder.of(ca);
  }

  private String says(OcspResponder answering) {
    return says(answering, 0);
  }

  /** What comes of the answer to a question of today when it is looked at later. */
  private String says(OcspResponder answering, long minutes) {
    return new Asked(MailCertificate.of(alice.certificateDer()), issuer)
        .at(System.currentTimeMillis() + Duration.ofMinutes(minutes).toMillis())
        .responder(answering::answer)
        .ask();
  }

  @Test
  @DisplayName("by the issuer, named by name or by key, with its certificate or without")
  void byIssuer() {
    assertEquals("GOOD", says(responder));
    assertEquals("GOOD", says(responder.with("-nmin", "5", "-resp_key_id")));
    assertEquals("GOOD", says(responder.with("-nmin", "5", "-resp_no_certs")));
    assertEquals("GOOD", says(responder.with("-nmin", "5", "-rmd", "sha512")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA:2048", "P-256", "P-384"})
  @DisplayName("by a delegate with any key that signs")
  void byDelegate(String key) {
    Identity delegate =
        ca.issue("delegate" + key.hashCode(), OcspResponder.delegate().withKey(key), NO_CHECK);
    OcspResponder answering = responder.signedBy(delegate);
    assertEquals("GOOD", says(answering));
    assertEquals("GOOD", says(answering.with("-nmin", "5", "-resp_key_id")));
    assertEquals("UNKNOWN", says(answering.with("-nmin", "5", "-resp_no_certs")));
  }

  @Test
  @DisplayName("by RSA-PSS")
  void pss() {
    assertEquals(
        "GOOD",
        says(
            responder.with(
                "-nmin",
                "5",
                "-rsigopt",
                "rsa_padding_mode:pss",
                "-rsigopt",
                "rsa_pss_saltlen:digest")));
  }

  @Test
  @DisplayName("over SHA-1 or MD5, or with a wrong signature, is none")
  void weakOrWrong() {
    assertEquals("UNKNOWN", says(responder.with("-nmin", "5", "-rmd", "sha1")));
    assertEquals("UNKNOWN", says(responder.with("-nmin", "5", "-rmd", "md5")));
    assertEquals("UNKNOWN", says(responder.with("-nmin", "5", "-badsig")));
  }

  @Test
  @DisplayName("by a delegate with a short key, of another time or for another purpose is none")
  void unfitDelegate() {
    List<Leaf> unfit =
        List.of(
            OcspResponder.delegate().withKey("RSA:1024"),
            OcspResponder.delegate().expired(),
            OcspResponder.delegate().withPurpose("emailProtection"),
            OcspResponder.delegate().withPurpose("anyExtendedKeyUsage"),
            OcspResponder.delegate().withPurpose(null),
            OcspResponder.delegate().withKeyUsage("critical,keyCertSign"));
    for (int i = 0; i < unfit.size(); i++) {
      Identity delegate = ca.issue("unfit" + i, unfit.get(i), NO_CHECK);
      assertEquals("UNKNOWN", says(responder.signedBy(delegate)), "delegate " + i);
    }
  }

  @Test
  @DisplayName("by another authority, by its delegate, or by the delegate of one below, is none")
  void otherAuthority() {
    TestCa other = TestCa.root(folder, "Others");
    Identity theirs = other.issue("theirs", OcspResponder.delegate(), NO_CHECK);
    assertEquals("UNKNOWN", says(responder.signedBy(theirs)));
    TestCa below = ca.authority("Below");
    Identity grandchild = below.issue("grandchild", OcspResponder.delegate(), NO_CHECK);
    assertEquals("UNKNOWN", says(responder.signedBy(grandchild)));
  }

  @Test
  @DisplayName("by a delegate without nocheck: as the issuer says how to check it, or does not")
  void withoutNoCheck() {
    TestCa quiet = TestCa.root(folder, "Quiet");
    MailCertificate quietIssuer = MailCertificate.of(quiet.certificateDer());
    quiet.answeredBy("http://ocsp.example.org");
    MailCertificate bob =
        MailCertificate.of(quiet.issue("bob", Leaf.ec("bob@example.org")).certificateDer());
    Identity named = quiet.issue("named", OcspResponder.delegate());
    quiet.answeredBy(null);
    Identity unnamed = quiet.issue("unnamed", OcspResponder.delegate());
    OcspResponder answering = OcspResponder.of(quiet);
    assertEquals(
        "GOOD", new Asked(bob, quietIssuer).responder(answering.signedBy(unnamed)::answer).ask());
    assertEquals(
        "UNKNOWN", new Asked(bob, quietIssuer).responder(answering.signedBy(named)::answer).ask());
  }

  @Test
  @DisplayName("holds until nextUpdate and five minutes, and not before thisUpdate")
  void window() {
    assertEquals("GOOD", says(responder.with("-nmin", "10"), 14));
    assertEquals("UNKNOWN", says(responder.with("-nmin", "10"), 16));
    assertEquals("GOOD", says(responder.with("-ndays", "7"), 7 * 24 * 60));
    assertEquals("UNKNOWN", says(responder.with("-ndays", "7"), 8 * 24 * 60));
    assertEquals("GOOD", says(responder, -4));
    assertEquals("UNKNOWN", says(responder, -10));
    assertEquals("GOOD", says(responder.with(), 23 * 60));
    assertEquals("UNKNOWN", says(responder.with(), 25 * 60));
  }

  @Test
  @DisplayName("of an authority that does not know the certificate is none")
  void unknown() {
    assertEquals("UNKNOWN", says(OcspResponder.of(TestCa.root(folder, "Nobody"))));
    TestCa twin = TestCa.root(folder, "Answers2");
    assertEquals("UNKNOWN", says(OcspResponder.of(twin)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unspecified",
        "keyCompromise",
        "CACompromise",
        "affiliationChanged",
        "superseded",
        "cessationOfOperation",
        "certificateHold",
        "removeFromCRL"
      })
  @DisplayName("says that it is revoked, for whatever reason")
  void revoked(String reason) {
    Identity revoked = ca.issue("revoked-" + reason, Leaf.ec("bob@example.org"));
    ca.revoke(revoked.certificate(), reason);
    Asked asked =
        new Asked(MailCertificate.of(revoked.certificateDer()), issuer)
            .responder(responder::answer);
    assertEquals("REVOKED", asked.ask());
    assertEquals(1, asked.requests.size());
    long since = System.currentTimeMillis() - asked.atHand().revokedAt();
    assertEquals(true, since >= 0 && since < 600_000, since + " ms");
  }
}

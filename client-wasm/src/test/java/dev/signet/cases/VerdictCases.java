package dev.signet.cases;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cases.EngineUnderTest.Opened;
import dev.signet.testing.Identity;
import dev.signet.testing.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signed message: a verdict for each condition, and the content to the octet. */
@DisplayName("Opening a signed message")
public abstract class VerdictCases extends MessageCases {
  @Test
  @DisplayName("is green, and gives the signed entity to the octet")
  void green() {
    Opened opened =
        verdict(
            "verified-revocation-off",
            "green",
            Mail.fromAlice().signedBy(world.alice(), "-binary"));
    assertEquals("signed detached;", layers(opened));
    assertArrayEquals(Mail.ENTITY, opened.content());
    var signer = opened.report().at("/signature/signers/0");
    assertEquals("alice@example.org", signer.get("matchedAddress").asText());
    assertEquals("SHA-256", signer.get("digest").asText());
    assertEquals("RSA PKCS#1 v1.5", signer.get("algorithm").asText());
    assertTrue(Math.abs(signer.get("signingTime").asLong() - System.currentTimeMillis()) < 600_000);
    assertEquals("not-checked", signer.at("/certificate/revocation").asText());
    assertTrue(signer.at("/certificate/trusted").asBoolean());
    assertEquals(2, signer.at("/certificate/chain").size());
    assertTrue(opened.report().get("encryption").isNull());
  }

  @Test
  @DisplayName("opaquely is green too")
  void opaque() {
    Opened opened =
        verdict(
            "verified-revocation-off",
            "green",
            Mail.fromAlice().signedBy(world.alice(), "-binary", "-nodetach"));
    assertEquals("signed opaque;", layers(opened));
    assertArrayEquals(Mail.ENTITY, opened.content());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha256", "sha384", "sha512"})
  @DisplayName("with RSA and ECDSA and each digest is green")
  void algorithms(String digest) {
    verdict(
        "verified-revocation-off",
        "green",
        Mail.fromAlice().signedBy(world.alice(), "-md", digest));
    Opened opened =
        verdict(
            "verified-revocation-off",
            "green",
            Mail.from("carol@example.org").signedBy(world.carol(), "-md", digest));
    assertEquals("ECDSA", opened.report().at("/signature/signers/0/algorithm").asText());
    verdict(
        "verified-revocation-off",
        "green",
        Mail.from("dave@example.org").signedBy(world.dave(), "-md", digest, "-nodetach"));
  }

  @Test
  @DisplayName("names its signer by key identifier")
  void keyIdentifier() {
    verdict("verified-revocation-off", "green", Mail.fromAlice().signedBy(world.alice(), "-keyid"));
  }

  @Test
  @DisplayName("and stored with bare line feeds")
  void lineFeeds() {
    String mail = new String(Mail.fromAlice().signedBy(world.alice()), ISO_8859_1);
    Opened opened =
        verdict(
            "verified-revocation-off", "green", mail.replace("\r\n", "\n").getBytes(ISO_8859_1));
    // What is handed out is what was signed: with CRLF.
    assertArrayEquals(Mail.ENTITY, opened.content());
  }

  @Test
  @DisplayName("by a certificate with the address in its subject alone")
  void subjectAddress() {
    verdict("verified-revocation-off", "green", Mail.fromAlice().signedBy(world.oldStyle()));
  }

  @Test
  @DisplayName("is judged by case-insensitive address")
  void addressCase() {
    verdict(
        "verified-revocation-off", "green", Mail.from("ALICE@Example.ORG").signedBy(world.alice()));
  }

  @Test
  @DisplayName("is orange while revocation is not known")
  void revocationUnknown() {
    try (EngineUnderTest other = engines().create(List.of(world.ca().certificateDer()), false)) {
      verdict("revocation-unknown", "orange", other.open(Mail.fromAlice().signedBy(world.alice())));
    }
  }

  @Test
  @DisplayName("is orange when the certificate expired after signing")
  void expiredSince() {
    long later = System.currentTimeMillis() + Duration.ofDays(500).toMillis();
    verdict(
        "expired-since-signing",
        "orange",
        engine.open(Mail.fromAlice().signedBy(world.alice()), later));
  }

  @Test
  @DisplayName("is orange when only Sender matches")
  void senderOnly() {
    Mail mail = Mail.from("boss@example.org").with("Sender: alice@example.org\r\n");
    Opened opened = verdict("sender-only-match", "orange", mail.signedBy(world.alice()));
    assertTrue(Texts.of(opened.report().get("status")).contains("alice@example.org"));
    Mail several =
        Mail.from("boss@example.org, eve@example.org").with("Sender: alice@example.org\r\n");
    verdict("address-mismatch", "red", several.signedBy(world.alice()));
  }

  @Test
  @DisplayName("is orange when Date is far from the signing time, or missing")
  void dateMismatch() {
    Mail old = Mail.fromAlice().dated("Fri, 21 Nov 1997 09:55:06 -0600");
    verdict("date-mismatch", "orange", old.signedBy(world.alice()));
    Mail none = Mail.fromAlice().dated("sometime");
    verdict("date-mismatch", "orange", none.signedBy(world.alice()));
  }

  @Test
  @DisplayName("is red when a word was changed, and still shows what it holds")
  void tampered() {
    byte[] mail = Mail.fromAlice().signedBy(world.alice(), "-binary");
    Opened opened = verdict("tampered", "red", Mail.changed(mail, "K\u00f6ln", "B\u00f6hn"));
    assertTrue(new String(opened.content(), ISO_8859_1).contains("hn."));
    byte[] opaque =
        Mail.fromAlice().signedBy(world.alice(), "-binary", "-nodetach", "-outform", "SMIME");
    assertTrue(opaque.length > 0);
  }

  @Test
  @DisplayName("is red for another sender, several senders, or none")
  void addressMismatch() {
    verdict("address-mismatch", "red", Mail.from("bob@example.org").signedBy(world.alice()));
    verdict(
        "address-mismatch",
        "red",
        Mail.from("\"alice@example.org\" <mallory@example.net>").signedBy(world.alice()));
    verdict(
        "address-mismatch",
        "red",
        Mail.from("alice@example.org, bob@example.org").signedBy(world.alice()));
    verdict(
        "address-mismatch",
        "red",
        Mail.fromAlice().with("From: bob@example.org\r\n").signedBy(world.alice()));
    verdict("address-mismatch", "red", Mail.from("nobody").signedBy(world.alice()));
  }

  @Test
  @DisplayName("is red for a certificate that cannot be relied on")
  void certificates() {
    Map<String, Identity> cases =
        Map.of(
            "untrusted", world.stranger(),
            "expired", world.expired(),
            "not-yet-valid", world.future(),
            "wrong-purpose", world.server(),
            "weak-algorithm", world.shortKey());
    cases.forEach((code, signer) -> verdict(code, "red", Mail.fromAlice().signedBy(signer)));
    verdict("wrong-purpose", "red", Mail.fromAlice().signedBy(world.encryptsOnly()));
    verdict("untrusted", "red", Mail.fromAlice().signedBy(world.indirect()));
  }

  @Test
  @DisplayName("is green over an intermediate that the message brings")
  void intermediate() {
    Identity signer = world.indirect();
    String chain = world.intermediate().chain().toString();
    verdict(
        "verified-revocation-off", "green", Mail.fromAlice().signedBy(signer, "-certfile", chain));
  }

  @Test
  @DisplayName("is red with SHA-1 or MD5")
  void weakDigest() {
    verdict("weak-algorithm", "red", Mail.fromAlice().signedBy(world.alice(), "-md", "sha1"));
    verdict("weak-algorithm", "red", Mail.fromAlice().signedBy(world.alice(), "-md", "md5"));
  }

  @Test
  @DisplayName("is red without the signer's certificate")
  void noSigner() {
    Opened opened =
        verdict("no-signer", "red", Mail.fromAlice().signedBy(world.alice(), "-nocerts"));
    assertTrue(opened.report().at("/signature/signers/0/certificate").isNull());
  }

  @Test
  @DisplayName("is malformed without signed attributes")
  void noAttributes() {
    verdict("malformed", "red", Mail.fromAlice().signedBy(world.alice(), "-noattr"));
  }

  @Test
  @DisplayName("is malformed when the detached signature carries content")
  void contentInDetached() {
    byte[] detached = Mail.fromAlice().signedBy(world.alice());
    byte[] opaque = Mail.fromAlice().signed(Mail.ENTITY, world.alice(), "-nodetach");
    String body = new String(opaque, ISO_8859_1);
    body =
        body.substring(body.indexOf("\n\n") < 0 ? body.indexOf("\r\n\r\n") : body.indexOf("\n\n"));
    String mail = new String(detached, ISO_8859_1);
    int signature = mail.indexOf("smime.p7s\"", mail.indexOf("Content-Disposition"));
    int end = mail.lastIndexOf("\n--");
    String mixed = mail.substring(0, signature + 10) + body + mail.substring(end);
    verdict("malformed", "red", mixed.getBytes(ISO_8859_1));
  }

  @Test
  @DisplayName("with an algorithm that is not there is unsupported, and names it")
  void unsupported() {
    byte[] mail = Mail.fromAlice().signedBy(world.alice(), "-binary", "-nodetach", "-md", "ripemd");
    Opened opened = verdict("unsupported", "red", mail);
    assertTrue(Texts.of(opened.report().get("status")).contains("1.3.36.3.2.1"));
  }

  @Test
  @DisplayName("within a larger unsigned body colours nothing")
  void innerPart() {
    String inner = new String(Mail.fromAlice().signed(Mail.ENTITY, world.alice()), ISO_8859_1);
    String list =
        "Content-Type: multipart/mixed; boundary=list\r\n\r\n--list\r\n"
            + inner
            + "\r\n--list\r\nContent-Type: text/plain\r\n\r\nA list's footer\r\n--list--\r\n";
    Opened opened = verdict("unsigned", "none", Mail.fromAlice().of(list.getBytes(ISO_8859_1)));
    assertTrue(opened.report().get("signature").isNull());
    assertEquals("", layers(opened));
  }
}

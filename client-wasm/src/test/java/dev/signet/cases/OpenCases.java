package dev.signet.cases;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cases.EngineUnderTest.Opened;
import dev.signet.testing.Identity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening what OpenSSL made: contents to the octet, and a verdict for each condition. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Opening a message")
public abstract class OpenCases {
  private final World world = World.get();
  private EngineUnderTest engine;

  protected abstract EngineUnderTest.Factory engines();

  @BeforeEach
  void createEngine() {
    engine = engines().create(List.of(world.ca().certificateDer()), true);
  }

  @AfterEach
  void closeEngine() {
    engine.close();
  }

  private Opened verdict(String code, String colour, byte[] mail) {
    return verdict(code, colour, engine.open(mail));
  }

  private static Opened verdict(String code, String colour, Opened opened) {
    assertEquals(colour + " " + code, opened.colour() + " " + opened.code(), opened::toString);
    assertTrue(opened.report().at("/status/message").asText().length() > 10);
    if (colour.equals("red") && !code.equals("decryption-failed")) {
      assertTrue(
          opened
              .report()
              .at("/status/message")
              .asText()
              .endsWith("Treat this message as unsigned."));
    }
    return opened;
  }

  private static String layers(Opened opened) {
    StringBuilder text = new StringBuilder();
    for (var layer : opened.report().get("layers")) {
      text.append(layer.get("type").asText())
          .append(' ')
          .append(layer.path("form").asText(""))
          .append(';');
    }
    return text.toString();
  }

  private void unlock(Identity person) {
    engine.unlock(person.p12(World.PASSPHRASE), World.PASSPHRASE);
  }

  @Nested
  @DisplayName("that is signed")
  class Signed {
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
      assertTrue(
          Math.abs(signer.get("signingTime").asLong() - System.currentTimeMillis()) < 600_000);
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
      verdict(
          "verified-revocation-off", "green", Mail.fromAlice().signedBy(world.alice(), "-keyid"));
    }

    @Test
    @DisplayName("and stored with bare line feeds")
    void lineFeeds() {
      String mail = new String(Mail.fromAlice().signedBy(world.alice()), ISO_8859_1);
      verdict("verified-revocation-off", "green", mail.replace("\r\n", "\n").getBytes(ISO_8859_1));
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
          "verified-revocation-off",
          "green",
          Mail.from("ALICE@Example.ORG").signedBy(world.alice()));
    }

    @Test
    @DisplayName("is orange while revocation is not known")
    void revocationUnknown() {
      try (EngineUnderTest other = engines().create(List.of(world.ca().certificateDer()), false)) {
        verdict(
            "revocation-unknown", "orange", other.open(Mail.fromAlice().signedBy(world.alice())));
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
      verdict("sender-only-match", "orange", mail.signedBy(world.alice()));
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
          body.substring(
              body.indexOf("\n\n") < 0 ? body.indexOf("\r\n\r\n") : body.indexOf("\n\n"));
      String mail = new String(detached, ISO_8859_1);
      int signature = mail.indexOf("smime.p7s\"", mail.indexOf("Content-Disposition"));
      int end = mail.lastIndexOf("\n--");
      String mixed = mail.substring(0, signature + 10) + body + mail.substring(end);
      verdict("malformed", "red", mixed.getBytes(ISO_8859_1));
    }

    @Test
    @DisplayName("with PSS is unsupported, and says so")
    void unsupported() {
      Opened opened =
          verdict(
              "unsupported",
              "red",
              Mail.fromAlice().signedBy(world.alice(), "-keyopt", "rsa_padding_mode:pss"));
      assertTrue(opened.report().at("/status/message").asText().contains("1.2.840.113549.1.1.10"));
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

  @Nested
  @DisplayName("that is encrypted")
  class Encrypted {
    @Test
    @DisplayName("stays locked until a key is there, and names whom it is for")
    void locked() {
      Opened opened = verdict("locked", "none", Mail.fromAlice().encryptedTo(world.bob()));
      assertNull(opened.content());
      assertEquals("encrypted enveloped;", layers(opened));
      var encryption = opened.report().get("encryption");
      assertEquals("AES-256-CBC", encryption.get("contentCipher").asText());
      assertEquals("RSA PKCS#1 v1.5", encryption.get("keyTransport").asText());
      assertEquals(1, encryption.get("recipients").asInt());
      var bob = engine.readCertificates(world.bob().certificateDer()).get(0);
      assertEquals(
          bob.get("serialNumber").asText(), encryption.at("/recipientIds/0/serialNumber").asText());
      assertEquals(bob.get("issuer").asText(), encryption.at("/recipientIds/0/issuer").asText());
    }

    @Test
    @DisplayName("is read by each cipher and key transport")
    void ciphers() {
      unlock(world.bob());
      for (String cipher : List.of("-aes128", "-aes192", "-aes256", "-des3")) {
        opensTo("decrypted", Mail.fromAlice().encryptedTo(world.bob(), cipher));
      }
      for (String digest : List.of("sha1", "sha256", "sha512")) {
        Opened opened =
            opensTo(
                "decrypted",
                Mail.fromAlice()
                    .encryptedTo(
                        world.bob(),
                        "-recip",
                        world.bob().certificate().toString(),
                        "-keyopt",
                        "rsa_padding_mode:oaep",
                        "-keyopt",
                        "rsa_oaep_md:" + digest));
        assertTrue(
            opened.report().at("/encryption/keyTransport").asText().startsWith("RSA-OAEP with"));
      }
      opensTo("decrypted", Mail.fromAlice().encryptedTo(world.bob(), "-keyid"));
      opensTo("decrypted", Mail.fromAlice().encryptedTo(world.bob(), "-stream"));
    }

    private Opened opensTo(String code, byte[] mail) {
      Opened opened = verdict(code, "none", mail);
      assertArrayEquals(Mail.ENTITY, opened.content());
      return opened;
    }

    @Test
    @DisplayName("to others is not for the keys that are unlocked")
    void noKey() {
      unlock(world.alice());
      Opened opened = verdict("no-key", "none", Mail.fromAlice().encryptedTo(world.bob()));
      assertNull(opened.content());
    }

    @Test
    @DisplayName("to an elliptic curve is unsupported so far, and says so")
    void keyAgreement() {
      unlock(world.carol());
      verdict("unsupported", "red", Mail.fromAlice().encryptedTo(world.carol()));
    }

    @Test
    @DisplayName("fails in one way, whatever was damaged")
    void damaged() {
      unlock(world.bob());
      String mail = new String(Mail.fromAlice().encryptedTo(world.bob()), ISO_8859_1);
      int body = mail.indexOf("\n\n") < 0 ? mail.indexOf("\r\n\r\n") + 4 : mail.indexOf("\n\n") + 2;
      int last = mail.lastIndexOf('\n', mail.stripTrailing().length() - 1) - 20;
      // The end of the ciphertext is the padding; the middle of the first lines is the key.
      for (int at : new int[] {body + 330, body + 400, last}) {
        char old = mail.charAt(at);
        char other = old == 'A' ? 'B' : 'A';
        String changed = mail.substring(0, at) + other + mail.substring(at + 1);
        Opened opened = engine.open(changed.getBytes(ISO_8859_1));
        assertTrue(
            List.of("decryption-failed", "decrypted", "malformed").contains(opened.code()),
            opened.code());
        if (opened.code().equals("decryption-failed")) {
          assertNull(opened.content());
        }
      }
    }

    @Test
    @DisplayName("and signed inside is green with both layers")
    void signedInside() {
      unlock(world.bob());
      Mail mail = Mail.fromAlice();
      byte[] signed = mail.signed(Mail.ENTITY, world.alice(), "-binary");
      Opened opened =
          verdict("verified-revocation-off", "green", mail.of(mail.encrypted(signed, world.bob())));
      assertEquals("encrypted enveloped;signed detached;", layers(opened));
      assertArrayEquals(Mail.ENTITY, opened.content());
      assertEquals(
          engine.keys().get(0).get("id").asText(), opened.report().at("/encryption/key").asText());
    }

    @Test
    @DisplayName("and tampered inside is red")
    void tamperedInside() {
      unlock(world.bob());
      Mail mail = Mail.fromAlice();
      byte[] signed =
          Mail.changed(mail.signed(Mail.ENTITY, world.alice(), "-binary"), "K\u00f6ln", "Ulm");
      verdict("tampered", "red", mail.of(mail.encrypted(signed, world.bob())));
    }

    @Test
    @DisplayName("is locked again once the keys are forgotten")
    void lockedAgain() {
      unlock(world.bob());
      byte[] mail = Mail.fromAlice().encryptedTo(world.bob());
      verdict("decrypted", "none", mail);
      engine.lock();
      assertEquals(0, engine.keys().size());
      verdict("locked", "none", mail);
    }
  }

  @Nested
  @DisplayName("that is neither")
  class Plain {
    @Test
    @DisplayName("is unsigned, and its own content")
    void unsigned() {
      byte[] mail = Mail.fromAlice().of(Mail.ENTITY);
      assertArrayEquals(mail, verdict("unsigned", "none", mail).content());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "garbage",
          "\u0000\u0001\u0002",
          "\r\n\r\n",
          "From: a@b.c\r\nContent-Type: application/pkcs7-mime\r\n\r\nMIIB",
          "From: a@b.c\r\nContent-Type: application/pkcs7-mime\r\n"
              + "Content-Transfer-Encoding: base64\r\n\r\nMIIB!",
          "From: a@b.c\r\nContent-Type: multipart/signed; protocol=\"application/pkcs7-signature\"\r\n\r\n",
          "From: a@b.c\r\nContent-Type: multipart/signed; protocol=\"application/pkcs7-signature\";"
              + " boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b\r\nContent-Type: application/pkcs7-signature\r\n\r\n"
              + "\r\n--b--\r\n",
        })
    @DisplayName("but damaged is malformed, and the next call works")
    void damaged(String mail) {
      verdict("malformed", "red", mail.getBytes(ISO_8859_1));
      verdict("unsigned", "none", Mail.fromAlice().of(Mail.ENTITY));
    }
  }
}

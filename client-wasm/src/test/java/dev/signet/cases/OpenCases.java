package dev.signet.cases;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cases.EngineUnderTest.Opened;
import dev.signet.testing.Identity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening what OpenSSL encrypted, and what is no S/MIME message: contents to the octet. */
@DisplayName("Opening a message")
public abstract class OpenCases extends MessageCases {
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
    @DisplayName("to an elliptic curve is read with each derivation and key wrap")
    void keyAgreement() {
      unlock(world.carol());
      unlock(world.dave());
      assertEquals(
          "ECDH P-256 with SHA-1 KDF, AES-256 wrap", keyManagement(world.carol(), new String[0]));
      assertEquals(
          "ECDH P-384 with SHA-256 KDF, AES-128 wrap",
          keyManagement(world.dave(), "-aes128-wrap", "-keyopt", "ecdh_kdf_md:sha256"));
      assertEquals(
          "ECDH P-256 with SHA-512 KDF, 3DES wrap",
          keyManagement(
              world.carol(),
              "-des3-wrap",
              "-keyopt",
              "ecdh_kdf_md:sha512",
              "-keyopt",
              "ecdh_cofactor_mode:1"));
    }

    private String keyManagement(Identity recipient, String... options) {
      List<String> all = new ArrayList<>(List.of("-recip", recipient.certificate().toString()));
      all.addAll(List.of(options));
      Opened opened =
          opensTo("decrypted", Mail.fromAlice().encryptedTo(recipient, all.toArray(new String[0])));
      return opened.report().at("/encryption/keyTransport").asText();
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
    @DisplayName("and signed outside only is not signed: the signer need not know the content")
    void signedOutside() {
      unlock(world.bob());
      Mail mail = Mail.fromAlice();
      byte[] encrypted = mail.encrypted(Mail.ENTITY, world.bob());
      Opened opened =
          verdict("decrypted", "none", mail.of(mail.signed(encrypted, world.alice(), "-binary")));
      assertEquals("signed detached;encrypted enveloped;", layers(opened));
      assertArrayEquals(Mail.ENTITY, opened.content());
      assertTrue(opened.report().get("signature").isNull());
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

package dev.signet.cases;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cases.EngineUnderTest.Opened;
import dev.signet.testing.Identity;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Whoever a message is for, OpenSSL encrypts and the engine opens. */
@DisplayName("A message")
public abstract class RecipientCases extends MessageCases {
  private static final String IDENTIFIER = "0a0b0c";

  private Opened opens(Opened opened) {
    verdict("decrypted", "none", opened);
    assertArrayEquals(Mail.ENTITY, opened.content());
    return opened;
  }

  private static String management(Opened opened) {
    return opened.report().at("/encryption/keyTransport").asText();
  }

  private static byte[] to(Identity recipient, String... options) {
    List<String> all = new ArrayList<>(List.of("-recip", recipient.certificate().toString()));
    all.addAll(List.of(options));
    return Mail.fromAlice().encryptedTo(recipient, all.toArray(new String[0]));
  }

  /** What is encrypted to nobody's certificate. */
  private static byte[] without(String... options) {
    return Mail.fromAlice().encryptedToNobody(options);
  }

  @Nested
  @DisplayName("to a key on an elliptic curve")
  class Agreement {
    @Test
    @DisplayName("opens on each curve, with each derivation, key wrap and form")
    void curves() {
      String[][] cases = {
        {"P-256", "-aes128-wrap", "sha1"},
        {"P-384", "-aes192-wrap", "sha224"},
        {"P-521", "-aes256-wrap", "sha256"},
        {"brainpoolP256r1", "-des3-wrap", "sha384"},
        {"brainpoolP384r1", "-aes256-wrap", "sha512"},
        {"brainpoolP512r1", "-aes128-wrap", "sha256"}
      };
      for (String[] each : cases) {
        Identity person = world.on(each[0]);
        unlock(person);
        for (String mode : new String[] {"0", "1"}) {
          Opened opened =
              opens(
                  engine.open(
                      to(
                          person,
                          each[1],
                          "-keyopt",
                          "ecdh_kdf_md:" + each[2],
                          "-keyopt",
                          "ecdh_cofactor_mode:" + mode)));
          assertTrue(management(opened).startsWith("ECDH " + each[0] + " with SHA-"), each[0]);
        }
        opens(engine.open(to(person, "-keyid")));
      }
    }

    @Test
    @DisplayName("is not for another key on the curve, and is locked without one")
    void others() {
      byte[] mail = to(world.on("P-256"));
      verdict("locked", "none", mail);
      unlock(world.carol());
      verdict("no-key", "none", mail);
    }

    @Test
    @DisplayName("and to others opens with any of their keys")
    void several() {
      byte[] mail =
          to(
              world.bob(),
              "-recip",
              world.carol().certificate().toString(),
              "-recip",
              world.dave().certificate().toString());
      unlock(world.dave());
      assertEquals(3, opens(engine.open(mail)).report().at("/encryption/recipients").asInt());
      engine.lock();
      unlock(world.bob());
      opens(engine.open(mail));
    }
  }

  @Nested
  @DisplayName("under a password")
  class Password {
    private final byte[] mail = without("-pwri_password", "pass w\u00f6rd");

    @Test
    @DisplayName("opens with it, whatever is unlocked")
    void right() {
      Opened opened = opens(engine.openWith(mail, List.of("pass w\u00f6rd"), Map.of()));
      assertEquals("password, PBKDF2 with HMAC-SHA-1, AES-256-CBC", management(opened));
      assertTrue(opened.report().at("/encryption/key").isNull());
      unlock(world.bob());
      opens(engine.openWith(mail, List.of("wrong", "pass w\u00f6rd"), Map.of()));
    }

    @Test
    @DisplayName("is locked without one, and fails with another")
    void wrong() {
      verdict("locked", "none", mail);
      unlock(world.bob());
      verdict("locked", "none", mail);
      Opened failed =
          verdict("decryption-failed", "red", engine.openWith(mail, List.of("password"), Map.of()));
      assertNull(failed.content());
    }

    @Test
    @DisplayName("opens with triple DES in the wrap")
    void tripleDes() {
      opens(
          engine.openWith(
              without("-des3", "-pwri_password", "secret"), List.of("secret"), Map.of()));
    }
  }

  @Nested
  @DisplayName("under a key that was shared")
  class Shared {
    @Test
    @DisplayName("opens with it, by its identifier")
    void right() {
      for (int bytes : new int[] {16, 24, 32}) {
        byte[] key = new byte[bytes];
        key[3] = 7;
        byte[] mail =
            without("-secretkey", HexFormat.of().formatHex(key), "-secretkeyid", IDENTIFIER);
        Opened opened = opens(engine.openWith(mail, List.of(), Map.of(IDENTIFIER, key)));
        assertEquals("shared key, AES-" + 8 * bytes + " wrap", management(opened));
        assertEquals(
            IDENTIFIER,
            opened.report().at("/encryption/recipientIds/0/subjectKeyIdentifier").asText());
        verdict("locked", "none", mail);
        unlock(world.bob());
        verdict("no-key", "none", engine.openWith(mail, List.of(), Map.of("00", key)));
        engine.lock();
        key[5] = 1;
        verdict(
            "decryption-failed", "red", engine.openWith(mail, List.of(), Map.of(IDENTIFIER, key)));
        key[5] = 0;
      }
    }
  }

  @Nested
  @DisplayName("to an RSA key")
  class Transport {
    @Test
    @DisplayName("opens with each hash, another hash in the mask, and a label")
    void oaep() {
      unlock(world.bob());
      for (String[] each :
          new String[][] {
            {"sha1", "sha256"},
            {"sha224", "sha224"},
            {"sha384", "sha1"},
            {"sha512", "sha512"},
            {"sha512-224", "sha1"},
            {"sha512-256", "sha512-256"}
          }) {
        opens(
            engine.open(
                to(
                    world.bob(),
                    "-keyopt",
                    "rsa_padding_mode:oaep",
                    "-keyopt",
                    "rsa_oaep_md:" + each[0],
                    "-keyopt",
                    "rsa_mgf1_md:" + each[1],
                    "-keyopt",
                    "rsa_oaep_label:0102ff")));
      }
    }

    @Test
    @DisplayName("opens with an expired certificate")
    void expired() {
      unlock(world.expired());
      opens(engine.open(to(world.expired())));
    }
  }
}

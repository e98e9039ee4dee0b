package dev.signet.attacks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.signet.cases.Mail;
import dev.signet.cases.World;
import dev.signet.engine.report.StatusCode;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.util.encoders.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A signature over one thing, shown with another")
class TypeConfusionTest {
  private static final String EVIL = "Content-Type: text/plain\r\n\r\nPay Mallory.\r\n";

  private final AttackedEngine engine = new AttackedEngine();
  private final Mail mail = Mail.fromAlice();

  private byte[] opaque(String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "-binary";
    all[1] = "-nodetach";
    System.arraycopy(options, 0, all, 2, options.length);
    return Sample.cms(mail.signed(Mail.ENTITY, World.get().alice(), all));
  }

  private byte[] besides(String content, byte[] cms) {
    return mail.of(
        ("Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\";"
                + " micalg=sha-256; boundary=b\r\n\r\n--b\r\n"
                + content
                + "\r\n--b\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + Base64.toBase64String(cms)
                + "\r\n--b--\r\n")
            .getBytes(ISO_8859_1));
  }

  @Test
  @DisplayName("signed content of its own beside a part in multipart/signed is malformed")
  void opaqueBeside() {
    engine.verdict(StatusCode.MALFORMED, besides(EVIL, opaque()));
    engine.verdict(StatusCode.MALFORMED, besides(new String(Mail.ENTITY, ISO_8859_1), opaque()));
  }

  @Test
  @DisplayName("a signature of other content in multipart/signed is tampered")
  void otherContent() {
    byte[] detached =
        Forged.signed(
            Forged.signedData(opaque()),
            new ContentInfo(CMSObjectIdentifiers.data, null),
            Forged.signedData(opaque()).getSignerInfos());
    engine.verdict(StatusCode.TAMPERED, besides(EVIL, detached));
  }

  @Test
  @DisplayName("ciphertext in the place of the signature is malformed, and stays closed")
  void ciphertextBeside() {
    byte[] encrypted = Sample.cms(mail.encrypted(Mail.ENTITY, World.get().bob()));
    AttackedEngine holder = new AttackedEngine(World.get().bob());
    AttackedEngine.Opened opened = holder.verdict(StatusCode.MALFORMED, besides(EVIL, encrypted));
    assertFalse(opened.text().contains("aus K"));
    assertNull(opened.message().encryption());
  }

  @Test
  @DisplayName("a time stamp, a receipt or anything else that is no mail is malformed")
  void otherTypes() {
    for (String type : new String[] {"1.2.840.113549.1.9.16.1.4", "1.2.840.113549.1.9.16.1.1"}) {
      byte[] cms = opaque("-econtent_type", type);
      engine.verdict(StatusCode.MALFORMED, mail.of(Sample.holding(cms)));
    }
  }

  @Test
  @DisplayName("content that is no OCTET STRING is malformed; in segments it is read")
  void otherTags() {
    SignedData genuine = Forged.signedData(opaque());
    String text = new String(Mail.ENTITY, ISO_8859_1);
    byte[] utf8 = Forged.withContent(genuine, CMSObjectIdentifiers.data, new DERUTF8String(text));
    engine.verdict(StatusCode.MALFORMED, mail.of(Sample.holding(utf8)));
    byte[] segments =
        Forged.withContent(genuine, CMSObjectIdentifiers.data, new BEROctetString(Mail.ENTITY, 7));
    engine.verdict(StatusCode.VERIFIED_REVOCATION_OFF, mail.of(Sample.holding(segments)));
  }
}

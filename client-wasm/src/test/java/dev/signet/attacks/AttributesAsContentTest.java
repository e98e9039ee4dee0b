package dev.signet.attacks;

import dev.signet.cases.Mail;
import dev.signet.cases.World;
import dev.signet.engine.report.StatusCode;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A signature over attributes is a signature over the octets of a SET. Without a rule that
 * attributes must be there, it could be shown as a signature over those octets as content.
 */
@DisplayName("Signed attributes replayed as content")
class AttributesAsContentTest {
  private final AttackedEngine engine = new AttackedEngine();
  private final Mail mail = Mail.fromAlice();

  private byte[] original() {
    return Sample.cms(mail.signed(Mail.ENTITY, World.get().alice(), "-binary", "-nodetach"));
  }

  @Test
  @DisplayName("are malformed")
  void replayed() {
    byte[] cms = original();
    SignerInfo signer = Forged.signer(cms);
    byte[] attributes = Forged.der(signer.getAuthenticatedAttributes());
    byte[] forged =
        Forged.signed(
            Forged.signedData(cms), Forged.data(attributes), Forged.withAttributes(signer, null));
    engine.verdict(StatusCode.MALFORMED, mail.of(Sample.holding(forged)));
    engine.verdict(StatusCode.VERIFIED_REVOCATION_OFF, mail.of(Sample.holding(cms)));
  }

  @Test
  @DisplayName("cannot be left out by the signer either")
  void leftOut() {
    byte[] signed =
        mail.signed(Mail.ENTITY, World.get().alice(), "-binary", "-nodetach", "-noattr");
    engine.verdict(StatusCode.MALFORMED, mail.of(signed));
  }
}
